import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findClient } from '../find-client.ts'
import { clientId, defineOperation, type Operation, userPoolId } from './operation.ts'

export const deleteUserPoolClientSecret: Operation = defineOperation(
  {
    UserPoolId: userPoolId,
    ClientId: clientId,
    ClientSecretId: { type: 'string', required: true, min: 1, max: 128 },
  },
  (pool, { UserPoolId, ClientId, ClientSecretId }) => {
    checkUserPoolId(pool, UserPoolId)
    pool.clientSecrets.remove(findClient(pool, ClientId).id, ClientSecretId)
    return {}
  },
)
