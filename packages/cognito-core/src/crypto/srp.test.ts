import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { modexp } from './modexp.ts'
import { startSrp } from './srp.ts'
import { g, k, N, sha256, toInteger } from './srp-group.ts'

const power = (base: bigint, exponent: bigint): bigint => {
  if (exponent === 0n) return 1n
  const half = power(base, exponent >> 1n)
  return (half * half * (exponent % 2n === 0n ? 1n : base)) % N
}

const padded = (integer: bigint): Buffer => {
  const hex = integer.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

const hmac = (key: Buffer, message: Buffer | string): Buffer =>
  createHmac('sha256', key).update(message).digest()

interface Account {
  readonly salt: bigint
  readonly identity: string
  readonly password: string
}

const privateValue = ({ salt, identity, password }: Account): bigint =>
  toInteger(sha256(padded(salt), sha256(`${identity}:${password}`)))

/** The other half, written from the specification with BigInt: it knows a verifier, no password. */
const startServer = ({ account, b }: { account: Account; b: bigint }) => {
  const verifier = power(g, privateValue(account))
  const B = (k * verifier + power(g, b)) % N
  return {
    B,
    sessionKey: (A: bigint): string => {
      const u = toInteger(sha256(padded(A), padded(B)))
      const S = power((A * power(verifier, u)) % N, b)
      const extracted = hmac(padded(u), padded(S))
      return hmac(extracted, 'Caldera Derived Key\x01').subarray(0, 16).toString('hex')
    },
  }
}

const accounts = fc.record({
  salt: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
  identity: fc.string({ unit: 'grapheme' }),
  password: fc.string({ unit: 'grapheme' }),
})
const serverSecrets = fc.bigInt({ min: 2n ** 64n, max: 2n ** 128n })

const signInAs = ({ account, B, password }: { account: Account; B: bigint; password: string }) => {
  const srp = startSrp()
  const { salt, identity } = account
  const input = { salt: salt.toString(16), B: B.toString(16), identity, password }
  return { A: BigInt(`0x${srp.A}`), key: srp.sessionKey(input).toString('hex') }
}

test('agrees with a server that only holds the verifier, in 64 random sign-ins', () => {
  fc.assert(
    fc.property(accounts, serverSecrets, (account, b) => {
      const server = startServer({ account, b })
      const { A, key } = signInAs({ account, B: server.B, password: account.password })
      expect(key).toBe(server.sessionKey(A))
    }),
    { numRuns: 64 },
  )
})

test('gives a wrong key, and no error, for 80 wrong passwords', () => {
  let nonSquares = 0
  const wrongPasswords = fc.tuple(accounts, fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(wrongPasswords, serverSecrets, ([account, password], b) => {
      fc.pre(password !== account.password)
      const server = startServer({ account, b })
      const { A, key } = signInAs({ account, B: server.B, password })
      expect(key).not.toBe(server.sessionKey(A))
      const base = server.B - k * power(g, privateValue({ ...account, password }))
      if (modexp(base, (N - 1n) / 2n) !== 1n) nonSquares += 1
    }),
    { numRuns: 80 },
  )
  // half of all wrong passwords lead OpenSSL to a base that some of its versions refuse
  expect(nonSquares).toBeGreaterThan(12)
  expect(nonSquares).toBeLessThan(68)
})

test('starts every attempt with another public half, in lower-case hex', () => {
  const halves = Array.from({ length: 16 }, () => startSrp().A)
  expect(new Set(halves).size).toBe(16)
  for (const A of halves) expect(A).toMatch(/^[1-9a-f][0-9a-f]{700,767}$/)
})

describe('refuses', () => {
  const challenge = { salt: 'a0b1', B: '0123456789abcdef', identity: 'poolalice' }
  const password = 'never to be seen in a message'
  const refusalOf = (changes: Partial<typeof challenge>): string => {
    try {
      startSrp().sessionKey({ ...challenge, password, ...changes })
    } catch (error) {
      return error instanceof Error ? error.message : 'not an Error'
    }
    return 'no refusal'
  }
  const notHex = ['', ' ', 'xyz', '0x12', '-1', '1 2', '12\n', '1.5', '１２']

  test.each(notHex)('the salt %j, which is no hexadecimal', (salt) => {
    expect(refusalOf({ salt })).toBe("The SRP challenge's salt is not hexadecimal")
  })

  test.each(notHex)('the SRP_B %j, which is no hexadecimal', (B) => {
    expect(refusalOf({ B })).toBe("The SRP challenge's SRP_B is not hexadecimal")
  })

  test.each([
    ['0', 0n],
    ['N', N],
    ['7 * N', 7n * N],
  ])('an SRP_B of %s, with which anybody could know the key', (_name, B) => {
    expect(refusalOf({ B: B.toString(16) })).toBe("The SRP challenge's SRP_B is 0 modulo N")
    expect(refusalOf({ B: `000${B.toString(16)}` })).toBe("The SRP challenge's SRP_B is 0 modulo N")
  })

  test('a second use of the same attempt', () => {
    const srp = startSrp()
    expect(srp.sessionKey({ ...challenge, password })).toHaveLength(16)
    expect(() => srp.sessionKey({ ...challenge, password })).toThrow(/has been used/)
  })
})
