import { CognitoError } from '@x/cognito-core'
import { expect, test } from 'vitest'
import { reasonOf } from './reason-of.ts'

const caused = (code: ConstructorParameters<typeof CognitoError>[0], cause: unknown) =>
  reasonOf(new CognitoError(code, { message: 'A sentence.', cause }))

test('tells which host did not answer', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), {
    code: 'ECONNREFUSED',
  })
  expect(caused('COGNITO_UNAVAILABLE', cause)).toBe(
    'A sentence. (Error: connect ECONNREFUSED 127.0.0.1:9)',
  )
})

test('tells the code of a network error that has no words', () => {
  const cause = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' })
  expect(caused('COGNITO_UNAVAILABLE', cause)).toBe('A sentence. (AggregateError: ECONNREFUSED)')
})

test('tells where the keys should have been', () => {
  const cause = new Error('No keys from http://127.0.0.1:9/x: status 404')
  expect(caused('KEYS_UNAVAILABLE', cause)).toContain('status 404')
})

test('tells name and status of what nobody expected, and never its words', () => {
  const cause = Object.assign(new Error('hunter2'), {
    name: 'Riddle',
    $metadata: { httpStatusCode: 404 },
  })
  expect(caused('COGNITO_UNEXPECTED', cause)).toBe('A sentence. (Riddle, HTTP 404)')
})

test.each([undefined, 'hunter2', { message: 'hunter2' }])(
  'tells the sentence alone where no error lies behind it',
  (cause) => {
    expect(caused('COGNITO_UNAVAILABLE', cause)).toBe('A sentence.')
  },
)

test('keeps what may be about a user to itself', () => {
  expect(caused('COGNITO_INVALID_CREDENTIALS', new Error('hunter2'))).toBe('A sentence.')
})
