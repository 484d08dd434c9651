import { attributeOfFactor } from '../active-factors.ts'
import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import type { SessionState } from '../challenge-sessions.ts'
import type { MfaMethod } from '../options.ts'
import type { Pool } from '../pool.ts'
import { sendOneTimeCode } from './send-one-time-code.ts'

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
): AuthAnswer & { Session: string } => ({
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

/** Asks for one factor; a code is sent where that factor needs one. */
export const openMfaChallenge = async (
  pool: Pool,
  signIn: SignIn,
  method: MfaMethod,
): Promise<AuthAnswer> => {
  const name = challengeOfMethod[method]
  const { attributes, totpDeviceName } = signIn.user
  if (method === 'totp') {
    const parameters = totpDeviceName ? { FRIENDLY_DEVICE_NAME: totpDeviceName } : {}
    return openChallenge(pool, signIn, { name, parameters })
  }
  const attribute = attributeOfFactor[method]
  const to = attributes[attribute] ?? ''
  const parameters = await sendOneTimeCode(pool, signIn, { use: 'mfa', attribute, to })
  return openChallenge(pool, signIn, { name, parameters })
}
