import { CognitoError, type CognitoErrorCode } from '@x/cognito-core'
import { fieldErrors } from '../problems/field-errors.ts'
import { toRefusal } from '../problems/refusal.ts'
import type { AdminOperationId } from './operations/admin-operations.ts'

/** They are about somebody else than who asks. */
export const statusOfUsers: Readonly<Partial<Record<CognitoErrorCode, number>>> = {
  COGNITO_USER_NOT_FOUND: 404,
  COGNITO_USER_DISABLED: 409,
}

/** Of a body that makes a user. */
const fields = {
  username: '/username',
  password: '/temporaryPassword',
  attribute: (name: string) => `/attributes/${name}`,
}

/** What Cognito refuses an operator, with what HTTP needs; anything else as it is. */
export const refusalOfCall = (
  error: unknown,
  { action }: { action: AdminOperationId },
): unknown => {
  if (!(error instanceof CognitoError)) return error
  const statusCode = statusOfUsers[error.code]
  const errors = action === 'createUser' ? fieldErrors(error, fields) : []
  return toRefusal(error, {
    ...(statusCode !== undefined && { statusCode }),
    ...(errors.length > 0 && { errors }),
  })
}
