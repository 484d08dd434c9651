import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import {
  type Account,
  type Claim,
  g,
  k,
  modulo,
  N,
  passwordExponent,
  power,
  type SrpChallenge,
  scrambler,
  sessionKey,
  signature,
  toInteger,
} from './protocol.ts'

export interface Exchange {
  readonly challenge: SrpChallenge
  readonly accepts: (claim: Claim) => boolean
}

export interface FakeServer {
  readonly account: Account
  /** Answers a client's public half, in hex. Costs nothing: the work is in `accepts`. */
  readonly open: (A: string) => Exchange
}

/** Secrets of the server, which it uses in turn. */
const SECRETS = 16

/** The other end of the sign-in: it knows a verifier of one user's password, and checks claims. */
export const createFakeServer = (): FakeServer => {
  const account: Account = {
    poolName: 'BenchPool1',
    userIdForSrp: randomUUID(),
    password: randomBytes(12).toString('base64'),
  }
  const salt = toInteger(randomBytes(16))
  const verifier = power(g, passwordExponent(account, salt))
  const keyPairs = Array.from({ length: SECRETS }, () => {
    const b = toInteger(randomBytes(32))
    return { b, B: modulo(k * verifier + power(g, b)) }
  })
  let opened = 0

  const open = (clientHalf: string): Exchange => {
    const { b, B } = keyPairs[opened % SECRETS] ?? { b: 0n, B: 0n }
    opened += 1
    const challenge = {
      salt: salt.toString(16),
      B: B.toString(16),
      secretBlock: randomBytes(900).toString('base64'),
    }
    return {
      challenge,
      accepts: (claim) => {
        const A = BigInt(`0x${clientHalf}`)
        const u = scrambler({ A, B })
        const key = sessionKey({ S: power((A * power(verifier, u)) % N, b), u })
        const expected = signature({ key, account, challenge, timestamp: claim.timestamp })
        const given = Buffer.from(claim.signature)
        return given.length === expected.length && timingSafeEqual(given, Buffer.from(expected))
      },
    }
  }

  return { account, open }
}
