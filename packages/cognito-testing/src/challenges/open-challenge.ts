import type { AuthAnswer, SignIn } from '../auth-answer.ts'
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
  { client, user }: SignIn,
  challenge: { name: string; parameters?: Readonly<Record<string, string>> },
): AuthAnswer => ({
  ChallengeName: challenge.name,
  Session: pool.sessions.open({
    clientId: client.id,
    username: user.username,
    challenge: challenge.name,
    lifetime: client.lifetimes.challenge,
  }),
  ChallengeParameters: { USER_ID_FOR_SRP: user.username, ...challenge.parameters },
})

/** `j***@e***` */
const maskEmail = (address: string): string => address.replace(/^(.)[^@]*@(.).*$/, '$1***@$2***')
/** `+*******1234` */
const maskPhoneNumber = (number: string): string =>
  `+${number.slice(-4).padStart(Math.max(number.length - 1, 4), '*')}`

const delivery = {
  sms: { attribute: 'phone_number', medium: 'SMS', mask: maskPhoneNumber },
  email: { attribute: 'email', medium: 'EMAIL', mask: maskEmail },
} as const

/** Asks for one factor; a code is sent where that factor needs one. */
export const openMfaChallenge = (pool: Pool, signIn: SignIn, method: MfaMethod): AuthAnswer => {
  const name = challengeOfMethod[method]
  if (method === 'totp') return openChallenge(pool, signIn, { name })
  const { attribute, medium, mask } = delivery[method]
  const { username, attributes } = signIn.user
  const to = attributes[attribute] ?? ''
  pool.inbox.sendCode({ username, medium: method, purpose: 'mfa', to })
  return openChallenge(pool, signIn, {
    name,
    parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: medium, CODE_DELIVERY_DESTINATION: mask(to) },
  })
}
