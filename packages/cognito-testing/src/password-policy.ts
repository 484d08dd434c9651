import { constraintProblem } from './constraint-problem.ts'
import type { TestPasswordPolicy } from './options.ts'

const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/

/**
 * What no policy allows, in Cognito's words; undefined for a password that any could.
 * Source: PasswordType of the service model, with the pattern that live error messages quote.
 */
export const passwordFormProblem = (password: string): string | undefined =>
  constraintProblem([
    {
      name: 'password',
      constraints: { max: 256, pattern: '^[\\S]+.*[\\S]+$', sensitive: true },
      value: password,
    },
  ])

/**
 * The first rule a password breaks, in Cognito's words; undefined when it breaks none. The symbols
 * are those of "Adding user pool password requirements" of the Amazon Cognito developer guide.
 */
export const passwordProblem = (
  policy: Required<TestPasswordPolicy>,
  password: string,
): string | undefined => {
  const rules = [
    { broken: [...password].length < policy.minimumLength, message: 'Password not long enough' },
    {
      broken: policy.requireLowercase && !/[a-z]/.test(password),
      message: 'Password must have lowercase characters',
    },
    {
      broken: policy.requireUppercase && !/[A-Z]/.test(password),
      message: 'Password must have uppercase characters',
    },
    {
      broken: policy.requireNumbers && !/\d/.test(password),
      message: 'Password must have numeric characters',
    },
    {
      broken: policy.requireSymbols && !symbols.test(password),
      message: 'Password must have symbol characters',
    },
  ]
  const rule = rules.find(({ broken }) => broken)
  return rule && `Password did not conform with policy: ${rule.message}`
}
