import type { FromSchema } from 'json-schema-to-ts'
import { invalidFields } from '../problems/invalid-input.ts'
import type { FieldError } from '../problems/refusal.ts'
import type { signUpBody } from './schemas/sign-up.ts'

export type SignUpBody = FromSchema<typeof signUpBody>

/** Fields that are attributes as well, by the name that Cognito has for them. */
const attributeOf = { email: 'email', phoneNumber: 'phone_number' } as const

const longestName = 128

/**
 * What Cognito is asked for: the first of the names given is the user name, and an e-mail address or
 * phone number is an attribute too.
 *
 * @throws a refusal `INVALID_INPUT` that names the fields.
 */
export const signUpInput = (body: SignUpBody) => {
  const { password, attributes = {} } = body
  const [field, username] = namesIn(body)[0] ?? []
  if (field === undefined || username === undefined) {
    const message = 'is missing; or give email or phoneNumber.'
    throw invalidFields([{ path: '/username', message }])
  }
  const errors = [...tooLong(field, username), ...conflicts(body)]
  if (errors.length > 0) throw invalidFields(errors)
  return {
    username,
    ...(password !== undefined && { password }),
    attributes: { ...attributes, ...givenAsFields(body) },
  }
}

const namesIn = (body: SignUpBody) =>
  (['username', 'email', 'phoneNumber'] as const).flatMap((field) => {
    const name = body[field]
    return name === undefined ? [] : [[field, name] as const]
  })

/** In characters, as the schema counts them. */
const tooLong = (field: string, name: string): readonly FieldError[] => {
  const message = `should have at most ${longestName} characters where it is the user name.`
  return [...name].length > longestName ? [{ path: `/${field}`, message }] : []
}

const givenAsFields = (body: SignUpBody): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributeOf).flatMap(([field, attribute]) => {
      const value = body[field as keyof typeof attributeOf]
      return value === undefined ? [] : [[attribute, value]]
    }),
  )

const conflicts = (body: SignUpBody): readonly FieldError[] => {
  const { attributes = {} } = body
  return Object.entries(givenAsFields(body)).flatMap(([name, value]) => {
    const other = attributes[name]
    if (other === undefined || other === value) return []
    return [{ path: `/attributes/${name}`, message: 'is given twice, with another value.' }]
  })
}
