import { attributeOfFactor } from '../active-factors.ts'
import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import type { SessionState } from '../challenge-sessions.ts'
import { describeDelivery } from '../codes/code-delivery.ts'
import { deliverCode } from '../codes/deliver-code.ts'
import type { MfaMethod } from '../options.ts'
import type { Pool } from '../pool.ts'

export const challengeOfMethod: Readonly<Record<MfaMethod, string>> = {
  sms: 'SMS_MFA',
  totp: 'SOFTWARE_TOKEN_MFA',
  email: 'EMAIL_OTP',
}

/** A challenge with its Session. */
export const openChallenge = (
  pool: Pool,
  { client, user, customAuth }: SignIn,
  challenge: {
    name: string
    parameters?: Readonly<Record<string, string>>
    state?: SessionState
  },
): AuthAnswer => ({
  ChallengeName: challenge.name,
  Session: pool.sessions.open({
    clientId: client.id,
    sub: user.sub,
    challenge: challenge.name,
    lifetime: client.lifetimes.challenge,
    customAuth,
    ...challenge.state,
  }),
  ChallengeParameters: { USER_ID_FOR_SRP: user.username, ...challenge.parameters },
})

/** E-mailed one-time codes have eight digits, text messages six. */
const digits = { email: 8, sms: 6 } as const

/** Asks for one factor; a code is sent where that factor needs one. */
export const openMfaChallenge = async (
  pool: Pool,
  signIn: SignIn,
  method: MfaMethod,
): Promise<AuthAnswer> => {
  const name = challengeOfMethod[method]
  if (method === 'totp') return openChallenge(pool, signIn, { name })
  const attribute = attributeOfFactor[method]
  const { client, user, clientMetadata } = signIn
  const to = user.attributes[attribute] ?? ''
  await deliverCode(pool, {
    client,
    user,
    source: 'Authentication',
    purpose: 'mfa',
    slot: { subject: user.sub, purpose: 'mfa', attribute },
    digits: digits[method],
    attribute,
    to,
    clientMetadata,
  })
  const { DeliveryMedium, Destination } = describeDelivery(attribute, to)
  return openChallenge(pool, signIn, {
    name,
    parameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium,
      CODE_DELIVERY_DESTINATION: Destination,
    },
  })
}
