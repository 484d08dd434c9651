import type { TestPasswordPolicy } from './options.ts'

const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/

/**
 * The first rule a password breaks, in Cognito's words; undefined when it breaks none.
 * Source: "Adding user pool password requirements" of the Amazon Cognito developer guide, for the symbols.
 */
export const passwordProblem = (
  policy: Required<TestPasswordPolicy>,
  password: string,
): string | undefined => {
  const rules = [
    { broken: password.length < policy.minimumLength, message: 'Password not long enough' },
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
      broken: policy.requireSymbols && !symbols.test(password.trim()),
      message: 'Password must have symbol characters',
    },
  ]
  const rule = rules.find(({ broken }) => broken)
  return rule && `Password did not conform with policy: ${rule.message}`
}
