import { CognitoError, type MessageKey } from '@x/cognito-core'
import { expect, test } from 'vitest'
import { fieldErrors } from './field-errors.ts'

const fields = {
  username: '/email',
  code: '/code',
  password: '/newPassword',
  currentPassword: '/currentPassword',
  attribute: (name: string) => `/attributes/${name}`,
}
const told = (key: MessageKey, params: Record<string, string> = {}) =>
  fieldErrors(new CognitoError(key, { params }), fields).map(
    ({ path, message }) => `${path} ${message}`,
  )

test.each<[MessageKey, string]>([
  ['COGNITO_CODE_MISMATCH', '/code is wrong.'],
  ['COGNITO_CODE_MISMATCH.orOver', '/code is wrong or no longer valid.'],
  ['COGNITO_CODE_EXPIRED', '/code has expired or was used already.'],
  ['COGNITO_INVALID_PASSWORD', '/newPassword does not meet the password policy.'],
  ['COGNITO_INVALID_PASSWORD.tooLong', '/newPassword is too long.'],
  ['COGNITO_WRONG_PASSWORD', '/currentPassword is wrong.'],
  ['COGNITO_USERNAME_TAKEN', '/email is taken.'],
  ['COGNITO_INVALID_INPUT.usernameIsPhoneNumber', '/email should be a phone number.'],
])('%s is about a field', (key, error) => {
  expect(told(key)).toEqual([error])
})

test('a missing current password is', () => {
  expect(told('COGNITO_INVALID_INPUT.text', { field: 'currentPassword' })).toEqual([
    '/currentPassword is missing.',
  ])
  expect(told('COGNITO_INVALID_INPUT.text', { field: 'accessToken' })).toEqual([])
})

test('each attribute that Cognito names is, and no name that may be something else', () => {
  const attributes = 'given_name, custom:level, not a name, , <script>'
  expect(told('COGNITO_ATTRIBUTE_MISSING', { attributes })).toEqual([
    '/attributes/given_name is missing.',
    '/attributes/custom:level is missing.',
  ])
})

test.each<MessageKey>([
  'COGNITO_ATTRIBUTE_READ_ONLY.unnamed',
  'COGNITO_INVALID_INPUT',
  'COGNITO_UNAVAILABLE',
])('%s is about none', (key) => {
  expect(told(key)).toEqual([])
})

test('nothing is told of a field that the route has not', () => {
  expect(fieldErrors(new CognitoError('COGNITO_CODE_MISMATCH'), {})).toEqual([])
})
