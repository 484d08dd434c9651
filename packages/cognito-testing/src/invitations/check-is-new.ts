import { takeAlias } from '../attributes/take-alias.ts'
import { AwsError } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import { isAlias, type User } from '../user-store.ts'

const isTaken = ({ settings, users }: Pool, { username, attributes }: User): boolean =>
  users.resolve(username) !== undefined ||
  settings.usernameAttributes.some((name) => users.resolve(attributes[name] ?? '') !== undefined)

/**
 * `isForced` takes verified addresses and numbers away from whoever signs in with them.
 * @throws {AwsError} where somebody else has the name, or an alias
 */
export const checkIsNew = (pool: Pool, user: User, isForced: boolean): void => {
  const { settings, users } = pool
  if (isTaken(pool, user)) {
    throw new AwsError('UsernameExistsException', 'User account already exists')
  }
  for (const alias of settings.aliases.filter((name) => isAlias(user, name))) {
    const value = user.attributes[alias] ?? ''
    if (isForced) takeAlias(pool, alias, value)
    if (users.resolve(value)) {
      throw new AwsError('AliasExistsException', `An account with the ${alias} already exists.`)
    }
  }
}
