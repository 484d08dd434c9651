import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { CodeDelivery } from './code-delivery.ts'
import type { FirstFactor, PasswordMethod } from './first-factors.ts'
import type { MfaMethod } from './mfa-methods.ts'
import type { RememberedDevice } from './remembered-device.ts'

export type ChallengeName = ChallengeNameType

/** What each kind of challenge tells. */
export interface ChallengeDetails {
  /** The names are as Cognito spells them, such as `given_name` or `custom:team`. */
  'new-password': { missingAttributes: readonly string[] }
  'sms-code': { delivery: CodeDelivery }
  'email-code': { delivery: CodeDelivery }
  /** `deviceName` is what the user called the authenticator app, where they did. */
  'totp-code': { deviceName?: string }
  /** An authenticator app has to be added. `secret` is its key in base32: show it, and `totpUri` of it. */
  'totp-setup': { secret: string }
  /** An e-mail address has to be given, to which a code is sent then. */
  'email-setup': Readonly<Record<never, never>>
  /** The user has several second factors, and prefers none. */
  'mfa-choice': { methods: readonly MfaMethod[] }
  /** The user has no second factor, and may choose which one to add. */
  'mfa-setup-choice': { methods: readonly Exclude<MfaMethod, 'sms'>[] }
  /** The ways in which this user can sign in; `passwordMethod` is how a password would be proved. */
  'factor-choice': { factors: readonly FirstFactor[]; passwordMethod?: PasswordMethod }
  /** `method` is how it will be proved. */
  password: { method: PasswordMethod }
  /** For `navigator.credentials.get`, by way of `PublicKeyCredential.parseRequestOptionsFromJSON`. */
  passkey: { requestOptions: Readonly<Record<string, unknown>> }
  /** What the pool's own trigger asks. */
  custom: { parameters: Readonly<Record<string, string>> }
  /** A challenge this version does not know: answered in Cognito's own terms, never taken for success. */
  unsupported: { parameters: Readonly<Record<string, string>> }
}

/** What each kind of challenge wants. */
export interface AnswerTo {
  'new-password': { newPassword: string; attributes?: Readonly<Record<string, string>> }
  'sms-code': { code: string }
  'email-code': { code: string }
  'totp-code': { code: string }
  /** `deviceName` is what the user calls the authenticator app. */
  'totp-setup': { code: string; deviceName?: string }
  'email-setup': { email: string }
  'mfa-choice': { method: MfaMethod }
  'mfa-setup-choice': { method: Exclude<MfaMethod, 'sms'> }
  'factor-choice': { factor: FirstFactor }
  password: { password: string }
  /** What `PublicKeyCredential.toJSON()` gives. */
  passkey: { credential: object }
  custom: { answer: string }
  unsupported: { responses: Readonly<Record<string, string>> }
}

export type ChallengeKind = keyof ChallengeDetails

/** Plain data: seal it in a cookie, answer it from another process. Lives as long as Cognito's session. */
export type Challenge = { [Kind in ChallengeKind]: ChallengeOf<Kind> }[ChallengeKind]

export type ChallengeOf<Kind extends ChallengeKind> = Kind extends ChallengeKind
  ? {
      kind: Kind
      /** The user's real name in the pool, which need not be what was typed. */
      username: string
      /** Cognito's handle on this attempt. Secret: who holds it may answer. */
      session: string
      /** Cognito's own name for the challenge, as its documentation spells it. */
      cognitoName: ChallengeNameType
      /** The device that the sign-in was started with. Secret, too. */
      device?: RememberedDevice
    } & ChallengeDetails[Kind]
  : never
