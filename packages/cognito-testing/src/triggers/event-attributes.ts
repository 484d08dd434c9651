import type { Attributes } from '../attributes/attribute-problem.ts'
import { verifiedFlagOf } from '../attributes/contact-attribute.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import { isAlias, type User } from '../user-store.ts'

/** What is told of an address or number beside itself. */
const detailsOf = ({ settings }: Pool, user: User, attribute: ContactAttribute): Attributes => {
  const value = user.attributes[attribute]
  if (value === undefined) return {}
  const isWayIn =
    settings.usernameAttributes.includes(attribute) ||
    (settings.aliases.includes(attribute) && isAlias(user, attribute))
  return {
    ...(isWayIn && { [`cognito:${attribute}_alias`]: value }),
    [verifiedFlagOf(attribute)]: 'false',
  }
}

/** All of a user who exists, with what the client may not read. */
export const eventAttributes = (pool: Pool, user: User): Attributes => ({
  sub: user.sub,
  'cognito:user_status': user.status,
  ...detailsOf(pool, user, 'email'),
  ...detailsOf(pool, user, 'phone_number'),
  ...user.attributes,
})
