import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { checkMaySignIn } from '../check-may-sign-in.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { availableChallenges } from '../first-factors/available-challenges.ts'
import type { Passkey } from '../passkeys/passkey.ts'
import { passkeySettings } from '../passkeys/passkey-settings.ts'
import { readAssertion } from '../passkeys/read-credential.ts'
import { challengeOfSession, requestOptions } from '../passkeys/request-options.ts'
import {
  type AssertionFacts,
  isNextCounter,
  refusedAssertion,
  verifyAssertion,
} from '../passkeys/verify-assertion.ts'
import type { Pool } from '../pool.ts'
import { requireParameter } from '../require-parameter.ts'
import type { User } from '../user-store.ts'
import type { AnswerChallenge } from './challenge-answer.ts'
import { openFirstFactorChallenge } from './open-first-factor-challenge.ts'

/**
 * WEB_AUTHN: asks for an assertion by any of the user's passkeys. Of a user who has none, as those
 * have not who do not exist, one is named that nobody has.
 */
export const openWebAuthnChallenge = (pool: Pool, signIn: SignIn): AuthAnswer => {
  const { client, user } = signIn
  const answer = openFirstFactorChallenge(pool, signIn, { name: 'WEB_AUTHN' })
  const options = requestOptions(pool, { client, user, session: answer.Session })
  return {
    ...answer,
    ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
  }
}

interface AssertedBy {
  user: User
  passkey: Passkey
}

/** The user as they are now, and their passkey. @throws {AwsError} where one of them is gone */
const assertedBy = (
  { users }: Pool,
  { username, sub, untrustedId }: { username: string; sub: string; untrustedId: string },
): AssertedBy => {
  const user = users.get(username)
  const passkey = user?.passkeys.find(({ id }) => id === untrustedId)
  if (user?.sub !== sub || !passkey) throw refusedAssertion()
  return { user, passkey }
}

/** @throws {AwsError} where it cannot be what the user signs in with, as it is and they are */
const checkMaySignInWith = (
  pool: Pool,
  { user, passkey }: AssertedBy,
  { counter, isUserVerified }: AssertionFacts,
): void => {
  const isEnough =
    isNextCounter(counter, passkey.counter) &&
    (isUserVerified || passkeySettings(pool, user).userVerification !== 'required') &&
    availableChallenges(pool, user).includes('WEB_AUTHN')
  if (!isEnough) throw refusedAssertion()
  checkMaySignIn(user)
}

/**
 * WEB_AUTHN: an assertion for the challenge of this Session. What is wrong with one leaves the
 * Session as it is.
 */
export const answerWebAuthn: AnswerChallenge = async (
  pool,
  { responses, session, consumeSession, ...signIn },
) => {
  const { username, sub } = signIn.user
  const untrustedAssertion = readAssertion(requireParameter(responses, 'CREDENTIAL'))
  const asserter = { username, sub, untrustedId: untrustedAssertion.id }
  const facts = await verifyAssertion({
    untrustedAssertion,
    passkey: assertedBy(pool, asserter).passkey,
    relyingPartyId: passkeySettings(pool, signIn.user).relyingPartyId,
    challenge: challengeOfSession(pool, session),
    sub,
  })
  // While that was waited for, the user may have changed, and the passkey may have been used.
  const { user, passkey } = assertedBy(pool, asserter)
  checkMaySignInWith(pool, { user, passkey }, facts)
  consumeSession()
  const used = { ...passkey, counter: facts.counter }
  const updated = pool.users.update(username, {
    passkeys: user.passkeys.map((entry) => (entry === passkey ? used : entry)),
  })
  return completeSignIn(pool, { ...signIn, user: updated })
}
