import { randomBytes } from 'node:crypto'
import {
  g,
  k,
  modulo,
  passwordExponent,
  power,
  scrambler,
  sessionKey,
  signature,
  timestampOf,
  toInteger,
} from './protocol.ts'
import type { SrpVariant } from './time-sign-in.ts'

/** What one would write without a library: a secret of 256 bits, square and multiply. */
export const naiveBigint: SrpVariant = {
  name: 'naive BigInt',
  signIn: async ({ account, challengeFor, timed }) => {
    const { a, A } = await timed('start', () => {
      const a = toInteger(randomBytes(32))
      return { a, A: power(g, a) }
    })
    const challenge = await challengeFor(A.toString(16))
    return timed('finish', () => {
      const B = BigInt(`0x${challenge.B}`)
      const u = scrambler({ A, B })
      const x = passwordExponent(account, BigInt(`0x${challenge.salt}`))
      const S = power(modulo(B - k * power(g, x)), a + u * x)
      const timestamp = timestampOf(new Date())
      const key = sessionKey({ S, u })
      return { signature: signature({ key, account, challenge, timestamp }), timestamp }
    })
  },
}
