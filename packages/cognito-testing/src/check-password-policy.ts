import { AwsError } from './aws-error.ts'
import { passwordProblem } from './password-policy.ts'
import type { Pool } from './pool.ts'

/** @throws {AwsError} InvalidPasswordException, the same whoever the password is for */
export const checkPasswordPolicy = (pool: Pool, untrustedPassword: string): void => {
  const problem = passwordProblem(pool.settings.passwordPolicy, untrustedPassword)
  if (problem) throw new AwsError('InvalidPasswordException', problem)
}
