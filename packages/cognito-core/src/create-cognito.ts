import type { AnswerTo, ChallengeKind, ChallengeOf } from './api/challenges.ts'
import { createSend } from './api/send.ts'
import type { Tokens } from './api/tokens.ts'
import type { CallOptions, Context } from './context.ts'
import { answerChallenge } from './flows/answer-challenge.ts'
import type { SignInResult } from './flows/next-step.ts'
import { type ProfileApi, profileApi } from './flows/profile.ts'
import { refresh } from './flows/refresh.ts'
import { type SignInInput, signIn } from './flows/sign-in.ts'
import { signOut, signOutEverywhere } from './flows/sign-out.ts'
import { type CognitoOptions, checkOptions, poolNameOf, regionOf } from './options.ts'
import type { AccessTokenClaims, IdTokenClaims } from './verify/claims.ts'
import type { TokenRequirements } from './verify/requirements.ts'
import { createTokenVerifier } from './verify/verify-token.ts'

/** One user pool, seen through one app client. Holds no state of any user. */
export interface Cognito {
  /** Starts a sign-in. @throws CognitoError */
  signIn(input: SignInInput, call?: CallOptions): Promise<SignInResult>

  /** Goes on with a sign-in, from any process that was handed the challenge. @throws CognitoError */
  answerChallenge<Kind extends ChallengeKind>(
    challenge: ChallengeOf<Kind>,
    answer: AnswerTo[Kind],
    call?: CallOptions,
  ): Promise<SignInResult>

  /** New tokens; `refreshToken` is among them only where the app client rotates it. @throws CognitoError */
  refresh(input: { refreshToken: string }, call?: CallOptions): Promise<Tokens>

  /** Ends this session only: its refresh token and the access tokens it issued. @throws CognitoError */
  signOut(input: { refreshToken: string }, call?: CallOptions): Promise<void>

  /** Ends every session the user has. @throws CognitoError */
  signOutEverywhere(input: { accessToken: string }, call?: CallOptions): Promise<void>

  /**
   * Trusts an access token, or says why not. Does not see revocation: a JWT lives until it expires.
   *
   * @throws TokenError; CognitoError `KEYS_UNAVAILABLE` where the pool's keys cannot be had.
   */
  verifyAccessToken(token: string, requirements?: TokenRequirements): Promise<AccessTokenClaims>

  /** @throws TokenError; CognitoError `KEYS_UNAVAILABLE` where the pool's keys cannot be had. */
  verifyIdToken(token: string): Promise<IdTokenClaims>

  /** Fetches the pool's keys now, so that the first request need not wait. @throws CognitoError */
  prefetchKeys(): Promise<void>

  readonly profile: ProfileApi
}

/**
 * Binds every flow to one pool and app client. Makes no call and needs no AWS credentials.
 *
 * @throws ConfigurationError that names the option at fault.
 */
export const createCognito = (options: CognitoOptions): Cognito => {
  const { userPoolId, clientId, clientSecret, client, endpoint } = checkOptions(options)
  const context: Context = {
    send: createSend({
      region: regionOf(userPoolId),
      ...(client && { client }),
      ...(endpoint && { endpoint }),
    }),
    clientId,
    ...(clientSecret && { clientSecret }),
    userPoolId,
    poolName: poolNameOf(userPoolId),
  }
  return {
    signIn: (input, call) => signIn(context, input, call),
    answerChallenge: (challenge, answer, call) => answerChallenge(context, challenge, answer, call),
    refresh: (input, call) => refresh(context, input, call),
    signOut: (input, call) => signOut(context, input, call),
    signOutEverywhere: (input, call) => signOutEverywhere(context, input, call),
    ...createTokenVerifier(options),
    profile: profileApi(context),
  }
}
