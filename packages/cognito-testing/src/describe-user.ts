import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/** AttributeType, the `sub` first. */
export const listAttributes = ({ sub, attributes }: User): readonly object[] =>
  Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }))

/** How it stands with a user, as every operation tells operators. */
export const describeState = ({ users }: Pool, user: User): object => {
  const { createdAt, modifiedAt } = users.timesOf(user)
  return {
    Username: user.username,
    UserCreateDate: createdAt,
    UserLastModifiedDate: modifiedAt,
    Enabled: user.enabled,
    UserStatus: user.status,
  }
}

/** UserType */
export const describeUser = (pool: Pool, user: User): object => ({
  ...describeState(pool, user),
  Attributes: listAttributes(user),
})
