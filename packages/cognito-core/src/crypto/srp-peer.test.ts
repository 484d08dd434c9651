import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { identityJsSignIn } from '../../test/vectors/identity-js.mjs'
import peerFixture from '../../test/vectors/peer-cases.json' with { type: 'json' }
import { type PeerCase, peerCase } from '../../test/vectors/peer-cases.mjs'
import { modexp } from './modexp.ts'
import { passwordClaim } from './password-claim.ts'
import { type SrpClient, srpWith } from './srp.ts'
import { g, pad, sha256 } from './srp-group.ts'

type Row = readonly [key: string, signature: string, A: string, S: string]
const { seed } = peerFixture
const rows = peerFixture.cases as unknown as readonly Row[]

const hexToInteger = (hex: string): bigint => BigInt(`0x${hex}`)

/** A client that notes its session key, hex, in `seen` before the key is used and wiped. */
const watched = ({ srp, seen }: { srp: SrpClient; seen: string[] }): SrpClient => ({
  ...srp,
  sessionKey: (input) => {
    const key = srp.sessionKey(input)
    seen.push(key.toString('hex'))
    return key
  },
})

const ourSignIn = ({ a, salt, B, secretBlock, nowMs, ...user }: PeerCase) => {
  const seen: string[] = []
  const srp = srpWith({ a: hexToInteger(a), A: modexp(g, hexToInteger(a)) })
  const challenge = { salt, B, secretBlock }
  const now = new Date(nowMs)
  const claim = passwordClaim({ ...user, challenge, now, srp: watched({ srp, seen }) })
  return { A: srp.A, key: seen.join(), ...claim }
}

/** The top two bytes of an integer written over `bytes` bytes. */
const topOf = (integer: bigint, bytes: number): string =>
  integer
    .toString(16)
    .padStart(2 * bytes, '0')
    .slice(0, 4)

const SHAPES = { 'high-bit': /^[89a-f]/, 'odd-length': /^0[1-9a-f]/, 'leading-zero': /^00/ }

describe('amazon-cognito-identity-js and we', () => {
  const cases = rows.map((_row, index) => peerCase({ seed, index }))
  let ours: readonly ReturnType<typeof ourSignIn>[] = []

  beforeAll(() => {
    ours = cases.map(ourSignIn)
  })

  test('give the same session key and signature in 1,080 random sign-ins, its answers recorded', () => {
    expect(ours.length).toBe(1080)
    const answers = ours.map(({ key, signature, A }, index) => ({
      index,
      key,
      signature,
      A: topOf(hexToInteger(A), 384),
    }))
    expect(answers).toEqual(
      rows.map(([key, signature, A], index) => ({ index, key, signature, A })),
    )
  })

  const tops = {
    salt: () => cases.map(({ salt }) => topOf(hexToInteger(salt), 16)),
    B: () => cases.map(({ B }) => topOf(hexToInteger(B), 384)),
    A: () => rows.map(([, , A]) => A),
    u: () =>
      ours.map(({ A }, index) =>
        sha256(pad(hexToInteger(A)), pad(hexToInteger(cases[index]?.B ?? ''))).toString('hex'),
      ),
    S: () => rows.map(([, , , S]) => S),
  }

  test.each(
    Object.entries(tops).flatMap(([name, of]) =>
      Object.entries(SHAPES).map(([shape, pattern]) => ({ name, shape, of, pattern })),
    ),
  )('met a $shape $name among them', ({ of, pattern }) => {
    expect(of().filter((top) => pattern.test(top)).length).toBeGreaterThan(0)
  })

  test('give the same in 12 of them, chosen at random, its answers computed now', () => {
    fc.assert(
      fc.property(fc.nat({ max: rows.length - 1 }), (index) => {
        const { S, ...theirs } = identityJsSignIn(peerCase({ seed, index }))
        expect(theirs).toEqual(ours[index])
        expect([theirs.key, theirs.signature, topOf(hexToInteger(theirs.A), 384)]).toEqual(
          rows[index]?.slice(0, 3),
        )
        expect(topOf(hexToInteger(S), 384)).toBe(rows[index]?.[3])
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  test('give the same in 12 new ones, its answers computed now', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (first, index) => {
        const fresh = peerCase({ seed: `new ${first}`, index })
        const { S: _, ...theirs } = identityJsSignIn(fresh)
        expect(ourSignIn(fresh)).toEqual(theirs)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
