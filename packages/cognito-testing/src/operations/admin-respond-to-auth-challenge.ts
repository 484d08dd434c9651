import { answerAnyChallenge, challengeNames } from '../challenges/answer-any-challenge.ts'
import { checkUserPoolId } from '../check-user-pool-id.ts'
import {
  clientId,
  contextOfOperator,
  defineOperation,
  type Operation,
  session,
  userPoolId,
} from './operation.ts'

export const adminRespondToAuthChallenge: Operation = defineOperation(
  {
    UserPoolId: userPoolId,
    ClientId: clientId,
    ChallengeName: { type: 'string', required: true, values: challengeNames },
    Session: session,
    ChallengeResponses: { type: 'map', sensitive: true },
    ...contextOfOperator,
  },
  async (pool, input) => {
    checkUserPoolId(pool, input.UserPoolId)
    return answerAnyChallenge(pool, input)
  },
)
