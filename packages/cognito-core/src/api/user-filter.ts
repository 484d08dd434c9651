import type { UserStatusType } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '../errors/cognito-error.ts'
import { invalidInput } from '../invalid-input.ts'
import { requireBoolean } from '../require-boolean.ts'
import { requireChoice } from '../require-choice.ts'
import { requireObject } from '../require-object.ts'
import { requireText } from '../require-text.ts'

/** All that Cognito can search by, as it spells it: `ListUsers` in the API reference. */
const textNames = [
  'username',
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'sub',
] as const

type TextName = (typeof textNames)[number]

/**
 * One condition: Cognito takes no two, and searches no custom attributes. Names of users are told apart
 * by upper and lower case, other texts are not.
 */
export type UserFilter =
  | OneOf<Record<TextName, { equals: string } | { startsWith: string }>>
  | { status: { equals: UserStatusType } }
  | { enabled: { equals: boolean } }

type OneOf<Conditions> = {
  [Name in keyof Conditions]: { [Only in Name]: Conditions[Only] }
}[keyof Conditions]

/** Of a whole filter: `UserFilterType` in the API reference. */
const longest = 256

const statuses: readonly UserStatusType[] = [
  'UNCONFIRMED',
  'CONFIRMED',
  'ARCHIVED',
  'COMPROMISED',
  'UNKNOWN',
  'RESET_REQUIRED',
  'FORCE_CHANGE_PASSWORD',
  'EXTERNAL_PROVIDER',
]

const operators = { equals: '=', startsWith: '^=' } as const

/**
 * In Cognito's words.
 *
 * @throws CognitoError `COGNITO_INVALID_INPUT` that names the field, where Cognito could not answer.
 */
export const filterText = (untrustedFilter: unknown): string => {
  const [[name, untrustedCondition] = [], ...others] = Object.entries(
    requireObject('filter', untrustedFilter),
  )
  if (name === undefined || others.length > 0) {
    throw invalidInput('COGNITO_INVALID_INPUT.oneCondition', 'filter')
  }
  const field = `filter.${name}`
  const condition = requireObject(field, untrustedCondition)
  if (name === 'status') return equalTo('cognito:user_status', statusIn(field, condition))
  if (name === 'enabled') {
    const enabled = requireBoolean(`${field}.equals`, only('equals', { field, condition }))
    return equalTo('status', enabled ? 'Enabled' : 'Disabled')
  }
  if (!textNames.some((searchable) => searchable === name)) {
    const choices = [...textNames, 'status', 'enabled'].join(', ')
    throw new CognitoError('COGNITO_INVALID_INPUT.notSearchable', { params: { field, choices } })
  }
  return textFilter({ field, name, condition })
}

interface Condition {
  field: string
  condition: Readonly<Record<string, unknown>>
}

const textFilter = ({ field, name, condition }: Condition & { name: string }): string => {
  const operator = requireChoice(field, Object.keys(condition)[0], ['equals', 'startsWith'])
  const text = requireText(`${field}.${operator}`, only(operator, { field, condition }))
  const filter = `${name} ${operators[operator]} ${quoted(text)}`
  if (filter.length > longest) throw invalidInput('COGNITO_INVALID_INPUT.form', field)
  return filter
}

const statusIn = (field: string, condition: Condition['condition']): UserStatusType =>
  requireChoice(`${field}.equals`, only('equals', { field, condition }), statuses)

/** @throws CognitoError where there is another condition, too. */
const only = (operator: string, { field, condition }: Condition): unknown => {
  const [[name, value] = [], ...others] = Object.entries(condition)
  if (others.length > 0) throw invalidInput('COGNITO_INVALID_INPUT.oneCondition', field)
  requireChoice(field, name, [operator])
  return value
}

const equalTo = (name: string, value: string): string => `${name} = ${quoted(value)}`

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`
