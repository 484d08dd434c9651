import { checkAreKnown } from '../attributes/check-are-known.ts'
import { checkMayChange } from '../attributes/check-may-change.ts'
import { namedValues } from '../attributes/named-values.ts'
import { readWrittenAttributes } from '../attributes/read-written-attributes.ts'
import { writeAttributes } from '../attributes/write-attributes.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { noClient } from '../no-client.ts'
import { context, defineOperation, type Operation, ofUser } from './operation.ts'

/** What is said to be verified is so without a code. */
export const adminUpdateUserAttributes: Operation = defineOperation(
  {
    ...ofUser,
    UserAttributes: { type: 'attributes', required: true },
    ClientMetadata: context.ClientMetadata,
  },
  async (pool, { UserAttributes, ClientMetadata: clientMetadata, ...named }) => {
    const { schema } = pool.settings
    const user = findUserInPool(pool, named)
    const untrustedAttributes = namedValues(UserAttributes)
    const names = Object.keys(untrustedAttributes)
    checkAreKnown(schema, names)
    checkMayChange(schema, names)
    const before = user.attributes
    const input = { before, untrustedAttributes, isOperator: true }
    const written = readWrittenAttributes(schema, input)
    await writeAttributes(pool, { client: noClient, user, written, clientMetadata })
    return {}
  },
)
