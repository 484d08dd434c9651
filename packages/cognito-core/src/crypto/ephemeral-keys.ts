import { getDiffieHellman, randomBytes } from 'node:crypto'
import { modexp } from './modexp.ts'
import { g, N, toInteger } from './srp-group.ts'

/** The secret `a` of one exchange and its public half A = g^a mod N. */
export interface EphemeralKeys {
  readonly a: bigint
  readonly A: bigint
}

/** Bytes of `a` where OpenSSL does not choose it; RFC 5054 asks for at least 256 bits. */
const SECRET_BYTES = 35

const opensslKeys = (): EphemeralKeys => {
  const group = getDiffieHellman('modp15')
  if (toInteger(group.getPrime()) !== N || toInteger(group.getGenerator()) !== g)
    throw new Error('OpenSSL knows another group as modp15')
  const A = toInteger(group.generateKeys())
  const secret = group.getPrivateKey()
  const a = toInteger(secret)
  secret.fill(0)
  return { a, A }
}

const randomKeys = (): EphemeralKeys => {
  const secret = randomBytes(SECRET_BYTES)
  const a = toInteger(secret)
  secret.fill(0)
  return { a, A: modexp(g, a) }
}

/**
 * Fresh keys. OpenSSL chooses `a` of about 275 bits, which suits a group of this size; where it
 * does not know the group, they come from random bytes and `modexp`.
 */
export const ephemeralKeys = (generate: () => EphemeralKeys = opensslKeys): EphemeralKeys => {
  try {
    return generate()
  } catch {
    return randomKeys()
  }
}
