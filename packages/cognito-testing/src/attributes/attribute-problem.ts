import { looksLikeEmail, looksLikePhoneNumber } from './formats.ts'
import type { Schema, SchemaAttribute } from './schema.ts'

export type Attributes = Readonly<Record<string, string>>

const isIsoTime = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/.test(value) &&
  !Number.isNaN(Date.parse(value))

/** What is wrong with a value, by the type of its attribute; undefined when nothing is. */
const typeProblem: Readonly<
  Record<SchemaAttribute['type'], (value: string, attribute: SchemaAttribute) => string | undefined>
> = {
  Boolean: (value) =>
    value === 'true' || value === 'false' ? undefined : 'The attribute must be a boolean',
  DateTime: (value) => (isIsoTime(value) ? undefined : 'The attribute must be a date'),
  Number: (value, { minimum = Number.NEGATIVE_INFINITY }) => {
    if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return 'The attribute must be a number'
    return Number(value) < minimum ? `The attribute must not be less than ${minimum}` : undefined
  },
  String: (value, { length: { min, max } }) => {
    const length = [...value].length
    if (length < min) return `String must be no shorter than ${min} characters`
    return length > max ? `String must be no longer than ${max} characters` : undefined
  },
}

const schemaProblem = (schema: Schema, name: string, value: string): string | undefined => {
  const attribute = schema.get(name)
  if (!attribute || name === 'sub') return 'Attribute does not exist in the schema.'
  return typeProblem[attribute.type](value, attribute)
}

const formats = [
  { name: 'email', isMet: looksLikeEmail, message: 'Invalid email address format.' },
  { name: 'phone_number', isMet: looksLikePhoneNumber, message: 'Invalid phone number format.' },
]

/** Cognito's one sentence about whatever does not fit the schema. */
export const describeSchemaProblems = (
  problems: readonly { name: string; problem: string }[],
): string =>
  `Attributes did not conform to the schema: ${problems
    .map(({ name, problem }) => `${name}: ${problem}\n`)
    .join('')}`

/**
 * Why attributes cannot have these values, in Cognito's words; undefined when they can. `missing`
 * names those that are required and were not given.
 */
export const attributeProblem = (
  schema: Schema,
  attributes: Attributes,
  missing: readonly string[] = [],
): string | undefined => {
  const problems = [
    ...Object.entries(attributes).flatMap(([name, value]) => {
      const problem = schemaProblem(schema, name, value)
      return problem === undefined ? [] : [{ name, problem }]
    }),
    ...missing.map((name) => ({ name, problem: 'The attribute is required' })),
  ]
  if (problems.length > 0) return describeSchemaProblems(problems)
  return formats.find(({ name, isMet }) => {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    return value !== undefined && !isMet(value)
  })?.message
}
