import { CognitoError, type CognitoErrorCode } from '@x/cognito-core'
import type { ProblemKey } from './problem-key.ts'
import { type FieldError, toRefusal } from './refusal.ts'

/** Where in the body of a route stands what Cognito may refuse: JSON pointers, such as `/newPassword`. */
export interface Fields {
  username?: string
  code?: string
  /** The new one, or the first. */
  password?: string
  currentPassword?: string
  /** What an authenticator or browser says of a passkey. */
  credential?: string
  /** Where second factors are enabled. */
  enabled?: string
  attribute?: (name: string) => string
}

type Places = (error: CognitoError, fields: Fields) => readonly (string | undefined)[]

const attributes: Places = ({ params }, { attribute }) =>
  (params['attributes'] ?? '')
    .split(', ')
    .filter((name) => /^[\w.:-]{1,64}$/.test(name))
    .map((name) => attribute?.(name))

const ofInput: Places = ({ key, params }, { username, currentPassword }) => {
  if (key.startsWith('COGNITO_INVALID_INPUT.username')) return [username]
  const isMissing = key === 'COGNITO_INVALID_INPUT.text' && params['field'] === 'currentPassword'
  return isMissing ? [currentPassword] : []
}

/** Which fields each refusal is about. */
const places: Readonly<Partial<Record<CognitoErrorCode, Places>>> = {
  COGNITO_CODE_MISMATCH: (_, { code }) => [code],
  COGNITO_CODE_EXPIRED: (_, { code }) => [code],
  COGNITO_INVALID_PASSWORD: (_, { password }) => [password],
  COGNITO_WRONG_PASSWORD: (_, { currentPassword }) => [currentPassword],
  COGNITO_PASSKEY_REJECTED: (_, { credential }) => [credential],
  COGNITO_MFA_NOT_SET_UP: (_, { enabled }) => [enabled],
  COGNITO_USERNAME_TAKEN: (_, { username }) => [username],
  COGNITO_INVALID_INPUT: ofInput,
  COGNITO_ATTRIBUTE_MISSING: attributes,
  COGNITO_ATTRIBUTE_INVALID: attributes,
  COGNITO_ATTRIBUTE_READ_ONLY: attributes,
}

/** The rest of a sentence that the name of the field begins, by key; without one, the code's. */
const words: Readonly<Partial<Record<ProblemKey, string>>> = {
  COGNITO_CODE_MISMATCH: 'is wrong.',
  'COGNITO_CODE_MISMATCH.orOver': 'is wrong or no longer valid.',
  COGNITO_CODE_EXPIRED: 'has expired or was used already.',
  'COGNITO_CODE_EXPIRED.used': 'was used already; wait for the next one.',
  COGNITO_INVALID_PASSWORD: 'does not meet the password policy.',
  'COGNITO_INVALID_PASSWORD.tooShort': 'is too short.',
  'COGNITO_INVALID_PASSWORD.tooLong': 'is too long.',
  'COGNITO_INVALID_PASSWORD.lowercase': 'needs a lower-case letter.',
  'COGNITO_INVALID_PASSWORD.uppercase': 'needs an upper-case letter.',
  'COGNITO_INVALID_PASSWORD.digit': 'needs a digit.',
  'COGNITO_INVALID_PASSWORD.symbol': 'needs a symbol.',
  'COGNITO_INVALID_PASSWORD.reused': 'was used before.',
  'COGNITO_INVALID_PASSWORD.form':
    'may not begin or end with a space, and needs more than one character.',
  COGNITO_WRONG_PASSWORD: 'is wrong.',
  COGNITO_USERNAME_TAKEN: 'is taken.',
  COGNITO_PASSKEY_REJECTED: 'was not accepted.',
  COGNITO_MFA_NOT_SET_UP: 'holds what has to be set up first.',
  'COGNITO_INVALID_INPUT.text': 'is missing.',
  'COGNITO_INVALID_INPUT.usernameIsEmail': 'should be an e-mail address.',
  'COGNITO_INVALID_INPUT.usernameIsPhoneNumber': 'should be a phone number.',
  'COGNITO_INVALID_INPUT.usernameIsEmailOrPhoneNumber':
    'should be an e-mail address or a phone number.',
  'COGNITO_INVALID_INPUT.usernameIsNoEmail': 'may not be an e-mail address.',
  'COGNITO_INVALID_INPUT.usernameIsNoPhoneNumber': 'may not be a phone number.',
  COGNITO_ATTRIBUTE_MISSING: 'is missing.',
  COGNITO_ATTRIBUTE_INVALID: 'is not acceptable.',
  COGNITO_ATTRIBUTE_READ_ONLY: 'cannot be set; leave it out.',
}

export const fieldErrors = (error: CognitoError, fields: Fields): readonly FieldError[] => {
  const message = words[error.key] ?? words[error.code] ?? error.message
  return (places[error.code]?.(error, fields) ?? []).flatMap((path) =>
    path === undefined ? [] : [{ path, message }],
  )
}

/** What Cognito refuses about a field is told beside it too. For `catch`. */
export const tellingFields =
  (fields: Fields) =>
  (error: unknown): never => {
    if (!(error instanceof CognitoError)) throw error
    const errors = fieldErrors(error, fields)
    throw errors.length > 0 ? toRefusal(error, { errors }) : error
  }
