import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import type { SrpVariant } from './time-sign-in.ts'

export const srpHelper: SrpVariant = {
  name: 'cognito-srp-helper',
  signIn: async ({ account, challengeFor, timed }) => {
    const { userIdForSrp, password, poolName } = account
    const session = await timed('start', () =>
      createSrpSession(userIdForSrp, password, `us-east-1_${poolName}`, false),
    )
    const challenge = await challengeFor(session.largeA)
    const { passwordSignature, timestamp } = await timed('finish', () =>
      signSrpSession(session, {
        ChallengeParameters: {
          SALT: challenge.salt,
          SRP_B: challenge.B,
          SECRET_BLOCK: challenge.secretBlock,
          USER_ID_FOR_SRP: userIdForSrp,
        },
      }),
    )
    return { signature: passwordSignature, timestamp }
  },
}
