import { attributeComplaint, type Complaint } from './attribute-complaint.ts'
import { invalidParameter } from './invalid-parameter.ts'
import type { Meaning, Wording } from './meaning.ts'

/**
 * Elsewhere a «no» in words nobody knows is not about a password. Nor is it taken for the end of a
 * session: that would sign everybody out the day Cognito finds new words.
 */
const provingPasswords = [
  'InitiateAuth',
  'RespondToAuthChallenge',
  'AdminInitiateAuth',
  'AdminRespondToAuthChallenge',
]

/** Elsewhere the device is that of a sign-in, which then goes on without. */
const namingDevices = [
  'GetDevice',
  'UpdateDeviceStatus',
  'ForgetDevice',
  'ConfirmDevice',
  'AdminGetDevice',
  'AdminUpdateDeviceStatus',
  'AdminForgetDevice',
]

const namingGroups = [
  'GetGroup',
  'UpdateGroup',
  'DeleteGroup',
  'AdminAddUserToGroup',
  'AdminRemoveUserFromGroup',
  'ListUsersInGroup',
]

const revokingSessions = ['RevokeUserSession', 'AdminRevokeUserSession']

const aboutSessions = ['ListUserSessions', 'AdminListUserSessions', ...revokingSessions]

const attributesWithoutNames = (): Complaint =>
  attributeComplaint('COGNITO_ATTRIBUTE_READ_ONLY', [])

/** The code of an app is good once. */
const usedAlready: Wording = {
  says: /already been used once/i,
  means: 'COGNITO_CODE_EXPIRED.used',
}

/** No other setting of a pool keeps its sessions from being listed. */
const untracked: Wording = {
  says: /(?:)/,
  on: aboutSessions,
  means: 'COGNITO_MISCONFIGURED.sessionTracking',
}

/** The only reader of AWS's messages. Exceptions by their names in the API reference. */
export const meanings: Readonly<Record<string, Meaning>> = {
  NotAuthorizedException: {
    wordings: [
      {
        says: /configured (?:with|for) secret|unable to verify (?:secret|client secret)|secrethash does not match/i,
        means: 'COGNITO_MISCONFIGURED.clientSecret',
      },
      {
        says: /incorrect username or password/i,
        on: ['ChangePassword'],
        means: 'COGNITO_WRONG_PASSWORD',
      },
      { says: /incorrect username or password/i, means: 'COGNITO_INVALID_CREDENTIALS' },
      { says: /attempts exceeded/i, means: 'COGNITO_TOO_MANY_ATTEMPTS' },
      { says: /user is disabled/i, means: 'COGNITO_USER_DISABLED' },
      { says: /user does not exist/i, means: 'COGNITO_USER_NOT_FOUND' },
      { says: /temporary password has expired/i, means: 'COGNITO_TEMPORARY_PASSWORD_EXPIRED' },
      { says: /invalid session/i, means: 'COGNITO_SESSION_EXPIRED' },
      { says: /required scopes/i, means: 'COGNITO_NOT_ALLOWED' },
      { says: /(?:refresh|access) token/i, means: 'COGNITO_TOKEN_REJECTED' },
      {
        says: /status is confirmed|status is not unconfirmed/i,
        means: 'COGNITO_ALREADY_CONFIRMED',
      },
      { says: /signup is not permitted/i, means: 'COGNITO_SIGN_UP_CLOSED' },
      {
        says: /cannot be reset in the current state|contact administrator to reset/i,
        means: 'COGNITO_PASSWORD_RESET_NOT_POSSIBLE',
      },
      {
        says: /auto verification not turned on/i,
        means: 'COGNITO_MISCONFIGURED.noVerification',
      },
      {
        says: /cannot modify an already provided (\S+?)\.?$/i,
        means: (names) => attributeComplaint('COGNITO_ATTRIBUTE_READ_ONLY', names),
      },
      { says: /unauthorized attribute|cannot modify/i, means: attributesWithoutNames },
      { says: /(?:)/, on: provingPasswords, means: 'COGNITO_INVALID_CREDENTIALS' },
    ],
    otherwise: 'COGNITO_NOT_ALLOWED',
  },
  InvalidPasswordException: {
    // Cognito names one broken rule at a time.
    wordings: [
      { says: /not long enough/i, means: 'COGNITO_INVALID_PASSWORD.tooShort' },
      { says: /uppercase/i, means: 'COGNITO_INVALID_PASSWORD.uppercase' },
      { says: /lowercase/i, means: 'COGNITO_INVALID_PASSWORD.lowercase' },
      { says: /numeric/i, means: 'COGNITO_INVALID_PASSWORD.digit' },
      { says: /symbol/i, means: 'COGNITO_INVALID_PASSWORD.symbol' },
      {
        says: /(?:start|begin|end|leading|trailing).*space/i,
        means: 'COGNITO_INVALID_PASSWORD.form',
      },
    ],
    otherwise: 'COGNITO_INVALID_PASSWORD',
  },
  InvalidParameterException: invalidParameter,
  UserLambdaValidationException: {
    wordings: [
      {
        // Cognito adds the trigger's name in front and a full stop behind.
        says: /^(\w+) failed with error ([\s\S]+?)\.?$/,
        means: ([trigger = '', reason = '']) => ({
          key: 'COGNITO_REJECTED_BY_TRIGGER.reason',
          params: { trigger, reason },
        }),
      },
    ],
    otherwise: 'COGNITO_REJECTED_BY_TRIGGER',
  },
  ResourceNotFoundException: {
    wordings: [
      {
        says: /device does not exist/i,
        on: namingDevices,
        means: 'COGNITO_DEVICE_NOT_FOUND.unknown',
      },
      { says: /device does not exist/i, means: 'COGNITO_DEVICE_NOT_FOUND' },
      { says: /(?:)/, on: ['DeleteWebAuthnCredential'], means: 'COGNITO_PASSKEY_NOT_FOUND' },
      // The user pool may be what there is not, where it is named.
      { says: /^(?!user ?pool)/i, on: revokingSessions, means: 'COGNITO_SESSION_NOT_FOUND' },
      { says: /^(?!user ?pool)/i, on: namingGroups, means: 'COGNITO_GROUP_NOT_FOUND' },
    ],
    otherwise: 'COGNITO_MISCONFIGURED',
  },
  UserNotFoundException: { otherwise: 'COGNITO_USER_NOT_FOUND' },
  UserNotConfirmedException: { otherwise: 'COGNITO_USER_NOT_CONFIRMED' },
  PasswordResetRequiredException: { otherwise: 'COGNITO_PASSWORD_RESET_REQUIRED' },
  PasswordHistoryPolicyViolationException: { otherwise: 'COGNITO_INVALID_PASSWORD.reused' },
  WebAuthnChallengeNotFoundException: { otherwise: 'COGNITO_PASSKEY_REJECTED.expired' },
  WebAuthnClientMismatchException: { otherwise: 'COGNITO_PASSKEY_REJECTED.expired' },
  WebAuthnOriginNotAllowedException: { otherwise: 'COGNITO_PASSKEY_REJECTED.origin' },
  WebAuthnRelyingPartyMismatchException: { otherwise: 'COGNITO_PASSKEY_REJECTED.origin' },
  WebAuthnCredentialNotSupportedException: { otherwise: 'COGNITO_PASSKEY_REJECTED.notSupported' },
  WebAuthnNotEnabledException: { otherwise: 'COGNITO_MISCONFIGURED.passkeys' },
  WebAuthnConfigurationMissingException: { otherwise: 'COGNITO_MISCONFIGURED.passkeys' },
  CodeMismatchException: { otherwise: 'COGNITO_CODE_MISMATCH' },
  EnableSoftwareTokenMFAException: {
    wordings: [usedAlready],
    otherwise: 'COGNITO_CODE_MISMATCH',
  },
  ExpiredCodeException: { wordings: [usedAlready], otherwise: 'COGNITO_CODE_EXPIRED' },
  CodeDeliveryFailureException: { otherwise: 'COGNITO_CODE_NOT_DELIVERED' },
  AliasExistsException: { otherwise: 'COGNITO_ALIAS_TAKEN' },
  DeviceKeyExistsException: { otherwise: 'COGNITO_ALREADY_CONFIRMED.device' },
  GroupExistsException: { otherwise: 'COGNITO_GROUP_EXISTS' },
  // Who is confirmed is sent no invitation.
  UnsupportedUserStateException: { otherwise: 'COGNITO_ALREADY_CONFIRMED' },
  PreconditionNotMetException: { otherwise: 'COGNITO_MISCONFIGURED' },
  UserPoolAddOnNotEnabledException: { otherwise: 'COGNITO_MISCONFIGURED.threatProtection' },
  UsernameExistsException: { otherwise: 'COGNITO_USERNAME_TAKEN' },
  RefreshTokenReuseException: { otherwise: 'COGNITO_TOKEN_REJECTED' },
  TooManyFailedAttemptsException: { otherwise: 'COGNITO_TOO_MANY_ATTEMPTS' },
  TooManyRequestsException: { otherwise: 'COGNITO_RATE_LIMITED' },
  ThrottlingException: { otherwise: 'COGNITO_RATE_LIMITED' },
  LimitExceededException: {
    wordings: [
      {
        // No limit an hour, but of passkeys a user.
        says: /(?:)/,
        on: ['StartWebAuthnRegistration', 'CompleteWebAuthnRegistration'],
        means: 'COGNITO_LIMIT_EXCEEDED.passkeys',
      },
      {
        says: /(?:)/,
        on: ['AddUserPoolClientSecret'],
        means: 'COGNITO_LIMIT_EXCEEDED.clientSecrets',
      },
      { says: /(?:)/, on: ['CreateGroup'], means: 'COGNITO_LIMIT_EXCEEDED.groups' },
      {
        says: /(?:)/,
        on: ['AdminLinkProviderForUser'],
        means: 'COGNITO_LIMIT_EXCEEDED.linkedProviders',
      },
    ],
    otherwise: 'COGNITO_LIMIT_EXCEEDED',
  },
  ForbiddenException: { otherwise: 'COGNITO_NOT_ALLOWED' },
  UnsupportedTokenTypeException: { otherwise: 'COGNITO_INVALID_INPUT' },
  UnauthorizedException: {
    wordings: [
      // That call has nothing else that somebody could be unauthorized by.
      { says: /(?:)/, on: ['RevokeToken'], means: 'COGNITO_MISCONFIGURED.clientSecret' },
    ],
    otherwise: 'COGNITO_MISCONFIGURED',
  },
  UnsupportedOperationException: { otherwise: 'COGNITO_MISCONFIGURED' },
  FeatureUnavailableInTierException: { wordings: [untracked], otherwise: 'COGNITO_MISCONFIGURED' },
  InvalidUserPoolConfigurationException: { otherwise: 'COGNITO_MISCONFIGURED' },
  MFAMethodNotFoundException: { otherwise: 'COGNITO_MISCONFIGURED' },
  SoftwareTokenMFANotFoundException: { otherwise: 'COGNITO_MISCONFIGURED' },
  OperationNotEnabledException: { wordings: [untracked], otherwise: 'COGNITO_MISCONFIGURED' },
  InvalidSmsRoleAccessPolicyException: { otherwise: 'COGNITO_MISCONFIGURED.sending' },
  InvalidSmsRoleTrustRelationshipException: { otherwise: 'COGNITO_MISCONFIGURED.sending' },
  InvalidEmailRoleAccessPolicyException: { otherwise: 'COGNITO_MISCONFIGURED.sending' },
  InvalidLambdaResponseException: { otherwise: 'COGNITO_TRIGGER_FAILED' },
  UnexpectedLambdaException: { otherwise: 'COGNITO_TRIGGER_FAILED' },
  InternalErrorException: { otherwise: 'COGNITO_UNAVAILABLE' },
}
