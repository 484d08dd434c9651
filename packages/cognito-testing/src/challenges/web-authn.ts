import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { checkMaySignIn } from '../check-may-sign-in.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { passkeySettings } from '../passkeys/passkey-settings.ts'
import { readAssertion } from '../passkeys/read-credential.ts'
import { challengeOfSession, requestOptions } from '../passkeys/request-options.ts'
import { isNextCounter, refusedAssertion, verifyAssertion } from '../passkeys/verify-assertion.ts'
import type { Pool } from '../pool.ts'
import { requireParameter } from '../require-parameter.ts'
import type { User } from '../user-store.ts'
import type { AnswerChallenge } from './challenge-answer.ts'
import { openChallenge } from './open-challenge.ts'

/**
 * WEB_AUTHN: asks for an assertion by any of the user's passkeys. Of a user who has none, as those
 * have not who do not exist, one is named that nobody has.
 */
export const openWebAuthnChallenge = (pool: Pool, signIn: SignIn): AuthAnswer => {
  const { client, user } = signIn
  const answer = openChallenge(pool, signIn, { name: 'WEB_AUTHN' })
  const options = requestOptions(pool, { client, user, session: answer.Session ?? '' })
  return {
    ...answer,
    ChallengeParameters: {
      ...answer.ChallengeParameters,
      CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options),
    },
  }
}

const passkeyOf = (user: User | undefined, untrustedId: string) => {
  const passkey = user?.passkeys.find(({ id }) => id === untrustedId)
  if (!user || !passkey) throw refusedAssertion()
  return { user, passkey }
}

/**
 * WEB_AUTHN: an assertion for the challenge of this Session. What is wrong with one leaves the
 * Session as it is.
 */
export const answerWebAuthn: AnswerChallenge = async (
  pool,
  { responses, session, consumeSession, ...signIn },
) => {
  const untrustedAssertion = readAssertion(requireParameter(responses, 'CREDENTIAL'))
  const { username, sub } = signIn.user
  const counter = await verifyAssertion({
    untrustedAssertion,
    passkey: passkeyOf(signIn.user, untrustedAssertion.id).passkey,
    settings: passkeySettings(pool, signIn.user),
    challenge: challengeOfSession(pool, session),
    sub,
  })
  // While that was waited for, the user may have changed, and the passkey may have been used.
  const current = pool.users.get(username)
  const { user, passkey } = passkeyOf(
    current?.sub === sub ? current : undefined,
    untrustedAssertion.id,
  )
  checkMaySignIn(user)
  if (!isNextCounter(counter, passkey.counter)) throw refusedAssertion()
  consumeSession()
  const updated = pool.users.update(username, {
    passkeys: user.passkeys.map((entry) => (entry === passkey ? { ...entry, counter } : entry)),
  })
  return completeSignIn(pool, { ...signIn, user: updated })
}
