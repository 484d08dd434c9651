import type { AttributeDataType } from '../options.ts'

export interface SchemaAttribute {
  type: AttributeDataType
  /** Whether it may change once it has a value. */
  isMutable: boolean
  isRequired: boolean
  /** Of a string, in characters. */
  length: { min: number; max: number }
  /** Of a number. */
  minimum?: number
}

/** What a user of the pool can have, by name; custom attributes with `custom:` in front. */
export type Schema = ReadonlyMap<string, SchemaAttribute>

const text: SchemaAttribute = {
  type: 'String',
  isMutable: true,
  isRequired: false,
  length: { min: 0, max: 2048 },
}
const flag: SchemaAttribute = { ...text, type: 'Boolean' }

/**
 * The attributes every pool has, in the order in which AWS lists them.
 * Source: "Working with user attributes" of the Amazon Cognito developer guide.
 */
const standardAttributes: Schema = new Map([
  ['sub', { ...text, isMutable: false, isRequired: true, length: { min: 1, max: 2048 } }],
  ['name', text],
  ['given_name', text],
  ['family_name', text],
  ['middle_name', text],
  ['nickname', text],
  ['preferred_username', text],
  ['profile', text],
  ['picture', text],
  ['website', text],
  ['email', text],
  ['email_verified', flag],
  ['gender', text],
  ['birthdate', { ...text, length: { min: 10, max: 10 } }],
  ['zoneinfo', text],
  ['locale', text],
  ['phone_number', text],
  ['phone_number_verified', flag],
  ['address', text],
  ['updated_at', { ...text, type: 'Number', minimum: 0 }],
])

/** What only the pool itself says about a user. */
const ownedByThePool: ReadonlySet<string> = new Set([
  'sub',
  'email_verified',
  'phone_number_verified',
])

/** A standard attribute whose value comes from the user. */
export const isProfileAttribute = (name: string): boolean =>
  standardAttributes.has(name) && !ownedByThePool.has(name)

export const isOwnedByThePool = (name: string): boolean => ownedByThePool.has(name)

export const createSchema = (input: {
  requiredAttributes: readonly string[]
  customAttributes: readonly { name: string; type?: AttributeDataType; mutable?: boolean }[]
}): Schema => {
  const standard = [...standardAttributes].map(([name, attribute]): [string, SchemaAttribute] => [
    name,
    { ...attribute, isRequired: attribute.isRequired || input.requiredAttributes.includes(name) },
  ])
  const custom = input.customAttributes.map(
    ({ name, type = 'String', mutable = true }): [string, SchemaAttribute] => [
      `custom:${name}`,
      { ...text, type, isMutable: mutable },
    ],
  )
  return new Map([...standard, ...custom])
}
