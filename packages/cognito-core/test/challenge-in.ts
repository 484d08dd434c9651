import type { ChallengeKind, ChallengeOf, SignInResult } from '@x/cognito-core'

/** As after a cookie, a restart, another process: nothing but the data is left. */
export const challengeIn = <Kind extends ChallengeKind>(
  result: SignInResult,
  kind: Kind,
): ChallengeOf<Kind> => {
  const got = result.status === 'challenge' ? result.challenge.kind : result.status
  if (result.status !== 'challenge' || got !== kind) throw new Error(`expected ${kind}, got ${got}`)
  return JSON.parse(JSON.stringify(result.challenge))
}
