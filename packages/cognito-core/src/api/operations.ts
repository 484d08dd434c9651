import type * as Sdk from '@aws-sdk/client-cognito-identity-provider'
import type { CallOptions } from '../context.ts'

/** The operations this package calls, by AWS's names. Only those of `admin` are signed with AWS credentials. */
export interface Operations {
  SignUp: [Sdk.SignUpCommandInput, Sdk.SignUpCommandOutput]
  ConfirmSignUp: [Sdk.ConfirmSignUpCommandInput, Sdk.ConfirmSignUpCommandOutput]
  ResendConfirmationCode: [
    Sdk.ResendConfirmationCodeCommandInput,
    Sdk.ResendConfirmationCodeCommandOutput,
  ]
  InitiateAuth: [Sdk.InitiateAuthCommandInput, Sdk.InitiateAuthCommandOutput]
  RespondToAuthChallenge: [
    Sdk.RespondToAuthChallengeCommandInput,
    Sdk.RespondToAuthChallengeCommandOutput,
  ]
  AssociateSoftwareToken: [
    Sdk.AssociateSoftwareTokenCommandInput,
    Sdk.AssociateSoftwareTokenCommandOutput,
  ]
  VerifySoftwareToken: [Sdk.VerifySoftwareTokenCommandInput, Sdk.VerifySoftwareTokenCommandOutput]
  SetUserMFAPreference: [
    Sdk.SetUserMFAPreferenceCommandInput,
    Sdk.SetUserMFAPreferenceCommandOutput,
  ]
  GetUserAuthFactors: [Sdk.GetUserAuthFactorsCommandInput, Sdk.GetUserAuthFactorsCommandOutput]
  StartWebAuthnRegistration: [
    Sdk.StartWebAuthnRegistrationCommandInput,
    Sdk.StartWebAuthnRegistrationCommandOutput,
  ]
  CompleteWebAuthnRegistration: [
    Sdk.CompleteWebAuthnRegistrationCommandInput,
    Sdk.CompleteWebAuthnRegistrationCommandOutput,
  ]
  ListWebAuthnCredentials: [
    Sdk.ListWebAuthnCredentialsCommandInput,
    Sdk.ListWebAuthnCredentialsCommandOutput,
  ]
  DeleteWebAuthnCredential: [
    Sdk.DeleteWebAuthnCredentialCommandInput,
    Sdk.DeleteWebAuthnCredentialCommandOutput,
  ]
  ListDevices: [Sdk.ListDevicesCommandInput, Sdk.ListDevicesCommandOutput]
  GetDevice: [Sdk.GetDeviceCommandInput, Sdk.GetDeviceCommandOutput]
  UpdateDeviceStatus: [Sdk.UpdateDeviceStatusCommandInput, Sdk.UpdateDeviceStatusCommandOutput]
  ForgetDevice: [Sdk.ForgetDeviceCommandInput, Sdk.ForgetDeviceCommandOutput]
  ConfirmDevice: [Sdk.ConfirmDeviceCommandInput, Sdk.ConfirmDeviceCommandOutput]
  GetTokensFromRefreshToken: [
    Sdk.GetTokensFromRefreshTokenCommandInput,
    Sdk.GetTokensFromRefreshTokenCommandOutput,
  ]
  RevokeToken: [Sdk.RevokeTokenCommandInput, Sdk.RevokeTokenCommandOutput]
  GlobalSignOut: [Sdk.GlobalSignOutCommandInput, Sdk.GlobalSignOutCommandOutput]
  ForgotPassword: [Sdk.ForgotPasswordCommandInput, Sdk.ForgotPasswordCommandOutput]
  ConfirmForgotPassword: [
    Sdk.ConfirmForgotPasswordCommandInput,
    Sdk.ConfirmForgotPasswordCommandOutput,
  ]
  ChangePassword: [Sdk.ChangePasswordCommandInput, Sdk.ChangePasswordCommandOutput]
  GetUser: [Sdk.GetUserCommandInput, Sdk.GetUserCommandOutput]
  UpdateUserAttributes: [
    Sdk.UpdateUserAttributesCommandInput,
    Sdk.UpdateUserAttributesCommandOutput,
  ]
  DeleteUserAttributes: [
    Sdk.DeleteUserAttributesCommandInput,
    Sdk.DeleteUserAttributesCommandOutput,
  ]
  GetUserAttributeVerificationCode: [
    Sdk.GetUserAttributeVerificationCodeCommandInput,
    Sdk.GetUserAttributeVerificationCodeCommandOutput,
  ]
  VerifyUserAttribute: [Sdk.VerifyUserAttributeCommandInput, Sdk.VerifyUserAttributeCommandOutput]
  DeleteUser: [Sdk.DeleteUserCommandInput, Sdk.DeleteUserCommandOutput]
  ListUserSessions: [Sdk.ListUserSessionsCommandInput, Sdk.ListUserSessionsCommandOutput]
  RevokeUserSession: [Sdk.RevokeUserSessionCommandInput, Sdk.RevokeUserSessionCommandOutput]
  AdminListUserSessions: [
    Sdk.AdminListUserSessionsCommandInput,
    Sdk.AdminListUserSessionsCommandOutput,
  ]
  AdminRevokeUserSession: [
    Sdk.AdminRevokeUserSessionCommandInput,
    Sdk.AdminRevokeUserSessionCommandOutput,
  ]
  AdminCreateUser: [Sdk.AdminCreateUserCommandInput, Sdk.AdminCreateUserCommandOutput]
  AdminGetUser: [Sdk.AdminGetUserCommandInput, Sdk.AdminGetUserCommandOutput]
  AdminUpdateUserAttributes: [
    Sdk.AdminUpdateUserAttributesCommandInput,
    Sdk.AdminUpdateUserAttributesCommandOutput,
  ]
  AdminDeleteUserAttributes: [
    Sdk.AdminDeleteUserAttributesCommandInput,
    Sdk.AdminDeleteUserAttributesCommandOutput,
  ]
  AdminConfirmSignUp: [Sdk.AdminConfirmSignUpCommandInput, Sdk.AdminConfirmSignUpCommandOutput]
  AdminEnableUser: [Sdk.AdminEnableUserCommandInput, Sdk.AdminEnableUserCommandOutput]
  AdminDisableUser: [Sdk.AdminDisableUserCommandInput, Sdk.AdminDisableUserCommandOutput]
  AdminSetUserPassword: [
    Sdk.AdminSetUserPasswordCommandInput,
    Sdk.AdminSetUserPasswordCommandOutput,
  ]
  AdminResetUserPassword: [
    Sdk.AdminResetUserPasswordCommandInput,
    Sdk.AdminResetUserPasswordCommandOutput,
  ]
  AdminDeleteUser: [Sdk.AdminDeleteUserCommandInput, Sdk.AdminDeleteUserCommandOutput]
  AdminUserGlobalSignOut: [
    Sdk.AdminUserGlobalSignOutCommandInput,
    Sdk.AdminUserGlobalSignOutCommandOutput,
  ]
  AdminLinkProviderForUser: [
    Sdk.AdminLinkProviderForUserCommandInput,
    Sdk.AdminLinkProviderForUserCommandOutput,
  ]
  AdminDisableProviderForUser: [
    Sdk.AdminDisableProviderForUserCommandInput,
    Sdk.AdminDisableProviderForUserCommandOutput,
  ]
  AdminSetUserMFAPreference: [
    Sdk.AdminSetUserMFAPreferenceCommandInput,
    Sdk.AdminSetUserMFAPreferenceCommandOutput,
  ]
  AdminDeleteSoftwareToken: [
    Sdk.AdminDeleteSoftwareTokenCommandInput,
    Sdk.AdminDeleteSoftwareTokenCommandOutput,
  ]
  AdminGetUserAuthFactors: [
    Sdk.AdminGetUserAuthFactorsCommandInput,
    Sdk.AdminGetUserAuthFactorsCommandOutput,
  ]
  AdminListDevices: [Sdk.AdminListDevicesCommandInput, Sdk.AdminListDevicesCommandOutput]
  AdminGetDevice: [Sdk.AdminGetDeviceCommandInput, Sdk.AdminGetDeviceCommandOutput]
  AdminUpdateDeviceStatus: [
    Sdk.AdminUpdateDeviceStatusCommandInput,
    Sdk.AdminUpdateDeviceStatusCommandOutput,
  ]
  AdminForgetDevice: [Sdk.AdminForgetDeviceCommandInput, Sdk.AdminForgetDeviceCommandOutput]
  AdminListUserAuthEvents: [
    Sdk.AdminListUserAuthEventsCommandInput,
    Sdk.AdminListUserAuthEventsCommandOutput,
  ]
  ListUsers: [Sdk.ListUsersCommandInput, Sdk.ListUsersCommandOutput]
  ListUsersInGroup: [Sdk.ListUsersInGroupCommandInput, Sdk.ListUsersInGroupCommandOutput]
  CreateGroup: [Sdk.CreateGroupCommandInput, Sdk.CreateGroupCommandOutput]
  GetGroup: [Sdk.GetGroupCommandInput, Sdk.GetGroupCommandOutput]
  UpdateGroup: [Sdk.UpdateGroupCommandInput, Sdk.UpdateGroupCommandOutput]
  DeleteGroup: [Sdk.DeleteGroupCommandInput, Sdk.DeleteGroupCommandOutput]
  ListGroups: [Sdk.ListGroupsCommandInput, Sdk.ListGroupsCommandOutput]
  AdminAddUserToGroup: [Sdk.AdminAddUserToGroupCommandInput, Sdk.AdminAddUserToGroupCommandOutput]
  AdminRemoveUserFromGroup: [
    Sdk.AdminRemoveUserFromGroupCommandInput,
    Sdk.AdminRemoveUserFromGroupCommandOutput,
  ]
  AdminListGroupsForUser: [
    Sdk.AdminListGroupsForUserCommandInput,
    Sdk.AdminListGroupsForUserCommandOutput,
  ]
  AddUserPoolClientSecret: [
    Sdk.AddUserPoolClientSecretCommandInput,
    Sdk.AddUserPoolClientSecretCommandOutput,
  ]
  ListUserPoolClientSecrets: [
    Sdk.ListUserPoolClientSecretsCommandInput,
    Sdk.ListUserPoolClientSecretsCommandOutput,
  ]
  DeleteUserPoolClientSecret: [
    Sdk.DeleteUserPoolClientSecretCommandInput,
    Sdk.DeleteUserPoolClientSecretCommandOutput,
  ]
  AdminInitiateAuth: [Sdk.AdminInitiateAuthCommandInput, Sdk.AdminInitiateAuthCommandOutput]
  AdminRespondToAuthChallenge: [
    Sdk.AdminRespondToAuthChallengeCommandInput,
    Sdk.AdminRespondToAuthChallengeCommandOutput,
  ]
  DescribeUserPool: [Sdk.DescribeUserPoolCommandInput, Sdk.DescribeUserPoolCommandOutput]
}

export type Operation = keyof Operations

/** One call of Cognito. @throws CognitoError; the signal's own reason where the caller aborted. */
export type Send = <Name extends Operation>(
  operation: Name,
  input: Operations[Name][0],
  call?: { signal?: AbortSignal },
) => Promise<Operations[Name][1]>

/** What InitiateAuth and RespondToAuthChallenge both answer, and what they answer to a backend. */
export type AuthAnswer = Pick<
  Sdk.InitiateAuthCommandOutput,
  | 'ChallengeName'
  | 'ChallengeParameters'
  | 'AvailableChallenges'
  | 'Session'
  | 'AuthenticationResult'
>

type Pooled = 'UserPoolId' | 'ContextData'

/** The two calls that a sign-in is made of, whoever makes them. */
export interface AuthOperations {
  initiate: (
    input: Omit<Operations['AdminInitiateAuth'][0], Pooled>,
    call: CallOptions,
  ) => Promise<AuthAnswer>
  respond: (
    input: Omit<Operations['AdminRespondToAuthChallenge'][0], Pooled>,
    call: CallOptions,
  ) => Promise<AuthAnswer>
}
