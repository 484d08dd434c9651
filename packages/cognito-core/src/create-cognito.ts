import type { AnswerTo, ChallengeKind, ChallengeOf } from './api/challenges.ts'
import type { CodeDelivery } from './api/code-delivery.ts'
import type { Tokens } from './api/tokens.ts'
import type { CallOptions } from './context.ts'
import type { DevicesApi } from './flows/devices.ts'
import type { MfaApi } from './flows/mfa.ts'
import type { PasskeysApi } from './flows/passkeys.ts'
import type { PasswordApi } from './flows/password.ts'
import type { ProfileApi } from './flows/profile.ts'
import type { RefreshInput } from './flows/refresh.ts'
import type { SessionsApi } from './flows/sessions.ts'
import type { SignInInput } from './flows/sign-in.ts'
import type {
  ConfirmSignUpInput,
  SignUpConfirmation,
  SignUpInput,
  SignUpResult,
} from './flows/sign-up.ts'
import { loadedLate } from './loaded-late.ts'
import { type CognitoOptions, checkOptions } from './options.ts'
import type { SignInResult } from './sign-in-result.ts'
import type { AccessTokenClaims, IdTokenClaims } from './verify/claims.ts'
import type { TokenRequirements } from './verify/requirements.ts'
import { createTokenVerifier, type TokenVerifier } from './verify/verify-token.ts'

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

/** What calls Cognito. */
export type Flows<Options extends CognitoOptions = CognitoOptions> = Omit<
  Cognito<Options>,
  keyof TokenVerifier
>

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
  checkOptions(options)
  // Whoever only verifies tokens starts without all that calls Cognito.
  const { one, all } = loadedLate<Flows<Options>>(async () => {
    const { createFlows } = await import('./create-flows.ts')
    return createFlows<Options>(options)
  })
  return {
    ...createTokenVerifier(options),
    signUp: one('signUp'),
    confirmSignUp: one('confirmSignUp'),
    resendSignUpCode: one('resendSignUpCode'),
    signIn: one('signIn'),
    answerChallenge: one('answerChallenge'),
    refresh: one('refresh'),
    signOut: one('signOut'),
    signOutEverywhere: one('signOutEverywhere'),
    password: all('password', { forgot: true, reset: true, change: true }),
    profile: all('profile', {
      get: true,
      update: true,
      deleteAttributes: true,
      requestVerification: true,
      verifyAttribute: true,
      delete: true,
    }),
    mfa: all('mfa', { get: true, startTotp: true, confirmTotp: true, setPreference: true }),
    passkeys: all('passkeys', {
      startRegistration: true,
      finishRegistration: true,
      list: true,
      delete: true,
    }),
    devices: all('devices', { list: true, get: true, update: true, forget: true, confirm: true }),
    sessions: all('sessions', { list: true, revoke: true, revokeOthers: true }),
  }
}
