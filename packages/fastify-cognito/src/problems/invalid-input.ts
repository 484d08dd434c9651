import type { ErrorObject } from 'ajv'
import { code } from '../routes/schemas/code.ts'
import { email } from '../routes/schemas/email.ts'
import { cursor, pageSize } from '../routes/schemas/page.ts'
import { phoneNumber } from '../routes/schemas/phone-number.ts'
import { publicKey } from '../routes/schemas/public-key.ts'
import { returnTo } from '../routes/schemas/return-to.ts'
import { totpCode } from '../routes/schemas/totp-code.ts'
import { username } from '../routes/schemas/username.ts'
import { type FieldError, type Refusal, refuse } from './refusal.ts'

type Params = Readonly<Record<string, unknown>>

type Found = Pick<ErrorObject, 'keyword' | 'instancePath' | 'params' | 'propertyName'>

/** For a field whose name is not told: it may be a password in the wrong place. */
const nameless = 'has a field with a name that cannot be; leave it out.'

const unseen = 'may not have spaces or invisible characters.'

const patterns: ReadonlyMap<unknown, string> = new Map([
  [username.pattern, unseen],
  [email.pattern, 'should be an e-mail address.'],
  [phoneNumber.pattern, 'should be a plus sign and digits, such as +15551234567.'],
  [code.pattern, unseen],
  [returnTo.pattern, 'should be a path of this site, such as /orders.'],
  [totpCode.pattern, 'should be six digits.'],
  [publicKey.pattern, 'should be public-key.'],
  [pageSize.pattern, 'should be a whole number from 1 to 60.'],
  [cursor.pattern, 'should be the cursor of an answer.'],
])

const types: ReadonlyMap<unknown, string> = new Map([
  ['string', 'a string'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['object', 'an object'],
  ['array', 'a list'],
])

/** How to put it right. Never the value: it may be a password in the wrong field. */
const messages: Readonly<Record<string, (params: Params) => string>> = {
  required: () => 'is missing.',
  additionalProperties: () => 'is not known here; leave it out.',
  type: ({ type }) =>
    `should be ${[type]
      .flat()
      .map((name) => types.get(name) ?? name)
      .join(' or ')}.`,
  enum: ({ allowedValues }) => `should be one of ${[allowedValues].flat().join(', ')}.`,
  minLength: () => 'should not be empty.',
  maxLength: ({ limit }) => `should have at most ${limit} characters.`,
  minItems: ({ limit }) => `should have at least ${limit} entry.`,
  maxProperties: ({ limit }) => `should have at most ${limit} entries.`,
  pattern: ({ pattern }) => patterns.get(pattern) ?? 'has characters that cannot be in it.',
  minProperties: ({ limit }) => `should have at least ${limit} entry.`,
  uniqueItems: () => 'has an entry twice.',
  propertyNames: () => 'is no attribute that can be written here; leave it out.',
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

/** A missing, extra or wrongly named field is told of its parent, with its name aside. */
const fieldIn = (params: Params): readonly string[] => {
  const field = params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName']
  return typeof field === 'string' ? [field] : []
}

/** Where in a path the names begin that are not repeated; what is left needs no escaping either. */
const untold = (names: readonly string[]): number => {
  const index = names.findIndex((name) => !/^[\w.:-]{1,64}$/.test(name))
  return index < 0 ? names.length : index
}
