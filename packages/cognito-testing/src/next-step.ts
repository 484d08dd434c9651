import type { AuthAnswer, SignIn } from './auth-answer.ts'
import { notAuthorized } from './aws-error.ts'
import { challengeOfMethod, openChallenge, openMfaChallenge } from './challenges/open-challenge.ts'
import { checkMaySignIn } from './check-may-sign-in.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { rememberedDevice } from './devices/remembered-device.ts'
import type { MfaMethod } from './options.ts'
import type { Pool } from './pool.ts'
import { usableFactors } from './usable-factors.ts'

const toJson = (methods: readonly MfaMethod[]): string =>
  JSON.stringify(methods.map((method) => challengeOfMethod[method]))

const askForMfa = async (pool: Pool, signIn: SignIn): Promise<AuthAnswer> => {
  const { mfa, mfaMethods, deviceStandsForMfa } = pool.settings
  const standIn = deviceStandsForMfa ? rememberedDevice(pool, signIn)?.key : undefined
  if (standIn !== undefined) {
    const customAuth = signIn.customAuth && { ...signIn.customAuth, standIn }
    return completeSignIn(pool, { ...signIn, customAuth })
  }
  const factors = usableFactors(pool, signIn.user)
  const [onlyFactor] = factors.length === 1 ? factors : []
  const factor = factors.find((each) => each === signIn.user.preferredFactor) ?? onlyFactor
  if (factor) return openMfaChallenge(pool, signIn, factor)
  if (factors.length > 1) {
    const parameters = { MFAS_CAN_CHOOSE: toJson(factors) }
    return openChallenge(pool, signIn, { name: 'SELECT_MFA_TYPE', parameters })
  }
  if (mfa !== 'required') return completeSignIn(pool, signIn)
  const parameters = { MFAS_CAN_SETUP: toJson(mfaMethods) }
  return openChallenge(pool, signIn, { name: 'MFA_SETUP', parameters })
}

const askForNewPassword = (pool: Pool, signIn: SignIn): AuthAnswer => {
  const { user } = signIn
  const validFor = pool.settings.passwordPolicy.temporaryPasswordDays * 24 * 3600
  if (pool.clock.now() >= (user.credential?.setAt ?? 0) + validFor) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
  }
  // Those with a value too: a client finds out from `userAttributes` which ones are missing.
  const required = pool.settings.requiredAttributes.map((name) => `userAttributes.${name}`)
  return openChallenge(pool, signIn, {
    name: 'NEW_PASSWORD_REQUIRED',
    parameters: {
      requiredAttributes: JSON.stringify(required),
      userAttributes: JSON.stringify(user.attributes),
    },
  })
}

/** What follows a right password: a new one, then a second factor, then tokens. */
export const afterPassword = async (pool: Pool, signIn: SignIn): Promise<AuthAnswer> => {
  checkMaySignIn(signIn.user)
  return signIn.user.status === 'FORCE_CHANGE_PASSWORD'
    ? askForNewPassword(pool, signIn)
    : askForMfa(pool, signIn)
}
