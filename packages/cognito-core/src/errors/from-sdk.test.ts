import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { fromSdk } from './from-sdk.ts'

const thrown = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name, $fault: 'client', ...more })

describe('fromSdk', () => {
  it('keeps what was thrown as the cause, and Cognito says nothing of it to people', () => {
    const cause = thrown('UserNotFoundException', 'Username/client id combination not found.')
    expect(fromSdk(cause, 'ForgotPassword')).toMatchObject({
      name: 'CognitoError',
      code: 'COGNITO_USER_NOT_FOUND',
      message: 'There is no such user.',
      retryable: false,
      cause,
    })
  })

  it.each([
    ['a reset connection', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    [
      'an unknown host',
      Object.assign(new Error('no such host'), { code: 'ENOTFOUND', errno: -3008 }),
    ],
    ['a timeout', Object.assign(new Error('took too long'), { name: 'TimeoutError' })],
    ['a 500 without a name', thrown('Unknown', '', { $metadata: { httpStatusCode: 500 } })],
    ["the service's own fault", thrown('NewFault', '', { $fault: 'server' })],
  ])('takes %s for an outage that may pass', (_what, error) => {
    expect(fromSdk(error, 'InitiateAuth')).toMatchObject({
      code: 'COGNITO_UNAVAILABLE',
      retryable: true,
    })
  })

  it('keeps the code of a network error, which the SDK has marked as its own', () => {
    const refused = Object.assign(new AggregateError([], ''), {
      code: 'ECONNREFUSED',
      $metadata: { attempts: 3 },
    })
    expect(fromSdk(refused, 'InitiateAuth')).toMatchObject({
      code: 'COGNITO_UNAVAILABLE',
      cause: { code: 'ECONNREFUSED' },
    })
  })

  it('does not keep an answer it could not read, for it may hold tokens', () => {
    const secret = 'eyJhbGciOi'
    const unreadable = Object.assign(new SyntaxError(`Unexpected token in "${secret}"`), {
      $responseBodyText: secret,
    })
    const error = fromSdk(unreadable, 'InitiateAuth')
    expect(error.code).toBe('COGNITO_UNAVAILABLE')
    expect(JSON.stringify([error.message, String(error.cause), error.cause])).not.toContain(secret)
  })

  it.each([undefined, null, 'text', 42])('survives %s being thrown', (value) => {
    expect(fromSdk(value, 'InitiateAuth')).toMatchObject({
      code: 'COGNITO_UNEXPECTED',
      cause: value,
    })
  })

  it('takes a mistake of this package for what it is, and not for an outage', () => {
    const mistake = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL' })
    expect(fromSdk(mistake, 'InitiateAuth')).toMatchObject({
      code: 'COGNITO_UNEXPECTED',
      cause: mistake,
    })
  })

  it('is not fooled by names that every object has', () => {
    expect(fromSdk(thrown('constructor', 'x'), 'InitiateAuth').code).toBe('COGNITO_UNEXPECTED')
  })

  it.each([
    ['CredentialsProviderError', 'COGNITO_NO_CREDENTIALS'],
    ['TokenProviderError', 'COGNITO_NO_CREDENTIALS'],
    ['MissingAuthenticationTokenException', 'COGNITO_NO_CREDENTIALS'],
    ['UnrecognizedClientException', 'COGNITO_NO_CREDENTIALS.refused'],
    ['ExpiredTokenException', 'COGNITO_NO_CREDENTIALS.refused'],
    ['InvalidSignatureException', 'COGNITO_NO_CREDENTIALS.refused'],
    ['IncompleteSignatureException', 'COGNITO_NO_CREDENTIALS.refused'],
    ['AccessDeniedException', 'COGNITO_NOT_PERMITTED'],
  ])('says which call %s is about, and keeps who was refused in the cause', (name, key) => {
    const said = 'User: arn:aws:sts::123456789012:assumed-role/shop is not authorized'
    const error = fromSdk(thrown(name, said), 'DescribeUserPool')
    expect(error).toMatchObject({ key, retryable: false })
    expect(error.message).toContain('DescribeUserPool')
    expect(error.message).not.toContain('123456789012')
  })

  it('gives the line of an IAM policy that a call wants, for the pool that it is about', () => {
    const userPoolId = 'eu-west-1_AbCdEf123'
    const error = fromSdk(thrown('AccessDeniedException', 'No.'), 'ListUsers', { userPoolId })
    const [line = ''] = /{.*}/.exec(error.message) ?? []
    expect(JSON.parse(line)).toEqual({
      Effect: 'Allow',
      Action: 'cognito-idp:ListUsers',
      Resource: `arn:aws:cognito-idp:*:*:userpool/${userPoolId}`,
    })
    expect(error.params).toMatchObject({ action: 'cognito-idp:ListUsers', statement: line })
  })

  it("says which of Cognito's operations refused", () => {
    expect(fromSdk(thrown('CodeMismatchException', 'No.'), 'ConfirmSignUp').operation).toBe(
      'ConfirmSignUp',
    )
    expect(fromSdk(thrown('Unheard', 'No.'), 'SignUp').operation).toBe('SignUp')
  })

  it('keeps no value that a complaint about a constraint quotes', () => {
    const message =
      "2 validation errors detected: Value 'my ' at 'secret code' at 'confirmationCode' failed to " +
      "satisfy constraint: Member must satisfy regular expression pattern: [\\S]+; Value at 'password' " +
      'failed to satisfy constraint: Member must have length less than or equal to 256'
    const more = { $metadata: { httpStatusCode: 400 }, $response: { body: 'my secret code' } }
    const { cause } = fromSdk(thrown('InvalidParameterException', message, more), 'ConfirmSignUp')
    expect(cause).toMatchObject({ name: 'InvalidParameterException', $metadata: more.$metadata })
    expect(inspect(cause)).not.toMatch(/my |secret/)
    expect((cause as Error).message).toContain("Value at 'confirmationCode' failed to satisfy")
  })
})
