export {
  type CognitoAdmin,
  type CognitoAdminOptions,
  createCognitoAdmin,
} from './create-cognito-admin.ts'
export type { PasswordPolicy } from './password-policy.ts'
