import { activeFactors } from '../active-factors.ts'
import type { FirstFactor } from '../options.ts'
import type { Pool } from '../pool.ts'
import { isSimulated } from '../simulated-account.ts'
import type { User } from '../user-store.ts'

/** As AWS names what USER_AUTH can ask for first. */
export type FirstFactorChallenge =
  | 'PASSWORD_SRP'
  | 'PASSWORD'
  | 'EMAIL_OTP'
  | 'SMS_OTP'
  | 'WEB_AUTHN'

const challengesOf: Readonly<Record<FirstFactor, readonly FirstFactorChallenge[]>> = {
  password: ['PASSWORD_SRP', 'PASSWORD'],
  'email-code': ['EMAIL_OTP'],
  'sms-code': ['SMS_OTP'],
  passkey: ['WEB_AUTHN'],
}

/** What stands alone is for those who have no second factor. */
const mayStandAlone = ({ settings }: Pool, user: User): boolean =>
  settings.mfa !== 'required' && activeFactors(user).length === 0

const has: Readonly<Record<FirstFactor, (pool: Pool, user: User) => boolean>> = {
  password: (_pool, { credential }) => credential !== undefined,
  'email-code': (pool, user) => Boolean(user.attributes['email']) && mayStandAlone(pool, user),
  'sms-code': (pool, user) => Boolean(user.attributes['phone_number']) && mayStandAlone(pool, user),
  passkey: (pool, user) =>
    isSimulated(user) ||
    (user.passkeys.length > 0 &&
      (mayStandAlone(pool, user) || (pool.settings.passkeys?.asMfa === true && user.passkeyIsMfa))),
}

/**
 * What the user can sign in with in the flow USER_AUTH: for somebody who does not exist all that the
 * pool allows, as far as it goes with the name that was typed.
 */
export const firstFactorsOf = (pool: Pool, user: User): readonly FirstFactor[] =>
  pool.settings.firstFactors.filter((factor) => has[factor](pool, user))

/**
 * What the user is offered in the flow USER_AUTH. A temporary password comes before everything
 * else; who has nothing at all is asked for a password, and none is right.
 * Source: "Authentication with Amazon Cognito user pools" of the Amazon Cognito developer guide.
 */
export const availableChallenges = (pool: Pool, user: User): readonly FirstFactorChallenge[] => {
  if (user.status === 'FORCE_CHANGE_PASSWORD') return challengesOf.password
  const challenges = firstFactorsOf(pool, user).flatMap((factor) => challengesOf[factor])
  return challenges.length > 0 ? challenges : challengesOf.password
}
