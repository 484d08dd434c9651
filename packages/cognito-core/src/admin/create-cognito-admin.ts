import { createSend } from '../api/send.ts'
import type { CallOptions } from '../context.ts'
import { checkClient, checkEndpoint, checkNames, checkUserPoolId } from '../option-checks.ts'
import { type CognitoOptions, regionOf } from '../options.ts'
import { type PasswordPolicy, passwordPolicy } from './password-policy.ts'
import { type AdminSessionsApi, adminSessionsApi } from './sessions.ts'

/** Credentials are found as the AWS SDK finds them, or are those of `client`. */
export type CognitoAdminOptions = Pick<CognitoOptions, 'userPoolId' | 'client' | 'endpoint'>

/** One user pool, seen by whoever runs it. Its calls are signed with AWS credentials. */
export interface CognitoAdmin {
  /**
   * What the pool asks of new passwords. Needs the IAM action `cognito-idp:DescribeUserPool`.
   *
   * @throws CognitoError `COGNITO_NO_CREDENTIALS`, `COGNITO_NOT_PERMITTED`.
   */
  passwordPolicy(call?: Pick<CallOptions, 'signal'>): Promise<PasswordPolicy>

  readonly sessions: AdminSessionsApi
}

const names: Record<keyof CognitoAdminOptions, true> = {
  userPoolId: true,
  client: true,
  endpoint: true,
}

/**
 * Makes no call, and looks for credentials at the first one only.
 *
 * @throws ConfigurationError that names the option at fault.
 */
export const createCognitoAdmin = (options: CognitoAdminOptions): CognitoAdmin => {
  checkNames(options, { names, least: 'userPoolId' })
  const { userPoolId, client, endpoint } = options
  checkUserPoolId(userPoolId)
  checkClient(client)
  checkEndpoint(options)
  const send = createSend({
    userPoolId,
    region: regionOf(userPoolId),
    ...(client && { client }),
    ...(endpoint && { endpoint }),
  })
  const context = { send, userPoolId }
  return {
    passwordPolicy: (call) => passwordPolicy(context, call),
    sessions: adminSessionsApi(context),
  }
}
