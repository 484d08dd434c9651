import { hkdfSync } from 'node:crypto'
import { type EphemeralKeys, ephemeralKeys } from './ephemeral-keys.ts'
import { type Modexp, modexp } from './modexp.ts'
import { g, k, N, pad, sha256, toInteger } from './srp-group.ts'

interface SessionKeyInput {
  /** Hex, as Cognito sends it: any length, leading zeros dropped. */
  readonly salt: string
  /** Hex, as Cognito sends it. */
  readonly B: string
  /** poolName + USER_ID_FOR_SRP; for a device, its group key + its key. */
  readonly identity: string
  readonly password: string
}

/** One sign-in attempt's secret and public half. Single use: the secret never leaves it. */
export interface SrpClient {
  /** The public half for SRP_A, in lower-case hex without padding. */
  readonly A: string
  /**
   * The 16 bytes that sign the password claim. A wrong password gives a wrong key, never an error.
   *
   * @throws Error where `salt` or `B` is no hex, B is 0 modulo N, u is 0, or it is called again.
   */
  readonly sessionKey: (input: SessionKeyInput) => Buffer
}

const fromHex = ({ name, hex }: { name: string; hex: string }): bigint => {
  if (!/^[0-9a-f]+$/i.test(hex)) throw new Error(`The SRP challenge's ${name} is not hexadecimal`)
  return BigInt(`0x${hex}`)
}

/** The HKDF of RFC 5869 over PAD(S), salted with PAD(u). */
const deriveKey = ({ S, u }: { S: bigint; u: bigint }): Buffer => {
  const secret = pad(S)
  const key = hkdfSync('sha256', secret, pad(u), 'Caldera Derived Key', 16)
  secret.fill(0)
  return Buffer.from(key)
}

/** The client half for given keys: x, u and S as RFC 5054 names them, hashed as Cognito does. */
export const srpWith = ({ a, A }: EphemeralKeys, power: Modexp = modexp): SrpClient => {
  let secret: bigint | undefined = a
  const takeSecret = (): bigint => {
    if (secret === undefined) throw new Error('This SRP exchange has been used; start another')
    const taken = secret
    secret = undefined
    return taken
  }
  return {
    A: A.toString(16),
    sessionKey: (input) => {
      const exponent = takeSecret()
      const salt = fromHex({ name: 'salt', hex: input.salt })
      const B = fromHex({ name: 'SRP_B', hex: input.B })
      if (B % N === 0n) throw new Error("The SRP challenge's SRP_B is 0 modulo N")
      const u = toInteger(sha256(pad(A), pad(B)))
      if (u === 0n) throw new Error("The SRP exchange's u is 0")
      const x = toInteger(sha256(pad(salt), sha256(`${input.identity}:${input.password}`)))
      const S = power(B - k * power(g, x), exponent + u * x)
      return deriveKey({ S, u })
    },
  }
}

export const startSrp = (): SrpClient => srpWith(ephemeralKeys())
