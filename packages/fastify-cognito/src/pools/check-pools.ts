import { check, checkNames, fail, isDuration, isFunction, type Names } from '../option-checks.ts'
import type { FastifyCognitoOptions } from '../options.ts'
import type { PoolOptions } from './pool-options.ts'

const poolNames: Names<PoolOptions> = {
  userPoolId: true,
  clientId: true,
  trustedClientIds: true,
  jwks: true,
  client: true,
  endpoint: true,
  groups: true,
  tokenCache: true,
}

/** @throws ConfigurationError that names the option. Core checks what is in them. */
export const checkPools = ({
  pools,
  pool,
  maxPools,
}: Pick<FastifyCognitoOptions, 'pools' | 'pool' | 'maxPools'>): void => {
  check(pool, isFunction, 'pool', 'should be a function of the request.')
  check(maxPools, isDuration, 'maxPools', 'should be a whole number above 0.')
  if (pools === undefined) return
  if (typeof pools !== 'object' || pools === null || Array.isArray(pools)) {
    fail('pools', "should be an object such as { staff: { userPoolId: '…', clientId: '…' } }.")
  }
  for (const [name, options] of Object.entries(pools)) {
    checkNames({ given: options, known: poolNames, path: `pools.${name}` })
  }
}
