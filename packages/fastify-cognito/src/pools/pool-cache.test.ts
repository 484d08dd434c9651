import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createPoolCache } from './pool-cache.ts'
import type { PoolOptions } from './pool-options.ts'

const { jwks } = createTestUserPool().options
const otherKeys = { keys: jwks.keys.map((key) => ({ ...key, kid: 'another' })) }

const options: PoolOptions = {
  userPoolId: 'eu-west-1_Tenant123',
  clientId: '1example23456789',
  trustedClientIds: ['2mobile3456789'],
  endpoint: 'https://cognito.example.com',
  jwks,
}

test('a pool that is asked for once more is the same, with the keys that it has', () => {
  const { poolOf } = createPoolCache(2)
  expect(poolOf(structuredClone(options))).toBe(poolOf(options))
})

test.each<[keyof PoolOptions, Partial<PoolOptions>]>([
  ['userPoolId', { userPoolId: 'eu-west-1_Another12' }],
  ['clientId', { clientId: '3another456789' }],
  ['trustedClientIds', { trustedClientIds: [] }],
  ['endpoint', { endpoint: 'https://other.example.com' }],
  ['jwks', { jwks: otherKeys }],
])('one that trusts others, by its %s, is another pool', (_name, more) => {
  const { poolOf } = createPoolCache(2)
  expect(poolOf({ ...options, ...more })).not.toBe(poolOf(options))
})

test('the one that was not asked for longest goes', () => {
  const { poolOf } = createPoolCache(2)
  const of = (userPoolId: string) => poolOf({ ...options, userPoolId })
  const [a, b] = [of('eu-west-1_A'), of('eu-west-1_B')]
  expect(of('eu-west-1_A')).toBe(a)
  of('eu-west-1_C')
  expect(of('eu-west-1_A')).toBe(a)
  expect(of('eu-west-1_B')).not.toBe(b)
})
