export type { UserSession } from '../api/user-session.ts'
export {
  type CognitoAdmin,
  type CognitoAdminOptions,
  createCognitoAdmin,
} from './create-cognito-admin.ts'
export type { PasswordPolicy } from './password-policy.ts'
export type { AdminSessionsApi } from './sessions.ts'
