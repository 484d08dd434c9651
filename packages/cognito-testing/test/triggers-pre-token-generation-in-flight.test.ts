import type { PreTokenGenerationTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { TestClientOptions } from '../src/index.ts'
import { deleteUser } from './account-calls.ts'
import { initiate, refusalOf, signInWithSrp } from './sign-in.ts'
import { getUser, password, refresh, revoke } from './signed-in-pool.ts'
import { poolThatMakesTokens, signedIn } from './token-trigger.ts'

type Step = (event: PreTokenGenerationTriggerEvent) => Promise<unknown>

/** Once ann has signed in, a test may say what happens while the trigger runs. */
const signedInPool = async (client?: TestClientOptions) => {
  const steps: Step[] = []
  const pool = poolThatMakesTokens(
    async (event) => {
      await steps.shift()?.(event)
      return event
    },
    {},
    client,
  )
  const { accessToken, refreshToken } = await signedIn(pool)
  const meanwhile = (step: Step) => steps.push(step)
  return { pool, accessToken, refreshToken, meanwhile }
}

const failed = 'UserLambdaValidationException: PreTokenGeneration failed with error Not now.'
const rotating = { rotation: { graceSeconds: 0 } }

const refuses: Step = async () => {
  throw new Error('Not now')
}

describe('a trigger that throws', () => {
  it('refuses every sign-in', async () => {
    const { pool, meanwhile } = await signedInPool()
    meanwhile(refuses)
    expect(await refusalOf(signedIn(pool))).toBe(failed)
    meanwhile(refuses)
    expect(await refusalOf(signInWithSrp(pool, 'ann', password))).toBe(failed)
  })

  it('refuses a refresh, after which the refresh token is as good as before', async () => {
    for (const client of [{}, rotating]) {
      const { pool, refreshToken, meanwhile } = await signedInPool(client)
      meanwhile(refuses)
      expect(await refusalOf(refresh(pool, refreshToken))).toBe(failed)
      expect((await refresh(pool, refreshToken)).AuthenticationResult).toBeDefined()
    }
  })

  it('refuses REFRESH_TOKEN_AUTH alike', async () => {
    const { pool, refreshToken, meanwhile } = await signedInPool()
    meanwhile(refuses)
    const REFRESH_TOKEN = refreshToken
    expect(await refusalOf(initiate(pool, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN }))).toBe(failed)
  })
})

describe('the trigger is not run', () => {
  it('for a refresh token that is none, or is revoked', async () => {
    const { pool, refreshToken, meanwhile } = await signedInPool()
    await revoke(pool, refreshToken)
    meanwhile(refuses)
    expect(await refusalOf(refresh(pool, refreshToken))).toBe(
      'NotAuthorizedException: Refresh Token has been revoked',
    )
    expect(await refusalOf(refresh(pool, 'x.y.z'))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    )
  })
})

describe('while the trigger runs', () => {
  it('a refresh token that is revoked makes no tokens', async () => {
    const { pool, refreshToken, meanwhile } = await signedInPool()
    meanwhile(() => revoke(pool, refreshToken))
    expect(await refusalOf(refresh(pool, refreshToken))).toBe(
      'NotAuthorizedException: Refresh Token has been revoked',
    )
  })

  it('a user who is deleted is given no tokens, at sign-in or refresh', async () => {
    const { pool, accessToken, meanwhile } = await signedInPool()
    meanwhile(() => deleteUser(pool, accessToken))
    expect(await refusalOf(signedIn(pool))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
    const other = await signedInPool()
    other.meanwhile(() => deleteUser(other.pool, other.accessToken))
    expect(await refusalOf(refresh(other.pool, other.refreshToken))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    )
  })

  it('a refresh token that is used once is not used by a second call', async () => {
    const { pool, refreshToken, meanwhile } = await signedInPool(rotating)
    let rotated: string | undefined
    meanwhile(async () => {
      const { AuthenticationResult } = await refresh(pool, refreshToken)
      rotated = AuthenticationResult?.RefreshToken
    })
    expect(await refusalOf(refresh(pool, refreshToken))).toBe(
      'RefreshTokenReuseException: Refresh Token has been rotated',
    )
    const { AuthenticationResult } = await refresh(pool, rotated ?? '')
    expect(await getUser(pool, AuthenticationResult?.AccessToken ?? '')).toMatchObject({
      Username: 'ann',
    })
  })

  it('only one of two refreshes at once makes tokens, where the token is used once', async () => {
    const { pool, refreshToken } = await signedInPool(rotating)
    const results = await Promise.allSettled([
      refresh(pool, refreshToken),
      refresh(pool, refreshToken),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
