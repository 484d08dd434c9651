import { createSend } from '../api/send.ts'
import { type AdminSignInApi, createAdminSignIn } from '../create-admin-sign-in.ts'
import {
  checkClient,
  checkClientId,
  checkClientSecret,
  checkCustomAttributes,
  checkEndpoint,
  checkNames,
  checkOnWarning,
  checkSrp,
  checkUserPoolId,
} from '../option-checks.ts'
import { type CognitoOptions, regionOf } from '../options.ts'
import type { AdminCall } from './admin-context.ts'
import { type ClientSecretsApi, clientSecretsApi } from './client-secrets.ts'
import { type GroupsApi, groupsApi } from './groups.ts'
import { type PasswordPolicy, passwordPolicy } from './password-policy.ts'
import { type AdminSessionsApi, adminSessionsApi } from './sessions.ts'
import { type UsersApi, usersApi } from './users.ts'

/**
 * Credentials are found as the AWS SDK finds them, or are those of `client`. `clientId` and what follows it
 * is for `signIn` and `answerChallenge`, and for `clientSecrets`.
 */
export type CognitoAdminOptions = Pick<
  CognitoOptions,
  'userPoolId' | 'client' | 'endpoint' | 'customAttributes'
> &
  Partial<Pick<CognitoOptions, 'clientId' | 'clientSecret' | 'srp' | 'onWarning'>>

/**
 * One user pool, seen by whoever runs it. Its calls are signed with AWS credentials, and each needs the
 * IAM actions that `docs/iam.md` has for it. Any of them may be refused with `COGNITO_NO_CREDENTIALS` or
 * `COGNITO_NOT_PERMITTED`.
 */
export interface CognitoAdmin<Options extends CognitoAdminOptions = CognitoAdminOptions>
  extends AdminSignInApi {
  /** What the pool asks of new passwords. @throws CognitoError */
  passwordPolicy(call?: AdminCall): Promise<PasswordPolicy>

  readonly users: UsersApi<Options>

  readonly groups: GroupsApi<Options>

  readonly sessions: AdminSessionsApi

  readonly clientSecrets: ClientSecretsApi
}

const names: Record<keyof CognitoAdminOptions, true> = {
  userPoolId: true,
  client: true,
  endpoint: true,
  customAttributes: true,
  clientId: true,
  clientSecret: true,
  srp: true,
  onWarning: true,
}

const checkOptions = (options: CognitoAdminOptions): void => {
  checkNames(options, { names, least: 'userPoolId' })
  checkUserPoolId(options.userPoolId)
  checkClient(options.client)
  checkEndpoint(options)
  checkCustomAttributes(options.customAttributes)
  if (options.clientId !== undefined || options.clientSecret !== undefined) {
    checkClientId(options.clientId)
  }
  checkClientSecret(options.clientSecret)
  checkSrp(options.srp)
  checkOnWarning(options.onWarning)
}

/** An option that there is not is a compile error. */
type NoOthers<Options> = Readonly<Record<Exclude<keyof Options, keyof CognitoAdminOptions>, never>>

/**
 * Makes no call, and looks for credentials at the first one only.
 *
 * @throws ConfigurationError that names the option at fault.
 */
export const createCognitoAdmin = <const Options extends CognitoAdminOptions>(
  options: Options & NoOthers<Options>,
): CognitoAdmin<Options> => {
  checkOptions(options)
  const { userPoolId, client, endpoint, clientId, customAttributes = {} } = options
  const send = createSend({
    userPoolId,
    region: regionOf(userPoolId),
    ...(client && { client }),
    ...(endpoint && { endpoint }),
  })
  const context = { send, userPoolId, customAttributes }
  return {
    ...createAdminSignIn(options),
    passwordPolicy: (call) => passwordPolicy(context, call),
    users: usersApi<Options>(context),
    groups: groupsApi<Options>(context),
    sessions: adminSessionsApi(context),
    clientSecrets: clientSecretsApi({ ...context, clientId }),
  }
}
