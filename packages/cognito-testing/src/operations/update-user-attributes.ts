import { checkMayChange } from '../attributes/check-may-change.ts'
import { checkMayWrite } from '../attributes/check-may-write.ts'
import { namedValues } from '../attributes/named-values.ts'
import { readWrittenAttributes } from '../attributes/read-written-attributes.ts'
import { writeAttributes } from '../attributes/write-attributes.ts'
import { readAccessToken } from '../read-access-token.ts'
import { context, defineOperation, type Operation, token } from './operation.ts'

/** All of it is written or nothing. */
export const updateUserAttributes: Operation = defineOperation(
  {
    UserAttributes: { type: 'attributes', required: true },
    AccessToken: token,
    ClientMetadata: context.ClientMetadata,
  },
  async (pool, input) => {
    const { schema } = pool.settings
    const { client, user } = readAccessToken(pool, input.AccessToken)
    const untrustedAttributes = namedValues(input.UserAttributes)
    const names = Object.keys(untrustedAttributes)
    checkMayWrite(schema, client, names)
    checkMayChange(schema, names)
    const written = readWrittenAttributes(schema, { before: user.attributes, untrustedAttributes })
    const { ClientMetadata: clientMetadata } = input
    const deliveries = await writeAttributes(pool, { client, user, written, clientMetadata })
    return deliveries.length > 0 ? { CodeDeliveryDetailsList: deliveries } : {}
  },
)
