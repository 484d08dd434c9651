import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClientDiscretion } from './client-discretion.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const asked = (client: object, more: object = {}) => {
  const pool = createTestUserPool({ clients: [client], ...more })
  const isDiscreet = createClientDiscretion(createCognito(pool.options))
  return { pool, isDiscreet, calls: () => pool.calls['InitiateAuth'] ?? 0 }
}

describe('a client', () => {
  test.each([
    [true, 'ENABLED', ['username']],
    [false, 'LEGACY', ['username']],
    [true, 'ENABLED', ['email']],
    [false, 'LEGACY', ['email']],
    [true, 'ENABLED', ['phone_number']],
    [false, 'LEGACY', ['phone_number']],
  ])(
    'is discreet (%s) where it is %s and people sign in with %s',
    async (is, setting, signInWith) => {
      const client = { secret: true, preventUserExistenceErrors: setting === 'ENABLED' }
      const { isDiscreet } = asked(client, { signInWith })
      expect(await isDiscreet()).toBe(is)
    },
  )

  test('is asked once by all who ask together, and for ten minutes', async () => {
    const { isDiscreet, calls } = asked({})
    await Promise.all(Array.from({ length: 20 }, () => isDiscreet()))
    vi.advanceTimersByTime(599_000)
    await isDiscreet()
    expect(calls()).toBe(1)
    vi.advanceTimersByTime(1000)
    await isDiscreet()
    expect(calls()).toBe(2)
  })

  test.each([
    'timeout',
    'malformed',
    'TooManyRequestsException',
    'ResourceNotFoundException',
  ] as const)('is unknown after %s for a minute, and then asked for once more', async (fault) => {
    const { pool, isDiscreet } = asked({})
    pool.failNext('InitiateAuth', fault)
    expect(await isDiscreet()).toBeUndefined()
    vi.advanceTimersByTime(59_000)
    expect(await isDiscreet()).toBeUndefined()
    vi.advanceTimersByTime(1000)
    expect(await isDiscreet()).toBe(true)
  })
})

test('is unknown of a client that does not allow SRP', async () => {
  const { isDiscreet } = asked({ flows: ['ALLOW_USER_PASSWORD_AUTH'] })
  expect(await isDiscreet()).toBeUndefined()
})
