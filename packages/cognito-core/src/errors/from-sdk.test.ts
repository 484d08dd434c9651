import { describe, expect, it } from 'vitest'
import { fromSdk } from './from-sdk.ts'

const thrown = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name, $fault: 'client', ...more })

describe('fromSdk', () => {
  it.each([
    ['NotAuthorizedException', 'Incorrect username or password.', 'COGNITO_INVALID_CREDENTIALS'],
    ['NotAuthorizedException', 'Incorrect username or password', 'COGNITO_INVALID_CREDENTIALS'],
    ['NotAuthorizedException', 'Password attempts exceeded', 'COGNITO_TOO_MANY_ATTEMPTS'],
    ['NotAuthorizedException', 'User is disabled.', 'COGNITO_USER_DISABLED'],
    [
      'NotAuthorizedException',
      'Temporary password has expired and must be reset by an administrator.',
      'COGNITO_TEMPORARY_PASSWORD_EXPIRED',
    ],
    ['NotAuthorizedException', 'Invalid session for the user.', 'COGNITO_SESSION_EXPIRED'],
    [
      'NotAuthorizedException',
      'Invalid session for the user, session is expired.',
      'COGNITO_SESSION_EXPIRED',
    ],
    [
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
      'COGNITO_SESSION_EXPIRED',
    ],
    ['NotAuthorizedException', 'Invalid Refresh Token', 'COGNITO_TOKEN_REJECTED'],
    ['NotAuthorizedException', 'Refresh Token has been revoked', 'COGNITO_TOKEN_REJECTED'],
    ['NotAuthorizedException', 'Access Token has expired', 'COGNITO_TOKEN_REJECTED'],
    ['NotAuthorizedException', 'Access Token does not have required scopes', 'COGNITO_NOT_ALLOWED'],
    [
      'NotAuthorizedException',
      'Unable to verify secret hash for client 1example',
      'COGNITO_MISCONFIGURED',
    ],
    [
      'NotAuthorizedException',
      'SecretHash does not match for the client: 1example',
      'COGNITO_MISCONFIGURED',
    ],
    [
      'NotAuthorizedException',
      'Client 1example is configured with secret but SECRET_HASH was not received',
      'COGNITO_MISCONFIGURED',
    ],
    ['NotAuthorizedException', 'Words nobody has seen yet', 'COGNITO_INVALID_CREDENTIALS'],
    ['UserNotFoundException', 'User does not exist.', 'COGNITO_USER_NOT_FOUND'],
    ['CodeMismatchException', 'Invalid code or auth state for the user.', 'COGNITO_CODE_MISMATCH'],
    [
      'ExpiredCodeException',
      'Your software token has already been used once.',
      'COGNITO_CODE_EXPIRED',
    ],
    ['RefreshTokenReuseException', 'Refresh token reused', 'COGNITO_TOKEN_REJECTED'],
    ['TooManyRequestsException', 'Too many requests', 'COGNITO_RATE_LIMITED'],
    ['ThrottlingException', 'Rate exceeded', 'COGNITO_RATE_LIMITED'],
    ['TooManyFailedAttemptsException', 'Too many', 'COGNITO_TOO_MANY_ATTEMPTS'],
    ['ForbiddenException', 'Forbidden', 'COGNITO_NOT_ALLOWED'],
    [
      'NotAuthorizedException',
      'Cannot modify an already provided email',
      'COGNITO_ATTRIBUTE_READ_ONLY',
    ],
    ['NotAuthorizedException', 'User does not exist.', 'COGNITO_USER_NOT_FOUND'],
    [
      'NotAuthorizedException',
      'Unable to verify client secret for client 1example',
      'COGNITO_MISCONFIGURED',
    ],
    ['InvalidParameterException', 'Initiate Auth method not supported.', 'COGNITO_MISCONFIGURED'],
    ['InvalidParameterException', 'Something else', 'COGNITO_INVALID_INPUT'],
    ['ResourceNotFoundException', 'User pool client x does not exist.', 'COGNITO_MISCONFIGURED'],
    ['UnauthorizedException', 'no', 'COGNITO_MISCONFIGURED'],
    ['UnsupportedOperationException', 'no', 'COGNITO_MISCONFIGURED'],
    ['UnsupportedTokenTypeException', 'no', 'COGNITO_INVALID_INPUT'],
    ['InvalidSmsRoleAccessPolicyException', 'no', 'COGNITO_MISCONFIGURED'],
    ['UnexpectedLambdaException', 'no', 'COGNITO_TRIGGER_FAILED'],
    ['PasswordHistoryPolicyViolationException', 'no', 'COGNITO_INVALID_PASSWORD'],
    [
      'LimitExceededException',
      'Attempt limit exceeded, please try after some time.',
      'COGNITO_LIMIT_EXCEEDED',
    ],
    ['InternalErrorException', 'Something went wrong', 'COGNITO_UNAVAILABLE'],
    ['AnExceptionOfTomorrow', 'Who knows', 'COGNITO_UNEXPECTED'],
  ])('reads %s «%s» as %s', (name, message, code) => {
    const cause = thrown(name, message)
    expect(fromSdk(cause, 'InitiateAuth')).toMatchObject({ name: 'CognitoError', code, cause })
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

  it.each([
    ['Password not long enough', 'is too short'],
    ['Password must have uppercase characters', 'needs an upper-case letter'],
    ['Password must have lowercase characters', 'needs a lower-case letter'],
    ['Password must have numeric characters', 'needs a digit'],
    ['Password must have symbol characters', 'needs a symbol'],
  ])('tells which rule of the policy «%s» is about', (said, told) => {
    const message = `Password did not conform with policy: ${said}`
    expect(fromSdk(thrown('InvalidPasswordException', message), 'InitiateAuth').message).toContain(
      told,
    )
  })

  it.each(['GetTokensFromRefreshToken', 'GetUser', 'GlobalSignOut', 'RevokeToken'])(
    'takes a no in unknown words neither for a wrong password nor for the end of a session: %s',
    (operation) => {
      const cause = thrown('NotAuthorizedException', 'Words nobody has seen yet')
      expect(fromSdk(cause, operation)).toMatchObject({ code: 'COGNITO_NOT_ALLOWED', cause })
    },
  )

  it('names every attribute that is missing', () => {
    const message = 'Invalid attributes given, email is missing and given_name is missing'
    const error = fromSdk(thrown('InvalidParameterException', message), 'SignUp')
    expect(error.message).toBe('Required attributes are missing: email, given_name.')
  })

  it("hands on a trigger's own words without Cognito's frame", () => {
    const message = 'PreAuthentication failed with error Come back on Monday..'
    const error = fromSdk(thrown('UserLambdaValidationException', message), 'InitiateAuth')
    expect(error).toMatchObject({
      code: 'COGNITO_REJECTED_BY_TRIGGER',
      message: 'Come back on Monday.',
    })
  })

  it('names the authentication flow that the app client does not allow', () => {
    const error = fromSdk(
      thrown('InvalidParameterException', 'USER_SRP_AUTH flow not enabled for this client'),
      'InitiateAuth',
    )
    expect(error.code).toBe('COGNITO_MISCONFIGURED')
    expect(error.message).toContain('USER_SRP_AUTH')
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
})
