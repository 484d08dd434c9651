import { describe, expect, it } from 'vitest'
import { fromSdk } from './from-sdk.ts'
import { meanings } from './meanings.ts'
import type { MessageKey, MessageParams } from './messages.ts'

interface Row {
  name: string
  says: string
  key: MessageKey
  params?: MessageParams
  /** @default 'SignUp' */
  on?: string
}

const rowsOf = (
  name: string,
  rows: readonly (readonly [
    says: string,
    key: MessageKey,
    more?: Omit<Row, 'name' | 'says' | 'key'>,
  ])[],
): Row[] => rows.map(([says, key, more]) => ({ name, says, key, ...more }))

const attributes = (names: string) => ({ params: { attributes: names } })
const field = (name: string) => ({ params: { field: name } })
const missing = 'COGNITO_ATTRIBUTE_MISSING'
const invalid = 'COGNITO_ATTRIBUTE_INVALID'
const readOnly = 'COGNITO_ATTRIBUTE_READ_ONLY'
const schema = 'Attributes did not conform to the schema: '
const policy = 'Password did not conform with policy: '

/** What Cognito says word for word, and what becomes of it. */
const rows: readonly Row[] = [
  ...rowsOf('ResourceNotFoundException', [
    ['Group not found.', 'COGNITO_GROUP_NOT_FOUND', { on: 'GetGroup' }],
    ['Group not found.', 'COGNITO_GROUP_NOT_FOUND', { on: 'AdminAddUserToGroup' }],
    ['User pool us-east-1_A does not exist.', 'COGNITO_MISCONFIGURED', { on: 'GetGroup' }],
  ]),
  ...rowsOf('LimitExceededException', [
    ['Words', 'COGNITO_LIMIT_EXCEEDED.clientSecrets', { on: 'AddUserPoolClientSecret' }],
    ['Words', 'COGNITO_LIMIT_EXCEEDED.groups', { on: 'CreateGroup' }],
    ['Words', 'COGNITO_LIMIT_EXCEEDED.linkedProviders', { on: 'AdminLinkProviderForUser' }],
  ]),
  ...rowsOf('NotAuthorizedException', [
    ['Incorrect username or password.', 'COGNITO_INVALID_CREDENTIALS'],
    ['Incorrect username or password', 'COGNITO_INVALID_CREDENTIALS', { on: 'InitiateAuth' }],
    ['Incorrect username or password.', 'COGNITO_WRONG_PASSWORD', { on: 'ChangePassword' }],
    ['Password attempts exceeded', 'COGNITO_TOO_MANY_ATTEMPTS'],
    ['User is disabled.', 'COGNITO_USER_DISABLED'],
    ['User is disabled', 'COGNITO_USER_DISABLED'],
    ['User does not exist.', 'COGNITO_USER_NOT_FOUND'],
    [
      'Temporary password has expired and must be reset by an administrator.',
      'COGNITO_TEMPORARY_PASSWORD_EXPIRED',
    ],
    ['Invalid session for the user.', 'COGNITO_SESSION_EXPIRED'],
    ['Invalid session for the user, session is expired.', 'COGNITO_SESSION_EXPIRED'],
    ['Invalid session for the user, session can only be used once.', 'COGNITO_SESSION_EXPIRED'],
    ['Invalid Refresh Token', 'COGNITO_TOKEN_REJECTED'],
    ['Refresh Token has been revoked', 'COGNITO_TOKEN_REJECTED'],
    ['Access Token has expired', 'COGNITO_TOKEN_REJECTED'],
    ['Could not verify signature for Access Token', 'COGNITO_TOKEN_REJECTED'],
    ['Access Token does not have required scopes', 'COGNITO_NOT_ALLOWED'],
    ['Unable to verify secret hash for client 1example', 'COGNITO_MISCONFIGURED.clientSecret'],
    ['SecretHash does not match for the client: 1example', 'COGNITO_MISCONFIGURED.clientSecret'],
    ['Unable to verify client secret for client 1example', 'COGNITO_MISCONFIGURED.clientSecret'],
    [
      'Client 1example is configured with secret but SECRET_HASH was not received',
      'COGNITO_MISCONFIGURED.clientSecret',
    ],
    [
      'Client 1example is configured for secret but secret was not received',
      'COGNITO_MISCONFIGURED.clientSecret',
    ],
    ['User cannot be confirmed. Current status is CONFIRMED', 'COGNITO_ALREADY_CONFIRMED'],
    ['User cannot confirm because user status is not UNCONFIRMED.', 'COGNITO_ALREADY_CONFIRMED'],
    ['User cannot be confirmed. Current status is RESET_REQUIRED', 'COGNITO_NOT_ALLOWED'],
    ['SignUp is not permitted for this user pool', 'COGNITO_SIGN_UP_CLOSED'],
    ['User password cannot be reset in the current state.', 'COGNITO_PASSWORD_RESET_NOT_POSSIBLE'],
    ['Contact administrator to reset password.', 'COGNITO_PASSWORD_RESET_NOT_POSSIBLE'],
    [
      'Cannot resend codes. Auto verification not turned on.',
      'COGNITO_MISCONFIGURED.noVerification',
    ],
    ['Cannot modify an already provided email', readOnly, attributes('email')],
    ['Cannot modify an already provided custom:team.', readOnly, attributes('custom:team')],
    ['A client attempted to write unauthorized attribute', `${readOnly}.unnamed`],
    ['Cannot modify the non-mutable attribute', `${readOnly}.unnamed`],
    ['Words nobody has seen yet', 'COGNITO_INVALID_CREDENTIALS', { on: 'InitiateAuth' }],
    ['Words nobody has seen yet', 'COGNITO_INVALID_CREDENTIALS', { on: 'RespondToAuthChallenge' }],
    ['Words nobody has seen yet', 'COGNITO_NOT_ALLOWED'],
  ]),
  ...rowsOf('InvalidPasswordException', [
    [`${policy}Password not long enough`, 'COGNITO_INVALID_PASSWORD.tooShort'],
    [`${policy}Password must have uppercase characters`, 'COGNITO_INVALID_PASSWORD.uppercase'],
    [`${policy}Password must have lowercase characters`, 'COGNITO_INVALID_PASSWORD.lowercase'],
    [`${policy}Password must have numeric characters`, 'COGNITO_INVALID_PASSWORD.digit'],
    [`${policy}Password must have symbol characters`, 'COGNITO_INVALID_PASSWORD.symbol'],
    [`${policy}Password must not start or end with a space`, 'COGNITO_INVALID_PASSWORD.form'],
    [`${policy}Password must rhyme`, 'COGNITO_INVALID_PASSWORD'],
  ]),
  ...rowsOf('InvalidParameterException', [
    [
      'SourceUser is already linked to DestinationUser',
      'COGNITO_ALIAS_TAKEN.linked',
      { on: 'AdminLinkProviderForUser' },
    ],
    [
      'Session tracking is not enabled for this user pool.',
      'COGNITO_MISCONFIGURED.sessionTracking',
    ],
    [
      'Cannot revoke the current session.',
      'COGNITO_INVALID_INPUT.ownSession',
      { on: 'RevokeUserSession' },
    ],
    ['Cannot revoke the current session.', 'COGNITO_INVALID_INPUT'],
    [
      'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
      'COGNITO_MFA_NOT_SET_UP',
      { params: { method: 'totp' } },
    ],
    [
      'User does not have delivery config set to turn on SMS_MFA',
      'COGNITO_MFA_NOT_SET_UP',
      { params: { method: 'sms' } },
    ],
    [
      'User does not have delivery config set to turn on EMAIL_MFA',
      'COGNITO_MFA_NOT_SET_UP',
      { params: { method: 'email' } },
    ],
    [
      'User does not have delivery config set to turn on SOMETHING_NEW',
      'COGNITO_MFA_NOT_SET_UP.unnamed',
    ],
    ['Credential data is not valid', 'COGNITO_PASSKEY_REJECTED'],
    ['Invalid device key given.', 'COGNITO_DEVICE_NOT_FOUND.unknown', { on: 'ConfirmDevice' }],
    [
      "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must have length less than or equal to 128",
      'COGNITO_INVALID_INPUT.form',
      field('username'),
    ],
    [
      'USER_AUTH flow not enabled for this client',
      'COGNITO_MISCONFIGURED.flow',
      { params: { flow: 'USER_AUTH' } },
    ],
    ['Auth flow not enabled for this client', 'COGNITO_MISCONFIGURED'],
    ['Initiate Auth method not supported.', 'COGNITO_MISCONFIGURED'],
    ['Custom auth lambda trigger is not configured for the user pool.', 'COGNITO_MISCONFIGURED'],
    ['Invalid attributes given, email is missing', missing, attributes('email')],
    [
      'Invalid attributes given, email is missing and given_name is missing',
      missing,
      attributes('email, given_name'),
    ],
    ['Invalid attributes given', `${missing}.unnamed`],
    [`${schema}email: The attribute is required\n`, missing, attributes('email')],
    [
      `${schema}email: The attribute is required\nname: The attribute is required\n`,
      missing,
      attributes('email, name'),
    ],
    [
      `${schema}custom:x: Attribute does not exist in the schema.\nname: The attribute is required\n`,
      missing,
      attributes('name'),
    ],
    [
      `${schema}custom:x: Attribute does not exist in the schema.\n`,
      invalid,
      attributes('custom:x'),
    ],
    [
      `${schema}birthdate: Wrong length\ncustom:größe: Wrong type\n`,
      invalid,
      attributes('birthdate, custom:größe'),
    ],
    [`${schema}custom:x: Attribute cannot be updated.\n`, readOnly, attributes('custom:x')],
    ['user.custom:x: Attribute cannot be updated.\n', readOnly, attributes('custom:x')],
    ['user.name: Attribute cannot be updated.\n', readOnly, attributes('name')],
    [
      'user.name: Attribute cannot be updated.\nuser.custom:x: Attribute cannot be updated.\n',
      readOnly,
      attributes('name, custom:x'),
    ],
    [
      'Invalid user attributes: user.custom:foo: Attribute does not exist in the schema.\n',
      invalid,
      attributes('custom:foo'),
    ],
    ['Attributes did not conform to the schema', `${invalid}.unnamed`],
    ['Invalid email address format.', invalid, attributes('email')],
    ['Invalid phone number format.', invalid, attributes('phone_number')],
    [
      'Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
      invalid,
      attributes('preferred_username'),
    ],
    [
      'User does not have a valid registered email address',
      'COGNITO_ATTRIBUTE_MISSING.toVerify',
      { ...attributes('email'), on: 'GetUserAttributeVerificationCode' },
    ],
    [
      'User does not have a valid registered phone number',
      'COGNITO_ATTRIBUTE_MISSING.toVerify',
      { ...attributes('phone_number'), on: 'GetUserAttributeVerificationCode' },
    ],
    ['User is already confirmed.', 'COGNITO_ALREADY_CONFIRMED', { on: 'ResendConfirmationCode' }],
    [
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
      'COGNITO_NO_RECOVERY',
    ],
    ['Username should be an email.', 'COGNITO_INVALID_INPUT.usernameIsEmail'],
    ['Username should be a phone number.', 'COGNITO_INVALID_INPUT.usernameIsPhoneNumber'],
    [
      'Username should be either an email or a phone number.',
      'COGNITO_INVALID_INPUT.usernameIsEmailOrPhoneNumber',
    ],
    [
      'Username cannot be of email format, since user pool is configured for email alias.',
      'COGNITO_INVALID_INPUT.usernameIsNoEmail',
    ],
    [
      'Username cannot be of phone number format, since user pool is configured for phone number alias.',
      'COGNITO_INVALID_INPUT.usernameIsNoPhoneNumber',
    ],
    [
      'Missing required parameter PreviousPassword',
      'COGNITO_INVALID_INPUT.text',
      { ...field('currentPassword'), on: 'ChangePassword' },
    ],
    ['Something else', 'COGNITO_INVALID_INPUT'],
  ]),
  ...rowsOf('ResourceNotFoundException', [
    ['Device does not exist.', 'COGNITO_DEVICE_NOT_FOUND', { on: 'InitiateAuth' }],
    ['Device does not exist.', 'COGNITO_DEVICE_NOT_FOUND', { on: 'RespondToAuthChallenge' }],
    ['Device does not exist.', 'COGNITO_DEVICE_NOT_FOUND.unknown', { on: 'ForgetDevice' }],
    ['Words nobody has seen yet', 'COGNITO_PASSKEY_NOT_FOUND', { on: 'DeleteWebAuthnCredential' }],
    ['Session does not exist.', 'COGNITO_SESSION_NOT_FOUND', { on: 'RevokeUserSession' }],
    ['Words nobody has seen yet', 'COGNITO_SESSION_NOT_FOUND', { on: 'AdminRevokeUserSession' }],
    [
      'User pool us-east-1_Example does not exist.',
      'COGNITO_MISCONFIGURED',
      { on: 'AdminRevokeUserSession' },
    ],
    ['Session does not exist.', 'COGNITO_MISCONFIGURED', { on: 'AdminListUserSessions' }],
  ]),
  ...['FeatureUnavailableInTierException', 'OperationNotEnabledException'].flatMap((name) =>
    rowsOf(name, [
      ['Words', 'COGNITO_MISCONFIGURED.sessionTracking', { on: 'ListUserSessions' }],
      ['Words', 'COGNITO_MISCONFIGURED.sessionTracking', { on: 'RevokeUserSession' }],
      ['Words', 'COGNITO_MISCONFIGURED.sessionTracking', { on: 'AdminListUserSessions' }],
      ['Words', 'COGNITO_MISCONFIGURED.sessionTracking', { on: 'AdminRevokeUserSession' }],
    ]),
  ),
  ...rowsOf('UnauthorizedException', [
    ['Words', 'COGNITO_MISCONFIGURED.clientSecret', { on: 'RevokeToken' }],
  ]),
  ...rowsOf('LimitExceededException', [
    ['Words', 'COGNITO_LIMIT_EXCEEDED.passkeys', { on: 'StartWebAuthnRegistration' }],
    ['Words', 'COGNITO_LIMIT_EXCEEDED.passkeys', { on: 'CompleteWebAuthnRegistration' }],
    ['Words', 'COGNITO_LIMIT_EXCEEDED', { on: 'DeleteWebAuthnCredential' }],
  ]),
  ...rowsOf('EnableSoftwareTokenMFAException', [
    ['Code mismatch', 'COGNITO_CODE_MISMATCH', { on: 'VerifySoftwareToken' }],
    ['Your software token has already been used once.', 'COGNITO_CODE_EXPIRED.used'],
  ]),
  ...rowsOf('ExpiredCodeException', [
    ['Invalid code provided, please request a code again.', 'COGNITO_CODE_EXPIRED'],
    ['Your software token has already been used once.', 'COGNITO_CODE_EXPIRED.used'],
  ]),
  ...rowsOf('UserLambdaValidationException', [
    [
      'PreSignUp failed with error Only with an invitation..',
      'COGNITO_REJECTED_BY_TRIGGER.reason',
      { params: { reason: 'Only with an invitation.' } },
    ],
    ['no reason', 'COGNITO_REJECTED_BY_TRIGGER'],
  ]),
]

const others: Readonly<Record<string, MessageKey>> = {
  ResourceNotFoundException: 'COGNITO_MISCONFIGURED',
  UserNotFoundException: 'COGNITO_USER_NOT_FOUND',
  UserNotConfirmedException: 'COGNITO_USER_NOT_CONFIRMED',
  PasswordResetRequiredException: 'COGNITO_PASSWORD_RESET_REQUIRED',
  PasswordHistoryPolicyViolationException: 'COGNITO_INVALID_PASSWORD.reused',
  CodeMismatchException: 'COGNITO_CODE_MISMATCH',
  EnableSoftwareTokenMFAException: 'COGNITO_CODE_MISMATCH',
  ExpiredCodeException: 'COGNITO_CODE_EXPIRED',
  CodeDeliveryFailureException: 'COGNITO_CODE_NOT_DELIVERED',
  AliasExistsException: 'COGNITO_ALIAS_TAKEN',
  GroupExistsException: 'COGNITO_GROUP_EXISTS',
  UnsupportedUserStateException: 'COGNITO_ALREADY_CONFIRMED',
  PreconditionNotMetException: 'COGNITO_MISCONFIGURED',
  UserPoolAddOnNotEnabledException: 'COGNITO_MISCONFIGURED.threatProtection',
  DeviceKeyExistsException: 'COGNITO_ALREADY_CONFIRMED.device',
  UsernameExistsException: 'COGNITO_USERNAME_TAKEN',
  RefreshTokenReuseException: 'COGNITO_TOKEN_REJECTED',
  TooManyFailedAttemptsException: 'COGNITO_TOO_MANY_ATTEMPTS',
  TooManyRequestsException: 'COGNITO_RATE_LIMITED',
  ThrottlingException: 'COGNITO_RATE_LIMITED',
  LimitExceededException: 'COGNITO_LIMIT_EXCEEDED',
  ForbiddenException: 'COGNITO_NOT_ALLOWED',
  UnsupportedTokenTypeException: 'COGNITO_INVALID_INPUT',
  UnauthorizedException: 'COGNITO_MISCONFIGURED',
  UnsupportedOperationException: 'COGNITO_MISCONFIGURED',
  FeatureUnavailableInTierException: 'COGNITO_MISCONFIGURED',
  InvalidUserPoolConfigurationException: 'COGNITO_MISCONFIGURED',
  MFAMethodNotFoundException: 'COGNITO_MISCONFIGURED',
  SoftwareTokenMFANotFoundException: 'COGNITO_MISCONFIGURED',
  WebAuthnChallengeNotFoundException: 'COGNITO_PASSKEY_REJECTED.expired',
  WebAuthnClientMismatchException: 'COGNITO_PASSKEY_REJECTED.expired',
  WebAuthnOriginNotAllowedException: 'COGNITO_PASSKEY_REJECTED.origin',
  WebAuthnRelyingPartyMismatchException: 'COGNITO_PASSKEY_REJECTED.origin',
  WebAuthnCredentialNotSupportedException: 'COGNITO_PASSKEY_REJECTED.notSupported',
  WebAuthnNotEnabledException: 'COGNITO_MISCONFIGURED.passkeys',
  WebAuthnConfigurationMissingException: 'COGNITO_MISCONFIGURED.passkeys',
  OperationNotEnabledException: 'COGNITO_MISCONFIGURED',
  InvalidSmsRoleAccessPolicyException: 'COGNITO_MISCONFIGURED.sending',
  InvalidSmsRoleTrustRelationshipException: 'COGNITO_MISCONFIGURED.sending',
  InvalidEmailRoleAccessPolicyException: 'COGNITO_MISCONFIGURED.sending',
  InvalidLambdaResponseException: 'COGNITO_TRIGGER_FAILED',
  UnexpectedLambdaException: 'COGNITO_TRIGGER_FAILED',
  InternalErrorException: 'COGNITO_UNAVAILABLE',
}

const thrown = ({ name, says }: Pick<Row, 'name' | 'says'>): Error =>
  Object.assign(new Error(says), { name, $fault: 'client' })

describe('what Cognito means', () => {
  it.each(rows.map((row) => ({ on: 'SignUp', params: {}, ...row })))(
    'by $name «$says» in $on is $key',
    ({ on, key, params, ...said }) => {
      expect(fromSdk(thrown(said), on)).toMatchObject({ key, params })
    },
  )

  it.each(Object.entries(others))('by %s is %s, whatever its words', (name, key) => {
    for (const says of ['', 'Words nobody has seen yet']) {
      expect(fromSdk(thrown({ name, says }), 'SignUp')).toMatchObject({ key, params: {} })
    }
  })

  it('by an exception of tomorrow is unexpected', () => {
    const error = thrown({ name: 'AnExceptionOfTomorrow', says: 'Who knows' })
    expect(fromSdk(error, 'SignUp').code).toBe('COGNITO_UNEXPECTED')
  })

  it('is looked at above for every exception and every wording', () => {
    const untried = Object.entries(meanings).flatMap(([name, { wordings = [] }]) => {
      const tried = rows.filter((row) => row.name === name)
      const decides = ({ says, on = 'SignUp' }: Row) =>
        wordings.find((wording) => wording.says.test(says) && (wording.on?.includes(on) ?? true))
      const decided = new Set(tried.map(decides))
      return [
        ...wordings.filter((wording) => !decided.has(wording)).map(({ says }) => says.source),
        ...(decided.has(undefined) || Object.hasOwn(others, name) ? [] : [name]),
      ]
    })
    expect(untried).toEqual([])
  })

  it.each([
    'GetTokensFromRefreshToken',
    'GetUser',
    'GlobalSignOut',
    'RevokeToken',
    'ChangePassword',
    'UpdateUserAttributes',
    'DeleteUser',
    'ConfirmSignUp',
    'ForgotPassword',
  ])(
    'by a no in unknown words is neither a wrong password nor the end of a session: %s',
    (operation) => {
      const cause = thrown({ name: 'NotAuthorizedException', says: 'Words nobody has seen yet' })
      expect(fromSdk(cause, operation)).toMatchObject({ code: 'COGNITO_NOT_ALLOWED', cause })
    },
  )
})
