import { AwsError, invalidParameter } from '../aws-error.ts'
import { checkUserPoolId } from '../check-user-pool-id.ts'
import { constraintProblem } from '../constraint-problem.ts'
import { describeTracking } from '../user-sessions/describe-tracking.ts'
import { defineOperation, type Operation, userPoolId } from './operation.ts'

const readMaxPerUser = (tokenSession: Readonly<Record<string, unknown>>): number => {
  const value = tokenSession['MaxPerUser'] ?? undefined
  if (value !== undefined && !Number.isInteger(value)) {
    throw new AwsError('SerializationException', 'MaxPerUser can not be converted to a Integer')
  }
  const name = 'tokenSession.maxPerUser'
  const constraints = { required: true, min: 1, max: 100 } as const
  const problem = constraintProblem([{ name, constraints, value }])
  if (problem) throw invalidParameter(problem)
  return Number(value)
}

/** Replaces the whole of it. Nobody is signed out by a lower limit before they sign in again. */
export const setUserPoolSessionConfiguration: Operation = defineOperation(
  {
    UserPoolId: userPoolId,
    UserSessionTracking: { type: 'string', required: true, values: ['ENABLED', 'DISABLED'] },
    TokenSession: { type: 'structure', required: true },
  },
  (pool, { UserPoolId, UserSessionTracking, TokenSession }) => {
    const maxPerUser = readMaxPerUser(TokenSession)
    checkUserPoolId(pool, UserPoolId)
    pool.userSessions.configure({ isOn: UserSessionTracking === 'ENABLED', maxPerUser })
    return describeTracking(pool)
  },
)
