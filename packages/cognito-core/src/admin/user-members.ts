import { requireText } from '../require-text.ts'
import type { AdminContext } from './admin-context.ts'

/** Whom it is about. @throws CognitoError `COGNITO_INVALID_INPUT` that names the field. */
export const userMembers = (
  { userPoolId }: Pick<AdminContext, 'userPoolId'>,
  input: { username: string },
): { UserPoolId: string; Username: string } => ({
  UserPoolId: userPoolId,
  Username: requireText('username', input?.username),
})
