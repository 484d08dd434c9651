import type { MessageKey, MessageParams } from './messages.ts'

type AttributeCode =
  | 'COGNITO_ATTRIBUTE_MISSING'
  | 'COGNITO_ATTRIBUTE_INVALID'
  | 'COGNITO_ATTRIBUTE_READ_ONLY'

export interface Complaint {
  key: MessageKey
  params?: MessageParams
}

/** About these attributes, or about one whose name was not said. */
export const attributeComplaint = (code: AttributeCode, names: readonly string[]): Complaint =>
  names.length > 0
    ? { key: code, params: { attributes: names.join(', ') } }
    : { key: `${code}.unnamed` }

/** «Invalid attributes given, email is missing and given_name is missing» */
export const readMissingAttributes = (said: string): Complaint =>
  attributeComplaint(
    'COGNITO_ATTRIBUTE_MISSING',
    [...said.matchAll(/(\S+) (?:is|are) missing/g)].flatMap(([, name]) => name ?? []),
  )

/**
 * A line for each attribute, behind a heading: «Attributes did not conform to the schema: custom:a:
 * Attribute does not exist in the schema.⏎email: The attribute is required⏎». Only names are read.
 */
export const readAttributeLines = (said: string): Complaint => {
  const lines = said
    .replace(/^[^:\n]* [^:\n]*: /, '')
    .split('\n')
    .flatMap((line) => {
      const [, name, problem = ''] = /^\s*(?:user\.)?(\S{1,48}?): (.*)/.exec(line) ?? []
      return name ? [{ name, problem }] : []
    })
  const namesOf = (problems: RegExp) =>
    lines.filter(({ problem }) => problems.test(problem)).map(({ name }) => name)

  const missing = namesOf(/required/i)
  if (missing.length > 0) return attributeComplaint('COGNITO_ATTRIBUTE_MISSING', missing)
  const readOnly = namesOf(/cannot be updated|mutable/i)
  if (readOnly.length > 0) return attributeComplaint('COGNITO_ATTRIBUTE_READ_ONLY', readOnly)
  return attributeComplaint('COGNITO_ATTRIBUTE_INVALID', namesOf(/./))
}
