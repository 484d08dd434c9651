import { activeFactors } from '../active-factors.ts'
import { readableAttributes } from '../attributes/attribute-permissions.ts'
import { challengeOfMethod } from '../challenges/open-challenge.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

export const getUser: Operation = defineOperation({ AccessToken: token }, (pool, input) => {
  const { client, user } = readAccessToken(pool, input.AccessToken)
  const factors = activeFactors(user)
  const preferred = factors.find((factor) => factor === user.preferredFactor)
  const attributes = { sub: user.sub, ...readableAttributes(client, user.attributes) }
  return {
    Username: user.username,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    ...(preferred && { PreferredMfaSetting: challengeOfMethod[preferred] }),
    ...(factors.length > 0 && {
      UserMFASettingList: factors.map((factor) => challengeOfMethod[factor]),
    }),
  }
})
