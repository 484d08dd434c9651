import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findClient } from '../find-client.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { clientId, defineOperation, type Operation, userPoolId } from './operation.ts'

/** With the newest secret, in clear. */
const describe = ({ settings, clientSecrets, createdAt }: Pool, client: AppClient): object => ({
  UserPoolId: settings.userPoolId,
  ClientName: client.id,
  ClientId: client.id,
  ClientSecret: clientSecrets.of(client.id)[0]?.value,
  LastModifiedDate: createdAt,
  CreationDate: createdAt,
  RefreshTokenValidity: client.lifetimes.refresh,
  AccessTokenValidity: client.lifetimes.access,
  IdTokenValidity: client.lifetimes.id,
  TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'seconds', RefreshToken: 'seconds' },
  ReadAttributes: client.readAttributes,
  WriteAttributes: client.writeAttributes,
  ExplicitAuthFlows: client.flows,
  AllowedOAuthFlowsUserPoolClient: false,
  PreventUserExistenceErrors: client.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
  EnableTokenRevocation: client.tokenRevocation,
  EnablePropagateAdditionalUserContextData: false,
  // Minutes.
  AuthSessionValidity: Math.round(client.lifetimes.challenge / 60),
  ...(client.rotation && {
    RefreshTokenRotation: {
      Feature: 'ENABLED',
      RetryGracePeriodSeconds: client.rotation.graceSeconds,
    },
  }),
})

export const describeUserPoolClient: Operation = defineOperation(
  { UserPoolId: userPoolId, ClientId: clientId },
  (pool, { UserPoolId, ClientId }) => {
    checkUserPoolId(pool, UserPoolId)
    return { UserPoolClient: describe(pool, findClient(pool, ClientId)) }
  },
)
