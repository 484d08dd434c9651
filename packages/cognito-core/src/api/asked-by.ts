import { requireText, requireTexts } from '../require-text.ts'
import type { AnyAsked, Asked } from './asked.ts'
import { emailCode, smsCode, totpCode } from './asked-codes.ts'
import { factorChoice, passkey, passwordAmongOthers, passwordBy } from './asked-first-factors.ts'
import { emailSetup, mfaChoice, mfaSetupChoice, totpSetup } from './asked-mfa.ts'
import { newPassword } from './asked-new-password.ts'
import type { ChallengeKind, ChallengeName } from './challenges.ts'

/** What is answered without the user, where the attempt has what it takes. */
export type Round = 'password-proof' | 'device-start' | 'device-proof'

export interface Row {
  round?: Round
  /** The first that fits is what the user is asked. */
  kinds: readonly AnyAsked[]
  /** Whether Cognito asks it only of those who have proved their password. */
  afterPassword?: true
}

/** What the pool's own trigger asks: Cognito adds nothing to its parameters but the name. */
const custom: Asked<'custom'> = {
  kind: 'custom',
  details: ({ parameters: { USERNAME: _name, ...parameters } }) => ({ parameters }),
  move: ({ answer }) => ({
    do: 'respond',
    responses: { ANSWER: requireText('answer.answer', answer) },
  }),
}

/** A challenge this version has no better word for. */
const unsupported: Asked<'unsupported'> = {
  kind: 'unsupported',
  details: ({ parameters }) => ({ parameters: { ...parameters } }),
  move: ({ responses }) => ({
    do: 'respond',
    responses: requireTexts('answer.responses', responses),
  }),
}

/** One row per challenge of Cognito: one that AWS adds to the SDK does not compile until it has a row. */
const challenges: Readonly<Record<ChallengeName, Row>> = {
  SMS_MFA: { kinds: [smsCode('SMS_MFA_CODE')], afterPassword: true },
  SMS_OTP: { kinds: [smsCode('SMS_OTP_CODE')] },
  // As the first factor, and as the second after a password.
  EMAIL_OTP: { kinds: [emailCode] },
  SOFTWARE_TOKEN_MFA: { kinds: [totpCode], afterPassword: true },
  NEW_PASSWORD_REQUIRED: { kinds: [newPassword], afterPassword: true },
  SELECT_MFA_TYPE: { kinds: [mfaChoice, unsupported], afterPassword: true },
  MFA_SETUP: { kinds: [totpSetup, emailSetup, mfaSetupChoice, unsupported], afterPassword: true },
  SELECT_CHALLENGE: { kinds: [factorChoice, passwordAmongOthers, unsupported] },
  PASSWORD: { kinds: [passwordBy('password')] },
  PASSWORD_SRP: { kinds: [passwordBy('srp')] },
  WEB_AUTHN: { kinds: [passkey, unsupported] },
  CUSTOM_CHALLENGE: { kinds: [custom] },
  PASSWORD_VERIFIER: { round: 'password-proof', kinds: [unsupported] },
  DEVICE_SRP_AUTH: { round: 'device-start', kinds: [unsupported] },
  DEVICE_PASSWORD_VERIFIER: { round: 'device-proof', kinds: [unsupported] },
  /** Never sent to a client. */
  ADMIN_NO_SRP_AUTH: { kinds: [unsupported] },
}

const rows = new Map<string, Row>(Object.entries(challenges))

/** How to read and answer a challenge by Cognito's name for it, also one that nobody has heard of. */
export const askedBy = (cognitoName: string): Row =>
  rows.get(cognitoName) ?? { kinds: [unsupported] }

/** One of the kinds that Cognito's name may stand for. */
export const askedAs = <Kind extends ChallengeKind>(
  cognitoName: string,
  kind: Kind,
): Asked<Kind> | undefined =>
  askedBy(cognitoName).kinds.find((asked) => asked.kind === kind) as Asked<Kind> | undefined
