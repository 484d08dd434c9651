import { verifiedFlagOf } from '../attributes/contact-attribute.ts'
import { isOthersWayIn } from '../attributes/is-others-way-in.ts'
import type { IssuedCode } from '../codes/code-slots.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'

/**
 * Whoever signs in with a code that was sent has shown that the address or number is theirs, and
 * needs no other confirmation. What is somebody else's way in, or was replaced since, stays as it
 * is.
 */
export const confirmByCode = (
  pool: Pool,
  user: User,
  { attribute, to: value = '' }: IssuedCode,
): User => {
  const isVerified =
    user.attributes[attribute] === value && !isOthersWayIn(pool, { user, attribute, value })
  return pool.users.update(user.username, {
    ...(user.status === 'UNCONFIRMED' && { status: 'CONFIRMED' }),
    ...(isVerified && { attributes: { ...user.attributes, [verifiedFlagOf(attribute)]: 'true' } }),
  })
}
