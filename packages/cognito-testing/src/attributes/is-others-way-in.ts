import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'

/** Whether somebody else signs in with this address or number. */
export const isOthersWayIn = (
  { settings, users }: Pool,
  { user, attribute, value }: { user: User; attribute: ContactAttribute; value: string },
): boolean => {
  const { aliases, usernameAttributes } = settings
  if (!aliases.includes(attribute) && !usernameAttributes.includes(attribute)) return false
  const owner = users.resolve(value)
  return owner !== undefined && owner.sub !== user.sub
}
