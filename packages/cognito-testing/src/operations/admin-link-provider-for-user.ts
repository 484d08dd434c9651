import { AwsError, invalidParameter } from '../aws-error.ts'
import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findAnyUser } from '../find-any-user.ts'
import {
  createIdentity,
  identitiesOf,
  isSameIdentity,
  withIdentities,
} from '../identities/identity.ts'
import { readProviderUser } from '../identities/read-provider-user.ts'
import { defineOperation, type Operation, userPoolId } from './operation.ts'

const mostIdentities = 5

/** Any provider will do: the pool has none of its own that it would have to be. */
export const adminLinkProviderForUser: Operation = defineOperation(
  {
    UserPoolId: userPoolId,
    DestinationUser: { type: 'structure', required: true, sensitive: true },
    SourceUser: { type: 'structure', required: true, sensitive: true },
  },
  (pool, { UserPoolId, DestinationUser, SourceUser }) => {
    checkUserPoolId(pool, UserPoolId)
    const destination = readProviderUser('DestinationUser', DestinationUser)
    const source = readProviderUser('SourceUser', SourceUser)
    const user = findAnyUser(pool, destination.value)
    const { provider: providerName, value: userId } = source
    const identity = createIdentity({ providerName, userId, nowMs: pool.clock.nowMs() })
    const linked = pool.users.all().flatMap(identitiesOf)
    if (linked.some((other) => isSameIdentity(other, identity))) {
      throw invalidParameter('SourceUser is already linked to DestinationUser')
    }
    const identities = identitiesOf(user)
    if (identities.length >= mostIdentities) {
      throw new AwsError(
        'LimitExceededException',
        `A user can have ${mostIdentities} linked identities`,
      )
    }
    pool.users.update(user.username, withIdentities(user, [...identities, identity]))
    return {}
  },
)
