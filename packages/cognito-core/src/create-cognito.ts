import type { AnswerTo, ChallengeKind, ChallengeOf } from './api/challenges.ts'
import type { CodeDelivery } from './api/code-delivery.ts'
import { createSend } from './api/send.ts'
import type { Tokens } from './api/tokens.ts'
import { sendWithEither } from './client-secrets.ts'
import { createClock } from './clock.ts'
import type { CallOptions, Context } from './context.ts'
import { srpHere } from './crypto/srp-jobs.ts'
import { answerChallenge } from './flows/answer-challenge.ts'
import { type DevicesApi, devicesApi } from './flows/devices.ts'
import { type MfaApi, mfaApi } from './flows/mfa.ts'
import { type PasskeysApi, passkeysApi } from './flows/passkeys.ts'
import { type PasswordApi, passwordApi } from './flows/password.ts'
import { type ProfileApi, profileApi } from './flows/profile.ts'
import { type RefreshInput, refresh } from './flows/refresh.ts'
import { type SessionsApi, sessionsApi } from './flows/sessions.ts'
import { type SignInInput, signIn } from './flows/sign-in.ts'
import { signOut, signOutEverywhere } from './flows/sign-out.ts'
import {
  type ConfirmSignUpInput,
  confirmSignUp,
  resendSignUpCode,
  type SignUpConfirmation,
  type SignUpInput,
  type SignUpResult,
  signUp,
} from './flows/sign-up.ts'
import { type CognitoOptions, checkOptions, poolNameOf, regionOf } from './options.ts'
import type { SignInResult } from './sign-in-result.ts'
import { tellOfFallback } from './tell-of-fallback.ts'
import type { AccessTokenClaims, IdTokenClaims } from './verify/claims.ts'
import type { TokenRequirements } from './verify/requirements.ts'
import { createTokenVerifier } from './verify/verify-token.ts'
import { warnBy } from './warnings.ts'
import { workerSrp } from './worker/worker-srp.ts'

/**
 * One user pool, seen through one app client. Holds no state of any user.
 *
 * `Options` tells which custom attributes and groups there are; without it, any may be named.
 */
export interface Cognito<Options extends CognitoOptions = CognitoOptions> {
  /** Makes a new user, who mostly has to be confirmed with a code. @throws CognitoError */
  signUp(input: SignUpInput<Options>, call?: CallOptions): Promise<SignUpResult>

  /** Confirms a new user with the code that was sent. @throws CognitoError */
  confirmSignUp(input: ConfirmSignUpInput, call?: CallOptions): Promise<SignUpConfirmation>

  /** Sends the code once more. @throws CognitoError, such as `COGNITO_LIMIT_EXCEEDED` (five an hour). */
  resendSignUpCode(input: { username: string }, call?: CallOptions): Promise<CodeDelivery>

  /** Starts a sign-in. @throws CognitoError */
  signIn(input: SignInInput, call?: CallOptions): Promise<SignInResult>

  /** Goes on with a sign-in, from any process that was handed the challenge. @throws CognitoError */
  answerChallenge<Kind extends ChallengeKind>(
    challenge: ChallengeOf<Kind>,
    answer: AnswerTo[Kind],
    call?: CallOptions,
  ): Promise<SignInResult>

  /** New tokens; `refreshToken` is among them only where the app client rotates it. @throws CognitoError */
  refresh(input: RefreshInput, call?: CallOptions): Promise<Tokens>

  /** Ends this session only: its refresh token and the access tokens it issued. @throws CognitoError */
  signOut(input: { refreshToken: string }, call?: CallOptions): Promise<void>

  /** Ends every session the user has. @throws CognitoError */
  signOutEverywhere(input: { accessToken: string }, call?: CallOptions): Promise<void>

  /**
   * Trusts an access token, or says why not. Does not see revocation: a JWT lives until it expires.
   *
   * @throws TokenError; CognitoError `KEYS_UNAVAILABLE` where the pool's keys cannot be had.
   */
  verifyAccessToken(
    token: string,
    requirements?: TokenRequirements<Options>,
  ): Promise<AccessTokenClaims>

  /** @throws TokenError; CognitoError `KEYS_UNAVAILABLE` where the pool's keys cannot be had. */
  verifyIdToken(token: string, requirements?: TokenRequirements<Options>): Promise<IdTokenClaims>

  /** Fetches the pool's keys now, so that the first request need not wait. @throws CognitoError */
  prefetchKeys(): Promise<void>

  readonly password: PasswordApi

  readonly profile: ProfileApi<Options>

  readonly mfa: MfaApi

  readonly passkeys: PasskeysApi

  readonly devices: DevicesApi

  readonly sessions: SessionsApi
}

/** An option that there is not is a compile error. */
type NoOthers<Options> = Readonly<Record<Exclude<keyof Options, keyof CognitoOptions>, never>>

/**
 * Binds every flow to one pool and app client. Makes no call and needs no AWS credentials.
 *
 * @throws ConfigurationError that names the option at fault.
 */
export const createCognito = <const Options extends CognitoOptions>(
  options: Options & NoOthers<Options>,
): Cognito<Options> => {
  const { userPoolId, clientId, client, endpoint, customAttributes } = checkOptions(options)
  const [clientSecret, olderSecret] = [options.clientSecret].flat()
  const warn = warnBy(options.onWarning)
  const clock = createClock({ warn })
  const send = createSend({
    onDate: clock.heard,
    userPoolId,
    clientId,
    region: regionOf(userPoolId),
    ...(client && { client }),
    ...(endpoint && { endpoint }),
  })
  const context: Context = {
    warn,
    clock,
    srp: options.srp?.worker ? workerSrp(warn) : srpHere,
    send:
      clientSecret && olderSecret
        ? sendWithEither(
            send,
            { clientId, secrets: [clientSecret, olderSecret] },
            tellOfFallback({ userPoolId, clientId, warn }),
          )
        : send,
    clientId,
    ...(clientSecret && { clientSecret }),
    userPoolId,
    poolName: poolNameOf(userPoolId),
    customAttributes: customAttributes ?? {},
  }
  return {
    signUp: (input, call) => signUp(context, input, call),
    confirmSignUp: (input, call) => confirmSignUp(context, input, call),
    resendSignUpCode: (input, call) => resendSignUpCode(context, input, call),
    signIn: (input, call) => signIn(context, input, call),
    answerChallenge: (challenge, answer, call) => answerChallenge(context, challenge, answer, call),
    refresh: (input, call) => refresh(context, input, call),
    signOut: (input, call) => signOut(context, input, call),
    signOutEverywhere: (input, call) => signOutEverywhere(context, input, call),
    ...createTokenVerifier(options),
    password: passwordApi(context),
    profile: profileApi<Options>(context),
    mfa: mfaApi(context),
    passkeys: passkeysApi(context),
    devices: devicesApi(context),
    sessions: sessionsApi(context),
  }
}
