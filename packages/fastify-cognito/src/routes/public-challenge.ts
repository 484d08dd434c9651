import type { ChallengeDetails, ChallengeKind, ChallengeOf } from '@x/cognito-core'
import type { PendingChallenge } from '../session/pending-challenges.ts'

/** What a client is told of a challenge: never Cognito's own session. */
export type PublicChallenge = {
  [Kind in ChallengeKind]: {
    kind: Kind
    /** Unix seconds. */
    expiresAt: number
  } & ChallengeDetails[Kind]
}[ChallengeKind]

/** Named one by one: what core adds to a challenge is not shown by that alone. */
const detailsOf: {
  [Kind in ChallengeKind]: (challenge: ChallengeOf<Kind>) => ChallengeDetails[Kind]
} = {
  'new-password': ({ missingAttributes }) => ({ missingAttributes }),
  'sms-code': ({ delivery }) => ({ delivery }),
  'email-code': ({ delivery }) => ({ delivery }),
  'totp-code': ({ deviceName }) => ({ ...(deviceName && { deviceName }) }),
  unsupported: ({ parameters }) => ({ parameters }),
}

export const publicChallenge = ({ challenge, expiresAt }: PendingChallenge): PublicChallenge => {
  const details = detailsOf[challenge.kind] as (shown: typeof challenge) => object
  return { kind: challenge.kind, expiresAt, ...details(challenge) } as PublicChallenge
}
