import { CognitoError, type Tokens } from '@x/cognito-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRenewal } from './renewal.ts'

/** Cognito's side of a refresh: every token works once where it rotates. */
const createIssuer = ({ rotates, lifetime = 3600 }: { rotates: boolean; lifetime?: number }) => {
  const used = new Set<string>()
  let calls = 0
  const refresh = async ({ refreshToken }: { refreshToken: string }): Promise<Tokens> => {
    calls += 1
    await Promise.resolve()
    if (used.has(refreshToken)) throw new CognitoError('COGNITO_TOKEN_REJECTED')
    if (rotates) used.add(refreshToken)
    const expiresAt = Math.floor(Date.now() / 1000) + lifetime
    const tokens = { accessToken: `access-${calls}`, idToken: 'id', expiresAt }
    return rotates ? { ...tokens, refreshToken: `refresh-${calls}` } : tokens
  }
  return { refresh, calls: () => calls }
}

const minute = 60_000
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe.each([true, false])('where refresh tokens rotate: %s', (rotates) => {
  test('asks once for all who ask together', async () => {
    const issuer = createIssuer({ rotates })
    const { renew } = createRenewal(issuer)
    const ask = () => renew({ refreshToken: 'first', reason: 'expiry' })
    const all = await Promise.all(Array.from({ length: 100 }, ask))
    expect(issuer.calls()).toBe(1)
    expect(new Set(all.map((tokens) => tokens.accessToken))).toEqual(new Set(['access-1']))
  })

  test('gives the same tokens to one who comes late', async () => {
    const issuer = createIssuer({ rotates })
    const { renew } = createRenewal(issuer)
    const first = await renew({ refreshToken: 'first', reason: 'expiry' })
    vi.advanceTimersByTime(minute - 1000)
    expect(await renew({ refreshToken: 'first', reason: 'expiry' })).toEqual(first)
    expect(issuer.calls()).toBe(1)
  })

  test('asks again for one who wants new tokens', async () => {
    const issuer = createIssuer({ rotates })
    const { renew } = createRenewal(issuer)
    const { refreshToken } = await renew({ refreshToken: 'first', reason: 'renew' })
    const second = await renew({ refreshToken, reason: 'renew' })
    expect(second.accessToken).toBe('access-2')
  })

  test('never hands out remembered tokens that are about to expire', async () => {
    const issuer = createIssuer({ rotates, lifetime: 20 })
    const { renew } = createRenewal(issuer)
    await renew({ refreshToken: 'first', reason: 'expiry' })
    const second = await renew({ refreshToken: 'first', reason: 'expiry' })
    expect(second.accessToken).toBe('access-2')
  })
})

test('follows a chain of rotated tokens to the newest', async () => {
  const { renew, end } = createRenewal(createIssuer({ rotates: true }))
  const second = await renew({ refreshToken: 'first', reason: 'renew' })
  const third = await renew({ refreshToken: second.refreshToken, reason: 'renew' })
  expect(await renew({ refreshToken: 'first', reason: 'expiry' })).toEqual(third)
  expect(await end('first')).toBe(third.refreshToken)
})

test('forgets after a minute', async () => {
  const { renew } = createRenewal(createIssuer({ rotates: true }))
  await renew({ refreshToken: 'first', reason: 'expiry' })
  vi.advanceTimersByTime(minute)
  await expect(renew({ refreshToken: 'first', reason: 'expiry' })).rejects.toThrow(
    'The session has ended',
  )
})

test('does not bring back a session that was ended', async () => {
  const { renew, end } = createRenewal(createIssuer({ rotates: true }))
  const asking = renew({ refreshToken: 'first', reason: 'expiry' })
  expect(await end('first')).toBe((await asking).refreshToken)
  await expect(renew({ refreshToken: 'first', reason: 'expiry' })).rejects.toThrow(
    'The session has ended',
  )
})

test('remembers a bounded number of them', async () => {
  const issuer = createIssuer({ rotates: false })
  const { renew } = createRenewal(issuer)
  for (let user = 0; user <= 10_000; user++) {
    await renew({ refreshToken: `user-${user}`, reason: 'expiry' })
  }
  const asked = issuer.calls()
  await renew({ refreshToken: 'user-1', reason: 'expiry' })
  expect(issuer.calls()).toBe(asked)
  await renew({ refreshToken: 'user-0', reason: 'expiry' })
  expect(issuer.calls()).toBe(asked + 1)
})

test('asks again after a failure', async () => {
  let calls = 0
  const { renew } = createRenewal({
    refresh: async () => {
      calls += 1
      throw new CognitoError('COGNITO_UNAVAILABLE')
    },
  })
  const ask = () => renew({ refreshToken: 'first', reason: 'expiry' }).catch(() => undefined)
  await Promise.all([ask(), ask()])
  await ask()
  expect(calls).toBe(2)
})
