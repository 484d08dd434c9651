import type { ErrorObject } from 'ajv'
import { type FieldError, type Refusal, refuse } from './refusal.ts'

type Params = Readonly<Record<string, unknown>>

/** How to put it right. Never the value: it may be a password in the wrong field. */
const messages: Readonly<Record<string, (params: Params) => string>> = {
  required: () => 'is missing.',
  additionalProperties: () => 'is not known here; leave it out.',
  type: ({ type }) => `should be ${[type].flat().join(' or ')}.`,
  enum: ({ allowedValues }) => `should be one of ${[allowedValues].flat().join(', ')}.`,
  minLength: () => 'should not be empty.',
  maxLength: ({ limit }) => `should have at most ${limit} characters.`,
  maxProperties: ({ limit }) => `should have at most ${limit} entries.`,
  pattern: () => 'should have no spaces or control characters, nor others that cannot be in it.',
  propertyNames: () => 'has an entry with a name that cannot be.',
}

const mostErrors = 20

/** @param path goes in front of every path, such as `/answer`. */
export const invalidInput = (
  found: readonly Pick<ErrorObject, 'keyword' | 'instancePath' | 'params'>[],
  path = '',
): Refusal => {
  const errors = found.slice(0, mostErrors).map(({ keyword, instancePath, params }) => ({
    path: path + instancePath + fieldIn(params),
    message: messages[keyword]?.(params) ?? 'is not as it should be.',
  }))
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
const fieldIn = ({ missingProperty, additionalProperty }: Params): string => {
  const field = missingProperty ?? additionalProperty
  return typeof field === 'string' ? `/${field.slice(0, 64)}` : ''
}
