import type { AttributeType as NameAndValue } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '../errors/cognito-error.ts'
import { invalidInput } from '../invalid-input.ts'
import { type AttributeType, attributeTypes, type CustomAttributeTypes } from './attribute-types.ts'
import type { AttributeOptions, UserAttributes } from './user-attributes.ts'

/** Every other standard attribute is a text. */
const standardTypes: ReadonlyMap<string, AttributeType> = new Map([
  ['email_verified', 'boolean'],
  ['phone_number_verified', 'boolean'],
  ['updated_at', 'number'],
])

/** Cognito refuses these of everybody, without saying which it was. */
const readOnlyNames: ReadonlySet<string> = new Set(['sub', 'identities'])

/** And these of any app client. */
const operatorsNames: ReadonlySet<string> = new Set(['email_verified', 'phone_number_verified'])

const customPrefix = 'custom:'

const isCustom = (name: string): boolean => name.startsWith(customPrefix)

/** By the name alone: a text that happens to read «true» stays one. */
const typeOf = (name: string, customTypes: CustomAttributeTypes): AttributeType | undefined => {
  if (!isCustom(name)) return standardTypes.get(name) ?? 'string'
  const declared = name.slice(customPrefix.length)
  return Object.hasOwn(customTypes, declared) ? customTypes[declared] : undefined
}

/** From Cognito's texts. One that is no value of its attribute's type is left out. */
export const attributesOf = <Options extends AttributeOptions>(
  list: readonly Partial<NameAndValue>[],
  customTypes: CustomAttributeTypes,
): UserAttributes<Options> =>
  Object.fromEntries(
    list.flatMap(({ Name: name, Value: text = '' }) => {
      if (!name) return []
      const value = attributeTypes[typeOf(name, customTypes) ?? 'string'].read(text)
      return value === undefined ? [] : [[name, value]]
    }),
  ) as UserAttributes<Options>

export interface Writing {
  customTypes: CustomAttributeTypes
  /** Whether `null` takes an attribute away. */
  mayTakeAway: boolean
  /** Whether it is whoever runs the pool that writes. */
  byOperator?: true
}

/**
 * As Cognito takes attributes: a list of names and texts. What is `undefined` was not given.
 *
 * @throws CognitoError that names the attribute at fault, and never shows its value.
 */
export const attributeList = (values: unknown, writing: Writing): NameAndValue[] => {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw invalidInput('COGNITO_INVALID_INPUT.values', 'attributes')
  }
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([Name, value]) => ({ Name, Value: textOf(Name, value, writing) }))
}

const textOf = (name: string, value: unknown, writing: Writing): string => {
  const { customTypes, mayTakeAway, byOperator } = writing
  if (name === '') throw invalidInput('COGNITO_INVALID_INPUT.values', 'attributes')
  if (readOnlyNames.has(name) || (!byOperator && operatorsNames.has(name))) {
    throw new CognitoError('COGNITO_ATTRIBUTE_READ_ONLY', { params: { attributes: name } })
  }
  // To Cognito an empty text means: take it away.
  if (value === null && mayTakeAway) return ''
  const type = typeOf(name, customTypes)
  const text = type ? attributeTypes[type].write(value) : anyText(value)
  if (text) return text
  const needed = type ?? 'string'
  const key = needed === 'string' ? (mayTakeAway ? 'textOrNull' : 'text') : needed
  throw invalidInput(`COGNITO_INVALID_INPUT.${key}`, `attributes.${name}`)
}

/** A custom attribute that the options do not name: whatever it is, Cognito keeps a text. */
const anyText = (value: unknown): string | undefined =>
  Object.values(attributeTypes)
    .map(({ write }) => write(value))
    .find((text) => text !== undefined)
