import { DiffieHellman, getDiffieHellman } from 'node:crypto'
import {
  g,
  k,
  modulo,
  passwordExponent,
  scrambler,
  sessionKey,
  signature,
  timestampOf,
  toBytes,
  toInteger,
} from './protocol.ts'
import type { SrpVariant } from './time-sign-in.ts'

/** base^exponent by `computeSecret`: the exponentiation of OpenSSL with the least around it. */
const prepared = ({ base, exponent }: { base: bigint; exponent: bigint }): (() => Buffer) => {
  const group = getDiffieHellman('modp15')
  // A named group has no setPrivateKey of its own, and createDiffieHellman would first test the
  // prime for two seconds on some versions of Node. Not for production: `computeSecret` throws or
  // takes six times as long on others.
  Reflect.apply(DiffieHellman.prototype.setPrivateKey, group, [toBytes(exponent)])
  const bytes = toBytes(base)
  return () => group.computeSecret(bytes)
}

/**
 * The three exponentiations of a sign-in and nothing else: no number is converted, hashed or signed
 * within the timed part.
 */
export const opensslFloor: SrpVariant = {
  name: 'bare OpenSSL (the floor)',
  signIn: async ({ account, challengeFor, timed }) => {
    const group = getDiffieHellman('modp15')
    const A = toInteger(await timed('start', () => group.generateKeys()))
    const a = toInteger(group.getPrivateKey())
    const challenge = await challengeFor(A.toString(16))
    const B = BigInt(`0x${challenge.B}`)
    const u = scrambler({ A, B })
    const x = passwordExponent(account, BigInt(`0x${challenge.salt}`))
    const verifier = await timed('finish', prepared({ base: g, exponent: x }))
    const base = modulo(B - k * toInteger(verifier))
    const S = await timed('finish', prepared({ base, exponent: a + u * x }))
    const key = sessionKey({ S: toInteger(S), u })
    const timestamp = timestampOf(new Date())
    return { signature: signature({ key, account, challenge, timestamp }), timestamp }
  },
}
