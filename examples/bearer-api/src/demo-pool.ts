import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'

export const demoUsers = [
  { username: 'ada', password: 'Analytical-Engine-1', groups: ['warehouse'] },
  { username: 'grace', password: 'Nanosecond-Wire-1' },
] as const

/** A pool in this process, whose tokens for people in the warehouse may write orders. */
export const createDemoPool = () => {
  const pool = createTestUserPool({
    users: demoUsers.map((user) => ({ ...user, groups: 'groups' in user ? [...user.groups] : [] })),
    triggers: {
      preTokenGeneration: {
        version: 'V2_0',
        handler: (event) => {
          const { groupsToOverride = [] } = event.request.groupConfiguration
          const scopesToAdd = groupsToOverride.includes('warehouse') ? ['orders/write'] : []
          event.response = {
            claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToAdd } },
          }
          return event
        },
      },
    },
  })
  const tokenOf = async ({ username, password }: { username: string; password: string }) => {
    const result = await createCognito(pool.options).signIn({ username, password })
    if (result.status !== 'signed-in') throw new Error(`${username}: ${result.status}`)
    return result.tokens.accessToken
  }
  return { options: pool.options, tokenOf }
}
