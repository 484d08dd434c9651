import { answerAnyChallenge, challengeNames } from '../challenges/answer-any-challenge.ts'
import { clientId, context, defineOperation, type Operation, session } from './operation.ts'

export const respondToAuthChallenge: Operation = defineOperation(
  {
    ClientId: clientId,
    ChallengeName: { type: 'string', required: true, values: challengeNames },
    Session: session,
    ChallengeResponses: { type: 'map', sensitive: true },
    ...context,
  },
  answerAnyChallenge,
)
