import { randomBytes } from 'node:crypto'
import { computeVerifier, hashIdentity } from './srp-server.ts'

/** What the pool keeps of a password: enough to prove it, over SRP or in clear. */
export interface Credential {
  salt: bigint
  identityHash: Buffer
  /**
   * Computed when first asked for: it costs an exponentiation, and not every user signs in over
   * SRP.
   */
  verifier(): bigint
  /** Unix seconds. */
  setAt: number
}

export const createCredential = (input: {
  poolName: string
  /** The real user name, which SRP makes part of the password. */
  username: string
  password: string
  now: number
}): Credential => {
  const salt = BigInt(`0x${randomBytes(16).toString('hex')}`)
  const identityHash = hashIdentity(input)
  let known: bigint | undefined
  const verifier = (): bigint => {
    known ??= computeVerifier({ salt, identityHash })
    return known
  }
  return { salt, identityHash, verifier, setAt: input.now }
}
