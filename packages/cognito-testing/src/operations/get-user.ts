import { readAccessToken } from '../access-token.ts'
import type { InputOf, Shape } from '../input-shape.ts'
import { challengeOfMethod } from '../next-step.ts'
import type { Pool } from '../pool.ts'

export const getUserInput = {
  AccessToken: { type: 'string', required: true, pattern: '[A-Za-z0-9-_=.]+', sensitive: true },
} as const satisfies Shape

export interface GetUserAnswer {
  Username: string
  UserAttributes: readonly { Name: string; Value: string }[]
  PreferredMfaSetting?: string
  UserMFASettingList?: readonly string[]
}

export const getUser = (pool: Pool, input: InputOf<typeof getUserInput>): GetUserAnswer => {
  const { user } = readAccessToken(pool, input.AccessToken)
  const attributes = { sub: user.sub, ...user.attributes }
  return {
    Username: user.username,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    ...(user.preferredFactor && { PreferredMfaSetting: challengeOfMethod[user.preferredFactor] }),
    ...(user.factors.length > 0 && {
      UserMFASettingList: user.factors.map((factor) => challengeOfMethod[factor]),
    }),
  }
}
