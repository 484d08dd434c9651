import { createPublicKey } from 'node:crypto'
import type { JwkWithKid } from 'aws-jwt-verify/jwk'

/** Public RS256 keys by their key id. */
export type SigningKeys = ReadonlyMap<string, JwkWithKid>

/** Bits. RFC 7518 section 3.3. */
const smallestModulus = 2048

/**
 * The RS256 keys of a key set, of each the public half only. Keys for another algorithm or use are left out.
 *
 * @throws Error where none is left.
 */
export const signingKeysOf = (untrustedJwks: unknown): SigningKeys => {
  const untrustedKeys = (untrustedJwks as { keys?: unknown } | null | undefined)?.keys
  const keys = Array.isArray(untrustedKeys) ? untrustedKeys.flatMap(toSigningKey) : []
  if (keys.length === 0) {
    throw new Error('a key set should hold an RSA key for RS256, of at least 2048 bits, with a kid')
  }
  return new Map(keys.map((key) => [key.kid, key]))
}

const toSigningKey = (untrustedKey: unknown): readonly JwkWithKid[] => {
  if (typeof untrustedKey !== 'object' || untrustedKey === null) return []
  const { kid, kty, n, e, alg = 'RS256', use = 'sig' } = untrustedKey as Record<string, unknown>
  if (kty !== 'RSA' || alg !== 'RS256' || use !== 'sig') return []
  if (typeof kid !== 'string' || typeof n !== 'string' || typeof e !== 'string') return []
  const key = { kid, kty, n, e, alg, use }
  return modulusLengthOf(key) < smallestModulus ? [] : [key]
}

const modulusLengthOf = (key: JwkWithKid): number => {
  try {
    return createPublicKey({ key, format: 'jwk' }).asymmetricKeyDetails?.modulusLength ?? 0
  } catch {
    return 0
  }
}
