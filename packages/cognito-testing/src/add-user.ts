import { refuse } from './option-checks.ts'
import type { TestUserOptions } from './options.ts'
import type { Pool } from './pool.ts'
import { readUser } from './read-user.ts'
import { isAlias, type User } from './user-store.ts'

/**
 * `path` names the user in messages, such as `users[0]`.
 * @throws {TypeError} naming the field, when Cognito could not have such a user in this pool
 */
export const addUser = (
  { settings, clock, users, groups }: Pool,
  { options, path }: { options: TestUserOptions; path: string },
): User => {
  const user = readUser(settings, { options, path, now: clock.now() })
  if (users.resolve(options.username)) {
    refuse(`${path}.username`, 'is refused: User already exists')
  }
  for (const attribute of settings.usernameAttributes) {
    const value = user.attributes[attribute]
    if (value !== undefined && users.resolve(value)) {
      refuse(
        `${path}.attributes.${attribute}`,
        `is refused: An account with the given ${attribute} already exists.`,
      )
    }
  }
  for (const alias of settings.aliases.filter((name) => isAlias(user, name))) {
    if (users.resolve(user.attributes[alias] ?? '')) {
      refuse(
        `${path}.attributes.${alias}`,
        `is refused: An account with the ${alias} already exists.`,
      )
    }
  }
  users.add(user)
  for (const name of user.groups) groups.add({ name })
  return user
}
