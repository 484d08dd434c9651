import { checkAliasIsFree } from '../attributes/check-alias-is-free.ts'
import { verifiedFlagOf } from '../attributes/contact-attribute.ts'
import { isOthersWayIn } from '../attributes/is-others-way-in.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import { withFactor } from './with-factor.ts'

/**
 * The address that a code was sent to, and came back from, is the user's, and their second factor.
 * @throws {AwsError} AliasExistsException where it is somebody else's way in
 */
export const setUpEmailMfa = (pool: Pool, user: User, address: string): User => {
  const attribute = 'email'
  const claim = { user, attribute, value: address } as const
  if (isOthersWayIn(pool, claim)) checkAliasIsFree(pool, claim)
  const { [attribute]: _calledOff, ...pendingAttributes } = user.pendingAttributes
  return pool.users.update(user.username, {
    ...withFactor(user, 'email'),
    attributes: { ...user.attributes, [attribute]: address, [verifiedFlagOf(attribute)]: 'true' },
    pendingAttributes,
  })
}
