import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { mayRepeat } from './may-repeat.ts'

const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
const named = (name: string) => Object.assign(new Error(name), { name })

const saidOnce = [
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
]
const repeatable = [
  'InitiateAuthCommand',
  'RevokeTokenCommand',
  'GetUserCommand',
  'DeleteUserAttributesCommand',
  'GetUserAuthFactorsCommand',
  'SetUserMFAPreferenceCommand',
  'StartWebAuthnRegistrationCommand',
  'ListWebAuthnCredentialsCommand',
  'ListDevicesCommand',
  'GetDeviceCommand',
  'UpdateDeviceStatusCommand',
  'ListUserSessionsCommand',
  'AdminListUserSessionsCommand',
  'DescribeUserPoolCommand',
  'AdminGetUserCommand',
  'AdminDeleteUserAttributesCommand',
  'AdminEnableUserCommand',
  'AdminDisableUserCommand',
  'AdminUserGlobalSignOutCommand',
  'AdminSetUserMFAPreferenceCommand',
  'AdminGetUserAuthFactorsCommand',
  'AdminListDevicesCommand',
  'AdminGetDeviceCommand',
  'AdminUpdateDeviceStatusCommand',
  'AdminListUserAuthEventsCommand',
  'ListUsersCommand',
  'ListUsersInGroupCommand',
  'GetGroupCommand',
  'UpdateGroupCommand',
  'ListGroupsCommand',
  'AdminAddUserToGroupCommand',
  'AdminRemoveUserFromGroupCommand',
  'AdminListGroupsForUserCommand',
  'ListUserPoolClientSecretsCommand',
  'AdminInitiateAuthCommand',
]

describe('mayRepeat', () => {
  it.each([...saidOnce, ...repeatable])('knows %s as the AWS SDK names it', (commandName) => {
    expect(sdk).toHaveProperty(commandName)
  })

  it.each(saidOnce)('says %s once where the answer was lost', (commandName) => {
    expect(mayRepeat({ commandName, input: {}, error: lost })).toBe(false)
    expect(mayRepeat({ commandName, input: {}, error: named('InternalErrorException') })).toBe(
      false,
    )
  })

  it.each(saidOnce)('repeats even %s where Cognito did nothing, or nobody heard', (commandName) => {
    for (const error of [
      named('TooManyRequestsException'),
      named('ThrottlingException'),
      Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    ]) {
      expect(mayRepeat({ commandName, input: {}, error })).toBe(true)
    }
  })

  it.each(repeatable)('repeats %s, which changes nothing the second time', (commandName) => {
    expect(mayRepeat({ commandName, input: {}, error: lost })).toBe(true)
  })

  it('says once whatever spends a session', () => {
    const commandName = 'InitiateAuthCommand'
    expect(mayRepeat({ commandName, input: { Session: 's' }, error: lost })).toBe(false)
  })

  it.each([
    ['USER_AUTH', { PREFERRED_CHALLENGE: 'EMAIL_OTP' }, false],
    ['USER_AUTH', { PREFERRED_CHALLENGE: 'SMS_OTP' }, false],
    ['USER_AUTH', { PREFERRED_CHALLENGE: 'WEB_AUTHN' }, true],
    ['USER_AUTH', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: 'a' }, true],
    ['USER_AUTH', {}, true],
    ['CUSTOM_AUTH', {}, false],
    ['CUSTOM_AUTH', { CHALLENGE_NAME: 'SRP_A', SRP_A: 'a' }, true],
    ['USER_SRP_AUTH', { SRP_A: 'a' }, true],
  ])('sends no second code: %s with %j', (AuthFlow, AuthParameters, expected) => {
    const input = { AuthFlow, AuthParameters }
    const call = { commandName: 'InitiateAuthCommand', input }
    expect(mayRepeat({ ...call, error: lost })).toBe(expected)
    expect(mayRepeat({ ...call, error: named('TooManyRequestsException') })).toBe(true)
  })

  it.each([...saidOnce, ...repeatable])(
    'never spends the hourly limit twice: %s',
    (commandName) => {
      const error = named('LimitExceededException')
      expect(mayRepeat({ commandName, input: {}, error })).toBe(false)
    },
  )
})
