import { randomBytes } from 'node:crypto'
import { type ChallengeKind, CognitoError, type SignInResult } from '@x/cognito-core'
import { deliveryToName } from './told-delivery.ts'

export type CodeKind = Extract<ChallengeKind, 'email-code' | 'sms-code'>

const codes = {
  'email-code': { cognitoName: 'EMAIL_OTP', medium: 'email' },
  'sms-code': { cognitoName: 'SMS_OTP', medium: 'sms' },
} as const

/** The kind of code that is sent to whoever wants to sign in with this, if any is. */
export const codeKindOf = (factor: unknown): CodeKind | undefined =>
  factor === 'email-code' || factor === 'sms-code' ? factor : undefined

/** What only happens where there is somebody to send a code to. */
const ofSending: ReadonlySet<string> = new Set([
  'COGNITO_LIMIT_EXCEEDED',
  'COGNITO_CODE_NOT_DELIVERED',
  'COGNITO_TRIGGER_FAILED',
  'COGNITO_REJECTED_BY_TRIGGER',
])

/** No session of Cognito's has a full stop. */
const mark = 'unsent.'

/**
 * A challenge for a code that was not sent, in place of the refusal that says so: whoever is unknown is
 * asked for a code that was not sent, too.
 */
export const unsentCode = (
  hidden: CognitoError,
  { typed, kind }: { typed: string; kind: CodeKind | undefined },
): SignInResult | undefined => {
  if (kind === undefined || !ofSending.has(hidden.code)) return undefined
  const { cognitoName, medium } = codes[kind]
  const session = `${mark}${randomBytes(24).toString('base64url')}`
  const delivery = deliveryToName(typed, medium)
  return {
    status: 'challenge',
    challenge: { kind, username: typed, session, cognitoName, delivery },
  }
}

/** Cognito is asked all the same, and knows no such session: any code is a wrong one. */
export const answerUnsent =
  (session: string, ask: () => Promise<SignInResult>): (() => Promise<SignInResult>) =>
  () =>
    ask().catch((error: unknown) => {
      const isUnknown = error instanceof CognitoError && error.code === 'COGNITO_SESSION_EXPIRED'
      throw isUnknown && session.startsWith(mark)
        ? new CognitoError('COGNITO_CODE_MISMATCH', { cause: error.cause })
        : error
    })
