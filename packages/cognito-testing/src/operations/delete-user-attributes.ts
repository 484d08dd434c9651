import { checkMayDelete } from '../attributes/check-may-delete.ts'
import { withoutAttributes } from '../attributes/without-attributes.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

export const deleteUserAttributes: Operation = defineOperation(
  { UserAttributeNames: { type: 'attributeNames', required: true }, AccessToken: token },
  (pool, { UserAttributeNames: names, AccessToken }) => {
    const { client, user } = readAccessToken(pool, AccessToken)
    checkMayDelete(pool.settings.schema, { client, names })
    pool.users.update(user.username, withoutAttributes(user, names))
    return {}
  },
)
