import { CognitoError, type Tokens } from '@x/cognito-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRenewal } from './renewal.ts'

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const accessTokenOf = (sub: string, call: number) =>
  `${encoded({ alg: 'RS256' })}.${encoded({ sub, username: sub, call })}.signature`

/** The user of a refresh token is what stands in front of its hyphen. */
const subOf = (refreshToken: string) => refreshToken.split('-')[0] ?? ''

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
    const sub = subOf(refreshToken)
    const tokens = { accessToken: accessTokenOf(sub, calls), idToken: 'id', expiresAt }
    return rotates ? { ...tokens, refreshToken: `${sub}-${calls}` } : tokens
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
    expect(new Set(all.map((tokens) => tokens.accessToken)).size).toBe(1)
    expect(all.filter(({ isFirstHand }) => isFirstHand)).toHaveLength(1)
  })

  test('gives the same tokens to one who comes late', async () => {
    const issuer = createIssuer({ rotates })
    const { renew } = createRenewal(issuer)
    const first = await renew({ refreshToken: 'first', reason: 'expiry' })
    vi.advanceTimersByTime(minute - 1000)
    const late = await renew({ refreshToken: 'first', reason: 'expiry' })
    expect(late).toEqual({ ...first, outcome: 'remembered', isFirstHand: false })
    expect(issuer.calls()).toBe(1)
  })

  test('asks again for one who wants new tokens', async () => {
    const issuer = createIssuer({ rotates })
    const { renew } = createRenewal(issuer)
    const { refreshToken } = await renew({ refreshToken: 'first', reason: 'renew' })
    const second = await renew({ refreshToken, reason: 'renew' })
    expect(second.accessToken).toBe(accessTokenOf('first', 2))
  })

  test('never hands out remembered tokens that are about to expire', async () => {
    const issuer = createIssuer({ rotates, lifetime: 20 })
    const { renew } = createRenewal(issuer)
    await renew({ refreshToken: 'first', reason: 'expiry' })
    const second = await renew({ refreshToken: 'first', reason: 'expiry' })
    expect(second.accessToken).toBe(accessTokenOf('first', 2))
  })
})

test('follows a chain of rotated tokens to the newest', async () => {
  const { renew, end } = createRenewal(createIssuer({ rotates: true }))
  const second = await renew({ refreshToken: 'first', reason: 'renew' })
  const third = await renew({ refreshToken: second.refreshToken, reason: 'renew' })
  const late = await renew({ refreshToken: 'first', reason: 'expiry' })
  expect(late).toEqual({ ...third, outcome: 'remembered', isFirstHand: false })
  expect(await end('first')).toBe(third.refreshToken)
})

const over = 'The session has ended'

test('forgets after a minute', async () => {
  const { renew } = createRenewal(createIssuer({ rotates: true }))
  await renew({ refreshToken: 'first', reason: 'expiry' })
  vi.advanceTimersByTime(minute)
  await expect(renew({ refreshToken: 'first', reason: 'expiry' })).rejects.toThrow(over)
})

test('forgets an old token after a minute, however often the newest is renewed since', async () => {
  const { renew } = createRenewal(createIssuer({ rotates: true }))
  let { refreshToken } = await renew({ refreshToken: 'first', reason: 'renew' })
  for (const _time of [1, 2]) {
    vi.advanceTimersByTime(minute / 2 + 1000)
    ;({ refreshToken } = await renew({ refreshToken, reason: 'renew' }))
  }
  await expect(renew({ refreshToken: 'first', reason: 'expiry' })).rejects.toThrow(over)
  await expect(renew({ refreshToken, reason: 'expiry' })).resolves.toMatchObject({ refreshToken })
})

describe('a session that was ended', () => {
  test('does not come back', async () => {
    const issuer = createIssuer({ rotates: false })
    const { renew, end, hasEnded } = createRenewal(issuer)
    await renew({ refreshToken: 'first', reason: 'expiry' })
    expect(hasEnded('first')).toBe(false)
    await end('first')
    expect(hasEnded('first')).toBe(true)
    for (const reason of ['expiry', 'renew'] as const) {
      await expect(renew({ refreshToken: 'first', reason })).rejects.toThrow(over)
    }
    expect(issuer.calls()).toBe(1)
  })

  test('stays so for as long as its access token would have lived', async () => {
    const { renew, end, hasEnded } = createRenewal(createIssuer({ rotates: true }))
    const { refreshToken } = await renew({ refreshToken: 'first', reason: 'expiry' })
    await end(refreshToken)
    vi.advanceTimersByTime(59 * minute)
    expect([hasEnded('first'), hasEnded(refreshToken)]).toEqual([true, true])
    vi.advanceTimersByTime(minute)
    expect([hasEnded('first'), hasEnded(refreshToken)]).toEqual([false, false])
  })

  test('does not come back by a refresh under way', async () => {
    const { renew, end, hasEnded } = createRenewal(createIssuer({ rotates: true }))
    const asking = renew({ refreshToken: 'first', reason: 'expiry' })
    expect(await end('first')).toBe((await asking).refreshToken)
    expect(hasEnded((await asking).refreshToken)).toBe(true)
    await expect(renew({ refreshToken: 'first', reason: 'expiry' })).rejects.toThrow(over)
  })

  test('by an old token, does not come back by a refresh of the newest under way', async () => {
    const { renew, end, hasEnded } = createRenewal(createIssuer({ rotates: true }))
    const second = await renew({ refreshToken: 'first', reason: 'renew' })
    const asking = renew({ refreshToken: second.refreshToken, reason: 'renew' })
    const ended = await end('first')
    const third = await asking
    expect(ended).toBe(third.refreshToken)
    for (const { refreshToken } of [second, third]) {
      expect(hasEnded(refreshToken)).toBe(true)
      await expect(renew({ refreshToken, reason: 'expiry' })).rejects.toThrow(over)
    }
  })

  test('does not come back by a refresh that began in the moment it was ended', async () => {
    const { renew, end, hasEnded } = createRenewal(createIssuer({ rotates: true }))
    const { refreshToken } = await renew({ refreshToken: 'first', reason: 'renew' })
    const ending = end('first')
    const third = await renew({ refreshToken, reason: 'renew' })
    await ending
    expect(hasEnded(third.refreshToken)).toBe(true)
  })

  test('takes nobody else along, unless all of one user are ended', async () => {
    const { renew, end, endAll, hasEnded } = createRenewal(createIssuer({ rotates: false }))
    const tokens = ['ada-phone', 'ada-page', 'bob-page', 'ada-slow']
    for (const refreshToken of tokens.slice(0, 3)) await renew({ refreshToken, reason: 'expiry' })
    await end('ada-phone')
    expect(tokens.map(hasEnded)).toEqual([true, false, false, false])
    const slow = renew({ refreshToken: 'ada-slow', reason: 'expiry' })
    await endAll('ada')
    await slow
    expect(tokens.map(hasEnded)).toEqual([true, true, false, true])
  })
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

test('Cognito is told the device of the session, and of whoever asks', async () => {
  const seen: unknown[][] = []
  const { refresh } = createIssuer({ rotates: true })
  const { renew } = createRenewal({
    refresh: (...input) => {
      seen.push(input)
      return refresh(input[0])
    },
  })
  const call = { device: { ipAddress: '192.0.2.7' } }
  await renew({ refreshToken: 'first', deviceKey: 'key', reason: 'renew', call })
  await renew({ refreshToken: 'other', reason: 'renew' })
  expect(seen).toEqual([
    [{ refreshToken: 'first', deviceKey: 'key' }, call],
    [{ refreshToken: 'other' }, undefined],
  ])
})

describe('what Cognito has refused for good', () => {
  const refusing = (code: 'COGNITO_TOKEN_REJECTED' | 'COGNITO_UNAVAILABLE') => {
    let calls = 0
    const refresh = async (): Promise<Tokens> => {
      calls += 1
      throw new CognitoError(code)
    }
    return { refresh, calls: () => calls }
  }

  test('is not asked for again by guards for a minute, but by whoever wants new tokens', async () => {
    const issuer = refusing('COGNITO_TOKEN_REJECTED')
    const { renew } = createRenewal(issuer)
    const ask = (reason: 'expiry' | 'renew', refreshToken = 'ada-dead') =>
      expect(renew({ refreshToken, reason })).rejects.toMatchObject({
        code: 'COGNITO_TOKEN_REJECTED',
      })
    for (const _time of [1, 2, 3]) await ask('expiry')
    expect(issuer.calls()).toBe(1)
    await ask('renew')
    await ask('expiry', 'ada-other')
    expect(issuer.calls()).toBe(3)
    vi.advanceTimersByTime(minute + 1000)
    await ask('expiry')
    expect(issuer.calls()).toBe(4)
  })

  test('may be asked with another device', async () => {
    const issuer = refusing('COGNITO_TOKEN_REJECTED')
    const { renew } = createRenewal(issuer)
    for (const deviceKey of [undefined, 'one', 'two']) {
      const asking = renew({ refreshToken: 'ada-dead', deviceKey, reason: 'expiry' })
      await expect(asking).rejects.toThrow()
    }
    expect(issuer.calls()).toBe(3)
  })

  test('is not what could only not be asked', async () => {
    const issuer = refusing('COGNITO_UNAVAILABLE')
    const { renew } = createRenewal(issuer)
    for (const _time of [1, 2]) {
      const asking = renew({ refreshToken: 'ada-alive', reason: 'expiry' })
      await expect(asking).rejects.toMatchObject({ code: 'COGNITO_UNAVAILABLE' })
    }
    expect(issuer.calls()).toBe(2)
  })
})
