import type * as Sdk from '@aws-sdk/client-cognito-identity-provider'

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
  DescribeUserPool: [Sdk.DescribeUserPoolCommandInput, Sdk.DescribeUserPoolCommandOutput]
}

export type Operation = keyof Operations

/** One call of Cognito. @throws CognitoError; the signal's own reason where the caller aborted. */
export type Send = <Name extends Operation>(
  operation: Name,
  input: Operations[Name][0],
  call?: { signal?: AbortSignal },
) => Promise<Operations[Name][1]>

/** What InitiateAuth and RespondToAuthChallenge both answer. */
export type AuthAnswer = Pick<
  Sdk.InitiateAuthCommandOutput,
  | 'ChallengeName'
  | 'ChallengeParameters'
  | 'AvailableChallenges'
  | 'Session'
  | 'AuthenticationResult'
>
