import { createCognito } from '@x/cognito-core'
import type { Pool } from './create-pools.ts'
import type { PoolOptions } from './pool-options.ts'

/** Pools without a name, as many as are in use: the one that was not asked for longest goes. */
export interface PoolCache {
  /** @throws ConfigurationError that names the option. */
  poolOf(options: PoolOptions): Pool
}

export const createPoolCache = (most: number): PoolCache => {
  const kept = new Map<string, Pool>()
  return {
    poolOf: (options) => {
      const key = keyOf(options)
      const pool = kept.get(key) ?? { isOwn: false, cognito: createCognito(options) }
      kept.delete(key)
      kept.set(key, pool)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
      return pool
    },
  }
}

/** All that a token is trusted by. */
const keyOf = ({ userPoolId, clientId, trustedClientIds, endpoint, jwks }: PoolOptions): string =>
  JSON.stringify([userPoolId, clientId, trustedClientIds, endpoint, jwks])
