import type { ErrorObject } from 'ajv'
import { type FieldError, type Refusal, refuse } from './refusal.ts'

type Params = Readonly<Record<string, unknown>>

type Found = Pick<ErrorObject, 'keyword' | 'instancePath' | 'params' | 'propertyName'>

/** For a field whose name is not told: it may be a password in the wrong place. */
const nameless = 'has a field with a name that cannot be; leave it out.'

/** How to put it right. Never the value: it may be a password in the wrong field. */
const messages: Readonly<Record<string, (params: Params) => string>> = {
  required: () => 'is missing.',
  additionalProperties: () => 'is not known here; leave it out.',
  type: ({ type }) => `should be ${[type].flat().join(' or ')}.`,
  enum: ({ allowedValues }) => `should be one of ${[allowedValues].flat().join(', ')}.`,
  minLength: () => 'should not be empty.',
  maxLength: ({ limit }) => `should have at most ${limit} characters.`,
  maxProperties: ({ limit }) => `should have at most ${limit} entries.`,
  pattern: () => 'has characters that cannot be in it.',
  minProperties: ({ limit }) => `should have at least ${limit} entry.`,
  propertyNames: () => nameless,
  format: () => 'should be a date and time such as 2031-05-09T16:00:00Z.',
  not: () => 'cannot be set; leave it out.',
}

const mostErrors = 20

/** @param path goes in front of every path, such as `/answer`. */
export const invalidInput = (found: readonly Found[], path = ''): Refusal => {
  // What is wrong with a name is told once, by `propertyNames`.
  const faults = found.filter(({ propertyName }) => propertyName === undefined)
  const errors = faults.slice(0, mostErrors).map(({ keyword, instancePath, params }) => {
    const names = [...instancePath.split('/').slice(1), ...fieldIn(params)]
    const told = names.slice(0, untold(names))
    const message = messages[keyword]?.(params) ?? 'is not as it should be.'
    return {
      path: [path, ...told].join('/'),
      message: told.length < names.length ? nameless : message,
    }
  })
  return invalidFields(errors)
}

export const invalidFields = (errors: readonly FieldError[]): Refusal => {
  const [first] = errors
  const name = first?.path.slice(1).replaceAll('/', '.') || 'The body'
  return refuse('INVALID_INPUT', `${name} ${first?.message ?? 'is not as it should be.'}`, {
    errors,
  })
}

/** A missing or extra field is told of its parent, with its name aside. */
const fieldIn = ({ missingProperty, additionalProperty }: Params): readonly string[] => {
  const field = missingProperty ?? additionalProperty
  return typeof field === 'string' ? [field] : []
}

/** Where in a path the names begin that are not repeated; what is left needs no escaping either. */
const untold = (names: readonly string[]): number => {
  const index = names.findIndex((name) => !/^[\w.:-]{1,64}$/.test(name))
  return index < 0 ? names.length : index
}
