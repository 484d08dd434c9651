import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findClient } from '../find-client.ts'
import { clientId, defineOperation, type Operation, pageToken, userPoolId } from './operation.ts'

/** Without their values. Of two at most there is no second page. */
export const listUserPoolClientSecrets: Operation = defineOperation(
  { UserPoolId: userPoolId, ClientId: clientId, NextToken: pageToken },
  (pool, { UserPoolId, ClientId }) => {
    checkUserPoolId(pool, UserPoolId)
    const secrets = pool.clientSecrets.of(findClient(pool, ClientId).id)
    return {
      ClientSecrets: secrets.map(({ id, createdAt }) => ({
        ClientSecretId: id,
        ClientSecretCreateDate: createdAt,
      })),
    }
  },
)
