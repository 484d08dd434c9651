import { afterEach, expect, it, vi } from 'vitest'
import { allSessions, ownSession, trackingPool } from './session-calls.ts'
import { refusalOf } from './sign-in.ts'
import { refresh, signIn } from './signed-in-pool.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('sessions of one and the same moment are in the order of their sign-ins', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const pool = trackingPool({ maxPerUser: 3 })
  const [first, second, third] = [await signIn(pool), await signIn(pool), await signIn(pool)]
  const order = [first, second, third].map(({ AccessToken }) => ownSession(pool, AccessToken))
  const sessions = await allSessions(pool, first.AccessToken)
  expect(sessions.map(({ SessionId }) => SessionId)).toEqual(await Promise.all(order))
  await refresh(pool, first.RefreshToken)
  await signIn(pool)
  expect(await refusalOf(refresh(pool, second.RefreshToken))).toMatch(/has been revoked$/)
  expect(await refresh(pool, third.RefreshToken)).toBeDefined()
})
