import type { CallOptions, Context } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'

/** What a pool asks of new passwords. */
export interface PasswordPolicy {
  /** In characters. */
  minimumLength: number
  requireLowercase: boolean
  requireUppercase: boolean
  requireNumbers: boolean
  requireSymbols: boolean
  /** How many former passwords may not be used again. */
  historySize: number
  /** How long an invitation is good for. */
  temporaryPasswordDays: number
}

/** @throws CognitoError `COGNITO_UNEXPECTED` where Cognito tells no policy. */
export const passwordPolicy = async (
  { send, userPoolId }: Pick<Context, 'send' | 'userPoolId'>,
  call: Pick<CallOptions, 'signal'> = {},
): Promise<PasswordPolicy> => {
  const { UserPool: pool } = await send('DescribeUserPool', { UserPoolId: userPoolId }, call)
  const policy = pool?.Policies?.PasswordPolicy
  if (policy?.MinimumLength === undefined) throw new CognitoError('COGNITO_UNEXPECTED')
  return {
    minimumLength: policy.MinimumLength,
    requireLowercase: policy.RequireLowercase ?? false,
    requireUppercase: policy.RequireUppercase ?? false,
    requireNumbers: policy.RequireNumbers ?? false,
    requireSymbols: policy.RequireSymbols ?? false,
    historySize: policy.PasswordHistorySize ?? 0,
    temporaryPasswordDays: policy.TemporaryPasswordValidityDays ?? 7,
  }
}
