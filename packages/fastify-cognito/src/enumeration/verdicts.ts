import type { CognitoError, CognitoErrorCode, MessageKey } from '@x/cognito-core'

/** What a stranger may ask for. */
export type Purpose =
  | 'sign-in'
  /** A challenge that anybody is asked, before they have proved anything. */
  | 'first-factor'
  | 'challenge'
  | 'sign-up'
  | 'confirm'
  | 'resend'
  | 'forgot'
  | 'reset'

export type Verdict =
  /** The same for whoever is asked about. */
  | 'told'
  /** Only said of users who exist, or only of those who do not. */
  | 'hidden'
  /**
   * Where the app client itself hides who exists, in answer to a proof of the password, by SRP; else as
   * `hidden`. A password in clear and whatever comes before it prove nothing.
   */
  | 'after-proof'
  /**
   * Where the app client itself hides who exists, by SRP: a trigger that is down is so for strangers too. A
   * password in clear goes to a trigger that is asked about strangers only.
   */
  | 'by-srp'
  /** In reply to a code, a passkey or what a trigger asked: it is judged before other triggers run. */
  | 'after-answer'
  /** By the trigger that runs for every sign-up alike; by any other, as `hidden`: there is a new user then. */
  | 'by-pre-sign-up'

type Row = Readonly<Record<Purpose, Verdict>>

/** To no stranger. Whoever is asked any other challenge has proved the password. */
const nowhere: Row = {
  'sign-in': 'hidden',
  'first-factor': 'hidden',
  challenge: 'told',
  'sign-up': 'hidden',
  confirm: 'hidden',
  resend: 'hidden',
  forgot: 'hidden',
  reset: 'hidden',
}

const everywhere: Row = {
  'sign-in': 'told',
  'first-factor': 'told',
  challenge: 'told',
  'sign-up': 'told',
  confirm: 'told',
  resend: 'told',
  forgot: 'told',
  reset: 'told',
}

/** As a wrong password is told, at whatever step. */
const toNobody: Row = { ...nowhere, challenge: 'hidden' }

const afterProof: Row = { ...nowhere, 'sign-in': 'after-proof' }

/** Of what proves who somebody is: it is told alike where there is no such user. */
const ofProofs: Row = { ...nowhere, 'sign-in': 'told', 'first-factor': 'told' }

/** Of what was sent, which Cognito looks at before it looks for a user. */
const ofTheInput: Row = { ...nowhere, 'sign-up': 'told' }

/** Triggers run for users who exist, or for those who do not; after a code was right they may speak. */
const ofTriggers: Row = {
  ...nowhere,
  'sign-in': 'after-proof',
  'first-factor': 'after-answer',
  'sign-up': 'told',
  confirm: 'told',
  reset: 'told',
}

/** What each refusal may tell a stranger. A code that core adds does not compile until it has a row. */
const byCode: Readonly<Record<CognitoErrorCode, Row>> = {
  COGNITO_USER_NOT_FOUND: toNobody,
  COGNITO_USER_DISABLED: toNobody,
  // Nobody says that Cognito locks names which do not exist.
  COGNITO_TOO_MANY_ATTEMPTS: nowhere,

  COGNITO_USERNAME_TAKEN: nowhere,
  COGNITO_ALREADY_CONFIRMED: nowhere,
  COGNITO_NO_RECOVERY: nowhere,
  COGNITO_PASSWORD_RESET_NOT_POSSIBLE: nowhere,
  COGNITO_WRONG_PASSWORD: nowhere,
  COGNITO_TOKEN_REJECTED: nowhere,
  // It takes the right code to hear of it.
  COGNITO_ALIAS_TAKEN: { ...nowhere, confirm: 'told' },

  COGNITO_USER_NOT_CONFIRMED: afterProof,
  COGNITO_PASSWORD_RESET_REQUIRED: afterProof,
  COGNITO_TEMPORARY_PASSWORD_EXPIRED: afterProof,
  COGNITO_LIMIT_EXCEEDED: afterProof,
  COGNITO_CODE_NOT_DELIVERED: afterProof,
  COGNITO_TRIGGER_FAILED: { ...ofTriggers, 'sign-in': 'by-srp' },
  COGNITO_REJECTED_BY_TRIGGER: { ...ofTriggers, 'sign-up': 'by-pre-sign-up' },

  COGNITO_INVALID_CREDENTIALS: ofProofs,
  COGNITO_SESSION_EXPIRED: ofProofs,
  COGNITO_CODE_MISMATCH: { ...nowhere, 'first-factor': 'told' },
  COGNITO_PASSKEY_REJECTED: ofProofs,
  COGNITO_DEVICE_NOT_FOUND: nowhere,
  COGNITO_PASSKEY_NOT_FOUND: nowhere,
  COGNITO_SESSION_NOT_FOUND: nowhere,
  COGNITO_GROUP_EXISTS: nowhere,
  COGNITO_GROUP_NOT_FOUND: nowhere,
  COGNITO_MFA_NOT_SET_UP: nowhere,
  COGNITO_CODE_EXPIRED: nowhere,

  COGNITO_INVALID_PASSWORD: { ...ofTheInput, reset: 'told' },
  COGNITO_ATTRIBUTE_MISSING: ofTheInput,
  COGNITO_ATTRIBUTE_INVALID: ofTheInput,
  COGNITO_ATTRIBUTE_READ_ONLY: ofTheInput,
  COGNITO_SIGN_UP_CLOSED: ofTheInput,

  COGNITO_INVALID_INPUT: everywhere,
  // Words that nobody knows, or a firewall: where no more than a name is sent, they may be about it.
  COGNITO_NOT_ALLOWED: { ...ofProofs, 'sign-up': 'told' },
  COGNITO_RATE_LIMITED: everywhere,
  COGNITO_UNAVAILABLE: everywhere,
  // An exception that nobody knows, such as one about the state of a user.
  COGNITO_UNEXPECTED: { ...ofProofs, 'sign-up': 'told' },
  COGNITO_MISCONFIGURED: everywhere,
  COGNITO_NO_CREDENTIALS: everywhere,
  COGNITO_NOT_PERMITTED: everywhere,
  KEYS_UNAVAILABLE: everywhere,
}

/** A pool that may not send says so only where there is somebody to send to. */
const ofSending: Row = { ...everywhere, resend: 'hidden', forgot: 'hidden' }

/** Where the very sentence decides: a code alone is one that core knows nothing closer of. */
const byKey: Readonly<Partial<Record<MessageKey, Row>>> = {
  COGNITO_INVALID_INPUT: { ...ofTheInput, 'sign-in': 'after-proof' },
  COGNITO_MISCONFIGURED: ofSending,
  'COGNITO_MISCONFIGURED.noVerification': ofSending,
  // At sign-up it is said once the new user is there.
  'COGNITO_MISCONFIGURED.sending': { ...ofSending, 'sign-up': 'hidden' },
}

export const verdictOn = (
  { key, code }: Pick<CognitoError, 'key' | 'code'>,
  purpose: Purpose,
): Verdict => (byKey[key] ?? byCode[code])[purpose]
