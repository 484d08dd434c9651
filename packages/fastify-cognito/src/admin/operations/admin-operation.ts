import type { ProblemCode } from '../../http-status.ts'
import type { Operation } from '../../routes/operations/operation.ts'

/** What one route for operators is. */
export interface AdminOperation extends Operation {
  /** Whether it changes anything, or only looks. */
  isChange: boolean
}

/** Of whatever is asked with the AWS credentials of the service, by somebody who may. */
export const ofOperators: readonly ProblemCode[] = [
  'TOKEN_INSUFFICIENT',
  'COGNITO_NO_CREDENTIALS',
  'COGNITO_NOT_PERMITTED',
]

/** Of one user, by name. */
export const ofUser: readonly ProblemCode[] = [
  ...ofOperators,
  'NOT_FOUND',
  'COGNITO_USER_NOT_FOUND',
]
