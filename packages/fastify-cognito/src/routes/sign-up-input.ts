import type { SignUpInput, WritableAttributes } from '@x/cognito-core'
import type { FromSchema } from 'json-schema-to-ts'
import type { Fields } from '../problems/field-errors.ts'
import { invalidFields } from '../problems/invalid-input.ts'
import type { FieldError } from '../problems/refusal.ts'
import type { signUpBody } from './schemas/sign-up.ts'

export type SignUpBody = FromSchema<typeof signUpBody>

/** Fields that are attributes as well, by Cognito's names for these. */
const fieldOf = { email: 'email', phone_number: 'phoneNumber' } as const

const longestName = 128

/**
 * What Cognito is asked for: the first of the names given is the user name, and an e-mail address or
 * phone number is an attribute too.
 *
 * @throws a refusal `INVALID_INPUT` that names the fields.
 */
export const signUpInput = (body: SignUpBody): SignUpInput => {
  const { password, attributes = {} } = body
  const [field, username] = nameIn(body)
  const errors = [...tooLong(field, username), ...conflicts(body)]
  if (errors.length > 0) throw invalidFields(errors)
  return {
    username,
    ...(password !== undefined && { password }),
    // The schema has compared each value with its name.
    attributes: { ...attributes, ...givenAsFields(body) } as WritableAttributes,
  }
}

/** Where in the body stands what Cognito may refuse. */
export const fieldsOfSignUp = (body: SignUpBody): Fields => ({
  username: `/${nameIn(body)[0]}`,
  password: '/password',
  attribute: (name) => {
    const field = new Map<string, keyof SignUpBody>(Object.entries(fieldOf)).get(name)
    const isAmongAttributes = body.attributes?.[name] !== undefined
    return field && !isAmongAttributes ? `/${field}` : `/attributes/${name}`
  },
})

const nameIn = (body: SignUpBody): readonly [field: string, name: string] => {
  for (const field of ['username', 'email', 'phoneNumber'] as const) {
    const name = body[field]
    if (name !== undefined) return [field, name]
  }
  throw invalidFields([{ path: '/username', message: 'is missing; or give email or phoneNumber.' }])
}

/** In characters, as the schema counts them. */
const tooLong = (field: string, name: string): readonly FieldError[] => {
  const message = `should have at most ${longestName} characters where it is the user name.`
  return [...name].length > longestName ? [{ path: `/${field}`, message }] : []
}

const givenAsFields = (body: SignUpBody): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fieldOf).flatMap(([name, field]) => {
      const value = body[field]
      return value === undefined ? [] : [[name, value]]
    }),
  )

const conflicts = (body: SignUpBody): readonly FieldError[] =>
  Object.entries(givenAsFields(body)).flatMap(([name, value]) => {
    const other = body.attributes?.[name]
    if (other === undefined || other === value) return []
    return [{ path: `/attributes/${name}`, message: 'is given twice, with another value.' }]
  })
