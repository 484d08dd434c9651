import type * as Sdk from '@aws-sdk/client-cognito-identity-provider'

/** The operations this package calls, by AWS's names. None of them is signed: no AWS credentials are needed. */
export interface Operations {
  InitiateAuth: [Sdk.InitiateAuthCommandInput, Sdk.InitiateAuthCommandOutput]
  RespondToAuthChallenge: [
    Sdk.RespondToAuthChallengeCommandInput,
    Sdk.RespondToAuthChallengeCommandOutput,
  ]
  GetTokensFromRefreshToken: [
    Sdk.GetTokensFromRefreshTokenCommandInput,
    Sdk.GetTokensFromRefreshTokenCommandOutput,
  ]
  RevokeToken: [Sdk.RevokeTokenCommandInput, Sdk.RevokeTokenCommandOutput]
  GlobalSignOut: [Sdk.GlobalSignOutCommandInput, Sdk.GlobalSignOutCommandOutput]
  GetUser: [Sdk.GetUserCommandInput, Sdk.GetUserCommandOutput]
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
  'ChallengeName' | 'ChallengeParameters' | 'Session' | 'AuthenticationResult'
>
