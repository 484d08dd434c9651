import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findClient } from '../find-client.ts'
import { clientId, clientSecret, defineOperation, type Operation, userPoolId } from './operation.ts'

/** Gives away only what was made up here. */
export const addUserPoolClientSecret: Operation = defineOperation(
  { UserPoolId: userPoolId, ClientId: clientId, ClientSecret: clientSecret },
  (pool, { UserPoolId, ClientId, ClientSecret: given }) => {
    checkUserPoolId(pool, UserPoolId)
    const { id, value, createdAt } = pool.clientSecrets.add(findClient(pool, ClientId).id, given)
    return {
      ClientSecretDescriptor: {
        ClientSecretId: id,
        ...(given === undefined && { ClientSecretValue: value }),
        ClientSecretCreateDate: createdAt,
      },
    }
  },
)
