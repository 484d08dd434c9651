import { readableAttributes } from '../attributes/attribute-permissions.ts'
import { describeMfa } from '../mfa/describe-mfa.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

export const getUser: Operation = defineOperation({ AccessToken: token }, (pool, input) => {
  const { client, user } = readAccessToken(pool, input.AccessToken)
  const attributes = { sub: user.sub, ...readableAttributes(client, user.attributes) }
  return {
    Username: user.username,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    ...describeMfa(user),
  }
})
