import { describe, expect, it } from 'vitest'
import { claimsOf, refusalOf } from './sign-in.ts'
import { getUser, refresh } from './signed-in-pool.ts'
import { email, poolOfV1, poolOfV2, poolThatMakesTokens, signedIn } from './token-trigger.ts'

const apiScope = 'aws.cognito.signin.user.admin'
const unrecognizable = 'InvalidLambdaResponseException: Unrecognizable lambda output'

describe('the claims of both tokens', () => {
  it.each([
    null,
    undefined,
    {},
    { idTokenGeneration: null, accessTokenGeneration: null },
    { idTokenGeneration: {}, accessTokenGeneration: { scopesToAdd: null } },
  ])('stay as they are for %j', async (details) => {
    const { id, access } = await signedIn(poolOfV2(details))
    expect(id).toMatchObject({ email, 'cognito:groups': ['staff', 'sales'] })
    expect(access).toMatchObject({ 'cognito:groups': ['staff', 'sales'], scope: apiScope })
  })

  it('are of any kind, each token its own, at refresh too', async () => {
    const pool = poolOfV2({
      idTokenGeneration: {
        claimsToAddOrOverride: { plan: { name: 'gold', seats: 3 }, email: 'other@example.com' },
        claimsToSuppress: ['email_verified'],
      },
      accessTokenGeneration: {
        claimsToAddOrOverride: { tenants: [7, 8], active: true, none: null, email },
      },
    })
    const { refreshToken, ...first } = await signedIn(pool)
    const { AuthenticationResult } = await refresh(pool, refreshToken)
    const second = {
      id: claimsOf(AuthenticationResult?.IdToken),
      access: claimsOf(AuthenticationResult?.AccessToken),
    }
    for (const { id, access } of [first, second]) {
      expect(id).toMatchObject({ plan: { name: 'gold', seats: 3 }, email: 'other@example.com' })
      expect(id).not.toHaveProperty('email_verified')
      expect(id).not.toHaveProperty('tenants')
      expect(access).toMatchObject({ tenants: [7, 8], active: true, none: null, email })
      expect(access).not.toHaveProperty('plan')
    }
  })

  it('are never those that say who has signed in, and where', async () => {
    const claimsToAddOrOverride = {
      sub: 'x',
      iss: 'https://evil.example.com',
      exp: 9_999_999_999,
      token_use: 'id',
      client_id: 'x',
      username: 'ben',
      'cognito:username': 'ben',
      'cognito:groups': ['admins'],
    }
    const claimsToSuppress = ['sub', 'exp', 'client_id', 'username', 'cognito:username']
    const generation = { claimsToAddOrOverride, claimsToSuppress }
    const pool = poolOfV2({ idTokenGeneration: generation, accessTokenGeneration: generation })
    const { id, access, accessToken } = await signedIn(pool)
    const shared = { sub: pool.users[0]?.sub, 'cognito:groups': ['staff', 'sales'] }
    expect(id).toMatchObject({ ...shared, token_use: 'id', 'cognito:username': 'ann' })
    expect(id).not.toHaveProperty('username')
    const { clientId: client_id } = pool.options
    expect(access).toMatchObject({ ...shared, token_use: 'access', client_id, username: 'ann' })
    for (const claims of [id, access]) {
      expect(claims['iss']).toMatch(/^https:\/\/cognito-idp\./)
      expect(claims['exp']).toBe(Number(claims['iat']) + 3600)
    }
    expect((await getUser(pool, accessToken)).Username).toBe('ann')
  })

  it('may have the client for an audience, and nobody else', async () => {
    const audienceOf = async (claim: (clientId: string) => string) => {
      const pool = poolThatMakesTokens({
        version: 'V2_0',
        handler: (event) => {
          const claimsToAddOrOverride = { aud: claim(event.callerContext.clientId) }
          const accessTokenGeneration = { claimsToAddOrOverride }
          event.response = { claimsAndScopeOverrideDetails: { accessTokenGeneration } }
          return event
        },
      })
      return { pool, aud: (await signedIn(pool)).access['aud'] }
    }
    const { pool, aud } = await audienceOf((clientId) => clientId)
    expect(aud).toBe(pool.options.clientId)
    expect((await audienceOf(() => 'https://api.example.com')).aud).toBeUndefined()
  })

  it('may go without groups in one token only', async () => {
    const claimsToSuppress = ['cognito:groups']
    const { id, access } = await signedIn(poolOfV2({ accessTokenGeneration: { claimsToSuppress } }))
    expect(id['cognito:groups']).toEqual(['staff', 'sales'])
    expect(access).not.toHaveProperty('cognito:groups')
  })

  it('have other groups, and roles', async () => {
    const { id, access } = await signedIn(
      poolOfV2({
        groupOverrideDetails: {
          groupsToOverride: ['admins'],
          iamRolesToOverride: ['r'],
          preferredRole: 'r',
        },
      }),
    )
    expect(id).toMatchObject({
      'cognito:groups': ['admins'],
      'cognito:roles': ['r'],
      'cognito:preferred_role': 'r',
    })
    expect(access['cognito:groups']).toEqual(['admins'])
    expect(access).not.toHaveProperty('cognito:roles')
  })
})

describe('the scopes of an access token', () => {
  it.each([
    [{ scopesToAdd: ['orders/read', 'orders/read', apiScope] }, `${apiScope} orders/read`],
    [{ scopesToSuppress: [apiScope], scopesToAdd: ['a', 'b'] }, 'a b'],
    [{ scopesToSuppress: ['a'], scopesToAdd: ['a', 'b'] }, `${apiScope} b`],
    [{ scopesToSuppress: ['never-there'] }, apiScope],
    [{ scopesToSuppress: [apiScope] }, undefined],
    [{ claimsToAddOrOverride: { scope: 'admin' }, claimsToSuppress: ['scope'] }, apiScope],
  ])('for %j are %j', async (accessTokenGeneration, scope) => {
    const { id, access } = await signedIn(poolOfV2({ accessTokenGeneration }))
    expect(access['scope']).toBe(scope)
    expect(id).not.toHaveProperty('scope')
  })

  it('open the API no longer without its own', async () => {
    const accessTokenGeneration = { scopesToSuppress: [apiScope], scopesToAdd: ['orders/read'] }
    const pool = poolOfV2({ accessTokenGeneration })
    const { accessToken } = await signedIn(pool)
    expect(await refusalOf(getUser(pool, accessToken))).toBe(
      'NotAuthorizedException: Access Token does not have required scopes',
    )
  })
})

describe('what is not recognized', () => {
  it.each<object>([
    { claimsToAddOrOverride: { seats: 3 } },
    { claimsToAddOrOverride: { roles: ['a'] } },
    { claimsToAddOrOverride: [] },
    { claimsToSuppress: 'email' },
    { claimsToSuppress: [7] },
    { groupOverrideDetails: { groupsToOverride: 'staff' } },
    { groupOverrideDetails: ['staff'] },
    { idTokenGeneration: {} },
    { accessTokenGeneration: {} },
  ])('in version V1_0: %j', async (details) => {
    expect(await refusalOf(signedIn(poolOfV1(details)))).toBe(unrecognizable)
  })

  it.each<object>([
    { claimsToAddOrOverride: { tenant: '7' } },
    { idTokenGeneration: { scopesToAdd: ['a'] } },
    { idTokenGeneration: { claimsToAddOrOverride: 'plan' } },
    { accessTokenGeneration: { scopesToAdd: ['orders read'] } },
    { accessTokenGeneration: { scopesToAdd: [''] } },
    { accessTokenGeneration: { scopesToAdd: 'orders/read' } },
    { accessTokenGeneration: { scopesToSuppress: [null] } },
    { groupOverrideDetails: { groupsToOverride: [7] } },
  ])('in version V2_0: %j', async (details) => {
    expect(await refusalOf(signedIn(poolOfV2(details)))).toBe(unrecognizable)
  })

  it('the response of one version to an event of the other', async () => {
    const pool = poolThatMakesTokens((event) => ({
      ...event,
      response: { claimsAndScopeOverrideDetails: {} } as unknown as typeof event.response,
    }))
    expect(await refusalOf(signedIn(pool))).toBe(unrecognizable)
  })
})
