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

describe.each(['srp', 'password'] as const)('found out by %s', (method) => {
  test.each([
    [true, 'ENABLED', ['username']],
    [false, 'LEGACY', ['username']],
    [true, 'ENABLED', ['email']],
    [false, 'LEGACY', ['email']],
    [true, 'ENABLED', ['phone_number']],
    [false, 'LEGACY', ['phone_number']],
  ])(
    'the answer is %s for a client that is %s, where people sign in with %s',
    async (is, setting, signInWith) => {
      const client = { secret: true, preventUserExistenceErrors: setting === 'ENABLED' }
      const { isDiscreet } = asked(client, { signInWith })
      expect(await isDiscreet(method)).toBe(is)
    },
  )

  test('is asked once by all who ask together, and for ten minutes', async () => {
    const { isDiscreet, calls } = asked({})
    await Promise.all(Array.from({ length: 20 }, () => isDiscreet(method)))
    vi.advanceTimersByTime(599_000)
    await isDiscreet(method)
    expect(calls()).toBe(1)
    vi.advanceTimersByTime(1000)
    await isDiscreet(method)
    expect(calls()).toBe(2)
  })

  test.each([
    'timeout',
    'malformed',
    'TooManyRequestsException',
    'ResourceNotFoundException',
  ] as const)('is unknown after %s, and asked for once more', async (fault) => {
    const { pool, isDiscreet } = asked({})
    pool.failNext('InitiateAuth', fault)
    expect(await isDiscreet(method)).toBeUndefined()
    expect(await isDiscreet(method)).toBe(true)
  })
})

test('is unknown by a method that the client does not allow', async () => {
  const { isDiscreet } = asked({ flows: ['ALLOW_USER_PASSWORD_AUTH'] })
  expect(await isDiscreet('srp')).toBeUndefined()
  expect(await isDiscreet('password')).toBe(true)
})
