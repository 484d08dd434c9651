import { hash } from 'node:crypto'
import { frozen } from './frozen.ts'

interface Times {
  exp: number
  nbf?: unknown
}

/** Tokens that were verified, by their claims. Holds no token. */
export interface TokenCache<Claims extends Times> {
  /** `undefined` for what is not known, or is of another time by now. */
  get(token: string): Claims | undefined
  /** Freezes the claims, which are handed to many. */
  keep(token: string, claims: Claims): Claims
  clear(): void
  /** How many are remembered. */
  size(): number
}

/** However long it is good for: after that its key has to be among those that are known. */
const longestMs = 5 * 60 * 1000

/**
 * The tokens that came last, by their SHA-256, each until it expires or for five minutes. Only what was
 * verified is kept, so whoever has no good token cannot push one out.
 *
 * @param most is how many are kept.
 */
export const createTokenCache = <Claims extends Times>(most: number): TokenCache<Claims> => {
  const kept = new Map<string, { claims: Claims; keptAtMs: number }>()

  const isOfNow = ({ claims, keptAtMs }: { claims: Claims; keptAtMs: number }): boolean => {
    const now = Date.now() / 1000
    if (claims.exp < now || (typeof claims.nbf === 'number' && claims.nbf > now)) return false
    // Of a clock that nobody sets.
    return performance.now() - keptAtMs < longestMs
  }

  return {
    get: (token) => {
      const key = keyOf(token)
      const entry = kept.get(key)
      if (entry === undefined) return undefined
      kept.delete(key)
      if (!isOfNow(entry)) return undefined
      kept.set(key, entry)
      return entry.claims
    },
    keep: (token, claims) => {
      const entry = { claims: frozen(claims), keptAtMs: performance.now() }
      kept.set(keyOf(token), entry)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
      return entry.claims
    },
    clear: () => kept.clear(),
    size: () => kept.size,
  }
}

const keyOf = (token: string): string => hash('sha256', token, 'base64')
