import { checkMayDelete } from '../attributes/check-may-delete.ts'
import { withoutAttributes } from '../attributes/without-attributes.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { defineOperation, type Operation, ofUser } from './operation.ts'

export const adminDeleteUserAttributes: Operation = defineOperation(
  { ...ofUser, UserAttributeNames: { type: 'attributeNames', required: true } },
  (pool, { UserAttributeNames: names, ...named }) => {
    const user = findUserInPool(pool, named)
    checkMayDelete(pool.settings.schema, { client: undefined, names })
    pool.users.update(user.username, withoutAttributes(user, names))
    return {}
  },
)
