import { type AdminFunction, iamActions } from './iam-actions.ts'

/** A policy of AWS IAM, as it is written down there. */
export interface IamPolicy {
  Version: '2012-10-17'
  Statement: readonly { Effect: 'Allow'; Action: readonly string[]; Resource: string }[]
}

/** What stands for the pool, where it is not known which one it is. */
export const arnPlaceholder = 'arn:aws:cognito-idp:<region>:<account>:userpool/<user pool id>'

/** The least that these functions need. */
export const iamPolicy = (
  functions: readonly AdminFunction[],
  { poolArn = arnPlaceholder }: { poolArn?: string } = {},
): IamPolicy => {
  const operations = new Set(functions.flatMap((name) => iamActions[name]))
  const Action = [...operations].sort().map((operation) => `cognito-idp:${operation}`)
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: poolArn }],
  }
}
