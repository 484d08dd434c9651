import type { ChallengeDetails, ChallengeKind, ChallengeOf } from '@x/cognito-core'
import type { PendingChallenge } from '../session/pending-challenges.ts'
import type { TotpSetup } from '../totp-setup.ts'

/** What each kind of challenge shows, where that is not what core tells of it. */
interface OwnDetails {
  'totp-setup': TotpSetup
  'factor-choice': Pick<ChallengeDetails['factor-choice'], 'factors'>
}

type ShownDetails = OwnDetails & Omit<ChallengeDetails, keyof OwnDetails>

/** What a client is told of a challenge: never Cognito's own session, nor a device. */
export type PublicChallenge = {
  [Kind in ChallengeKind]: {
    kind: Kind
    /** Unix seconds. */
    expiresAt: number
  } & ShownDetails[Kind]
}[ChallengeKind]

type DescribeTotp = (secret: string) => TotpSetup

/** Named one by one: what core adds to a challenge is not shown by that alone. */
const detailsOf: {
  [Kind in ChallengeKind]: (
    challenge: ChallengeOf<Kind>,
    describeTotp: DescribeTotp,
  ) => ShownDetails[Kind]
} = {
  'new-password': ({ missingAttributes }) => ({ missingAttributes }),
  'sms-code': ({ delivery }) => ({ delivery }),
  'email-code': ({ delivery }) => ({ delivery }),
  'totp-code': ({ deviceName }) => ({ ...(deviceName && { deviceName }) }),
  'totp-setup': ({ secret }, describeTotp) => describeTotp(secret),
  'email-setup': () => ({}),
  'mfa-choice': ({ methods }) => ({ methods }),
  'mfa-setup-choice': ({ methods }) => ({ methods }),
  'factor-choice': ({ factors }) => ({ factors }),
  password: ({ method }) => ({ method }),
  passkey: ({ requestOptions }) => ({ requestOptions }),
  custom: ({ parameters }) => ({ parameters }),
  unsupported: ({ parameters }) => ({ parameters }),
}

export const publicChallenge = (
  { challenge, expiresAt }: Pick<PendingChallenge, 'challenge' | 'expiresAt'>,
  describeTotp: DescribeTotp,
): PublicChallenge => {
  const details = detailsOf[challenge.kind] as (
    shown: typeof challenge,
    describe: DescribeTotp,
  ) => object
  return { kind: challenge.kind, expiresAt, ...details(challenge, describeTotp) } as PublicChallenge
}
