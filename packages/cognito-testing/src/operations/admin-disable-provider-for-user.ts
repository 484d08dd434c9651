import { AwsError } from '../aws-error.ts'
import { checkUserPoolId } from '../check-user-pool-id.ts'
import { identitiesOf, isSameIdentity, withIdentities } from '../identities/identity.ts'
import { readProviderUser } from '../identities/read-provider-user.ts'
import { defineOperation, type Operation, userPoolId } from './operation.ts'

export const adminDisableProviderForUser: Operation = defineOperation(
  { UserPoolId: userPoolId, User: { type: 'structure', required: true, sensitive: true } },
  (pool, { UserPoolId, User }) => {
    checkUserPoolId(pool, UserPoolId)
    const { provider: providerName, value: userId } = readProviderUser('User', User)
    const isUnlinked = (identity: { providerName: string; userId: string }): boolean =>
      isSameIdentity(identity, { providerName, userId })
    const user = pool.users.all().find((other) => identitiesOf(other).some(isUnlinked))
    if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.')
    const rest = identitiesOf(user).filter((identity) => !isUnlinked(identity))
    pool.users.update(user.username, withIdentities(user, rest))
    return {}
  },
)
