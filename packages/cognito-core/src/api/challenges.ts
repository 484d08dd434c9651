import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import { requireText, requireTexts } from '../require-text.ts'
import { type CodeDelivery, deliveryOf } from './code-delivery.ts'

export type ChallengeName = ChallengeNameType

/** What each kind of challenge tells. */
export interface ChallengeDetails {
  /** The names are as Cognito spells them, such as `given_name` or `custom:team`. */
  'new-password': { missingAttributes: readonly string[] }
  'sms-code': { delivery: CodeDelivery }
  'email-code': { delivery: CodeDelivery }
  /** `deviceName` is what the user called the authenticator app, where they did. */
  'totp-code': { deviceName?: string }
  /** A challenge this version does not know: answered in Cognito's own terms, never taken for success. */
  unsupported: { parameters: Readonly<Record<string, string>> }
}

/** What each kind of challenge wants. */
export interface AnswerTo {
  'new-password': { newPassword: string; attributes?: Readonly<Record<string, string>> }
  'sms-code': { code: string }
  'email-code': { code: string }
  'totp-code': { code: string }
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
    } & ChallengeDetails[Kind]
  : never

type Parameters = Readonly<Record<string, string>>

/** How one kind of challenge is read from Cognito's parameters, and its answer written back. */
export interface Asked<Kind extends ChallengeKind> {
  kind: Kind
  details: (parameters: Parameters) => ChallengeDetails[Kind]
  responses: (answer: AnswerTo[Kind]) => Record<string, string>
}

type Row =
  | { [Kind in ChallengeKind]: Asked<Kind> }[ChallengeKind]
  | 'answered by the SRP round'
  | 'never sent to a client'

/** A challenge this version has no better word for. */
const unsupported: Asked<'unsupported'> = {
  kind: 'unsupported',
  details: (parameters) => ({ parameters: { ...parameters } }),
  responses: ({ responses }) => requireTexts('answer.responses', responses),
}

/** One row per challenge of Cognito: one that AWS adds to the SDK does not compile until it has a row. */
const challenges: Readonly<Record<ChallengeNameType, Row>> = {
  SMS_MFA: smsCode('SMS_MFA_CODE'),
  SMS_OTP: smsCode('SMS_OTP_CODE'),
  EMAIL_OTP: {
    kind: 'email-code',
    details: (parameters) => ({ delivery: deliveryOf(parameters) }),
    responses: ({ code }) => ({ EMAIL_OTP_CODE: requireText('answer.code', code) }),
  },
  SOFTWARE_TOKEN_MFA: {
    kind: 'totp-code',
    details: ({ FRIENDLY_DEVICE_NAME: deviceName }) => (deviceName ? { deviceName } : {}),
    responses: ({ code }) => ({ SOFTWARE_TOKEN_MFA_CODE: requireText('answer.code', code) }),
  },
  NEW_PASSWORD_REQUIRED: {
    kind: 'new-password',
    details: (parameters) => ({ missingAttributes: missingAttributes(parameters) }),
    responses: ({ newPassword, attributes = {} }) => ({
      NEW_PASSWORD: requireText('answer.newPassword', newPassword),
      ...Object.fromEntries(
        Object.entries(requireTexts('answer.attributes', attributes)).map(([name, value]) => [
          `${attributePrefix}${name}`,
          value,
        ]),
      ),
    }),
  },
  SELECT_MFA_TYPE: unsupported,
  MFA_SETUP: unsupported,
  SELECT_CHALLENGE: unsupported,
  PASSWORD: unsupported,
  WEB_AUTHN: unsupported,
  CUSTOM_CHALLENGE: unsupported,
  PASSWORD_SRP: unsupported,
  DEVICE_SRP_AUTH: unsupported,
  DEVICE_PASSWORD_VERIFIER: unsupported,
  PASSWORD_VERIFIER: 'answered by the SRP round',
  ADMIN_NO_SRP_AUTH: 'never sent to a client',
}

/** How to read and answer a challenge by Cognito's name for it, also one that nobody has heard of. */
export const askedBy = (cognitoName: string): Asked<ChallengeKind> => {
  const row = new Map<string, Row>(Object.entries(challenges)).get(cognitoName) ?? unsupported
  return (typeof row === 'string' ? unsupported : row) as Asked<ChallengeKind>
}

function smsCode(answeredAs: string): Asked<'sms-code'> {
  return {
    kind: 'sms-code',
    details: (parameters) => ({ delivery: deliveryOf(parameters) }),
    responses: ({ code }) => ({ [answeredAs]: requireText('answer.code', code) }),
  }
}

const attributePrefix = 'userAttributes.'

/**
 * Cognito lists every required attribute as a JSON string, and refuses those that already have a value
 * (`Cannot modify an already provided email`): what is missing is the difference.
 */
const missingAttributes = (parameters: Parameters): string[] => {
  const required = parsed(parameters['requiredAttributes'])
  const present = parsed(parameters['userAttributes'])
  if (!Array.isArray(required)) return []
  const has = (name: string): boolean =>
    typeof present === 'object' && present !== null && name in present
  return required
    .filter((name): name is string => typeof name === 'string')
    .map((name) => (name.startsWith(attributePrefix) ? name.slice(attributePrefix.length) : name))
    .filter((name) => !has(name))
}

const parsed = (json: string | undefined): unknown => {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return undefined
  }
}
