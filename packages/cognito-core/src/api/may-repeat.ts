import { factorNames } from './first-factors.ts'

/**
 * What spends a proof, a code, a session, a rotating refresh token or the access token itself, what sends
 * a message, and what Cognito would refuse the second time. Said again after an answer was lost, a right
 * password would be reported as wrong, a new name as taken, and a code that came by mail as outdated.
 */
const saidOnce: ReadonlySet<string> = new Set([
  'SignUpCommand',
  'ConfirmSignUpCommand',
  'ResendConfirmationCodeCommand',
  'RespondToAuthChallengeCommand',
  'GetTokensFromRefreshTokenCommand',
  'GlobalSignOutCommand',
  'ForgotPasswordCommand',
  'ConfirmForgotPasswordCommand',
  'ChangePasswordCommand',
  'UpdateUserAttributesCommand',
  'GetUserAttributeVerificationCodeCommand',
  'VerifyUserAttributeCommand',
  'VerifySoftwareTokenCommand',
  'AssociateSoftwareTokenCommand',
  'CompleteWebAuthnRegistrationCommand',
  'ConfirmDeviceCommand',
  'ForgetDeviceCommand',
  'DeleteWebAuthnCredentialCommand',
  'DeleteUserCommand',
  'RevokeUserSessionCommand',
  'AdminRevokeUserSessionCommand',
  'AdminCreateUserCommand',
  'AdminUpdateUserAttributesCommand',
  'AdminConfirmSignUpCommand',
  'AdminSetUserPasswordCommand',
  'AdminResetUserPasswordCommand',
  'AdminDeleteUserCommand',
  'AdminLinkProviderForUserCommand',
  'AdminDisableProviderForUserCommand',
  'AdminDeleteSoftwareTokenCommand',
  'AdminForgetDeviceCommand',
  'AdminRespondToAuthChallengeCommand',
  'CreateGroupCommand',
  'DeleteGroupCommand',
  'AddUserPoolClientSecretCommand',
  'DeleteUserPoolClientSecretCommand',
])

const codeFactors: ReadonlySet<unknown> = new Set([
  factorNames['email-code'],
  factorNames['sms-code'],
])

/** What a sign-in begins with: a code, or what the pool's triggers ask, which may be one. */
const beginsWithMessage = (input: {
  AuthFlow?: unknown
  AuthParameters?: Readonly<Record<string, unknown>>
}): boolean => {
  const { AuthFlow: flow, AuthParameters: parameters = {} } = input
  // Before its triggers ask anything, there is the proof of the password.
  if (flow === 'CUSTOM_AUTH') return parameters['SRP_A'] === undefined
  return codeFactors.has(parameters['PREFERRED_CHALLENGE'])
}

/** Cognito said that it did nothing. */
const throttles: ReadonlySet<string> = new Set(['TooManyRequestsException', 'ThrottlingException'])

/** Nobody was reached. */
const unheard: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** Whether a failed call may be sent once more, as far as the SDK would. */
export const mayRepeat = (call: {
  /** As the SDK names it, such as `InitiateAuthCommand`. */
  commandName: string
  input: object
  error: Error & { code?: unknown }
}): boolean => {
  const { name, code } = call.error
  // The hourly limit of one user: the SDK takes it for a throttle, and would spend it three times.
  if (name === 'LimitExceededException') return false
  const isSaidOnce =
    saidOnce.has(call.commandName) || 'Session' in call.input || beginsWithMessage(call.input)
  return !isSaidOnce || throttles.has(name) || unheard.has(code)
}
