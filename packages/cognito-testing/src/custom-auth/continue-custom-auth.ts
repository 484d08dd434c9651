import type { AuthAnswer } from '../auth-answer.ts'
import { AwsError, invalidParameter, wrongCredentials } from '../aws-error.ts'
import { openPasswordVerifier } from '../challenges/open-password-verifier.ts'
import { checkMaySignIn } from '../check-may-sign-in.ts'
import { askForDevice } from '../devices/ask-for-device.ts'
import { deviceNotFound } from '../devices/device-not-found.ts'
import { rememberedDevice } from '../devices/remembered-device.ts'
import type { Pool } from '../pool.ts'
import { runDefineAuthChallenge } from '../triggers/run-define-auth-challenge.ts'
import type { CustomAttempt } from './custom-attempt.ts'
import { openCustomChallenge } from './open-custom-challenge.ts'
import { stillThere } from './still-there.ts'

type Ask = (pool: Pool, attempt: CustomAttempt) => AuthAnswer | Promise<AuthAnswer>

const askForPassword: Ask = (pool, attempt) => {
  const { clientPublic, customAuth } = attempt
  if (clientPublic === undefined) throw invalidParameter('Missing required parameter SRP_A')
  return openPasswordVerifier(pool, { ...attempt, clientPublic, state: { customAuth } })
}

/** What `defineAuthChallenge` may call for. A second factor is asked for without it. */
const challenges: Readonly<Record<string, Ask>> = {
  PASSWORD_VERIFIER: askForPassword,
  CUSTOM_CHALLENGE: openCustomChallenge,
}

/**
 * Somebody who does not exist is signed in by no trigger, and a device that stood in for a second
 * factor is not let off by an answer that does not name it.
 */
const endCustomAuth = (pool: Pool, attempt: CustomAttempt): Promise<AuthAnswer> => {
  const { user, customAuth } = attempt
  if (!user) throw wrongCredentials()
  checkMaySignIn(user)
  const { standIn } = customAuth
  const signIn = { ...attempt, user, deviceKey: standIn ?? attempt.deviceKey }
  if (standIn !== undefined && !rememberedDevice(pool, signIn)) throw deviceNotFound()
  return askForDevice(pool, signIn)
}

/**
 * The next step of CUSTOM_AUTH, as `defineAuthChallenge` wants it.
 * @throws {AwsError} NotAuthorizedException where it gives up on the user
 */
export const continueCustomAuth = async (
  pool: Pool,
  attempt: CustomAttempt,
): Promise<AuthAnswer> => {
  const verdict = await runDefineAuthChallenge(pool, attempt)
  const current = stillThere(pool, attempt)
  if (verdict.failAuthentication) throw wrongCredentials()
  if (verdict.issueTokens) return endCustomAuth(pool, current)
  const { challengeName } = verdict
  const ask =
    challengeName && Object.hasOwn(challenges, challengeName)
      ? challenges[challengeName]
      : undefined
  if (ask) return ask(pool, current)
  throw new AwsError('InvalidLambdaResponseException', 'Unrecognizable lambda output')
}
