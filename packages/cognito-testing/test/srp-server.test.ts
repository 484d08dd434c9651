import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import {
  computeProof,
  computeServerPublic,
  computeVerifier,
  hashIdentity,
  isProofOf,
} from '../src/srp-server.ts'
import { signSrp, startSrp } from './srp-client.ts'
import vectors from './vectors/srp-generated.json' with { type: 'json' }

it.each(vectors)('computes the known answer where $name', (vector) => {
  const salt = BigInt(`0x${vector.salt}`)
  const verifier = computeVerifier({ salt, identityHash: hashIdentity(vector) })
  const serverSecret = BigInt(`0x${vector.b}`)
  const clientPublic = BigInt(`0x${vector.A}`)
  const secretBlock = Buffer.from(vector.secretBlock, 'base64')

  expect(verifier.toString(16)).toBe(vector.verifier)
  const serverPublic = computeServerPublic({ verifier, secret: serverSecret })
  expect(serverPublic.toString(16)).toBe(vector.B)
  const numbers = { clientPublic, serverSecret, serverPublic, verifier }
  expect(computeProof({ ...vector, ...numbers, secretBlock })).toBe(vector.signature)
})

const exchange = (index: number) => {
  const poolName = 'Ab1Cd2Ef3'
  const username = `user-${index}`
  const password = randomBytes(12).toString('base64')
  const timestamp = 'Mon Jan 5 03:04:05 UTC 2026'
  const salt = BigInt(`0x${randomBytes(16).toString('hex')}`)
  const verifier = computeVerifier({
    salt,
    identityHash: hashIdentity({ poolName, username, password }),
  })
  const serverSecret = BigInt(`0x${randomBytes(32).toString('hex')}`)
  const serverPublic = computeServerPublic({ verifier, secret: serverSecret })
  const { a, A } = startSrp()
  const secretBlock = randomBytes(64)
  const challenge = {
    SALT: salt.toString(16),
    SRP_B: serverPublic.toString(16),
    SECRET_BLOCK: secretBlock.toString('base64'),
    USER_ID_FOR_SRP: username,
  }
  const sign = (typedPassword: string): boolean =>
    isProofOf({
      clientPublic: BigInt(`0x${A}`),
      serverSecret,
      serverPublic,
      verifier,
      poolName,
      username,
      secretBlock,
      timestamp,
      untrustedSignature: signSrp({ a, poolName, password: typedPassword, timestamp, challenge }),
    })
  return {
    A,
    challenge,
    accepts: { right: sign(password), wrong: index % 5 === 0 && sign(`${password}?`) },
  }
}

it('agrees with an independent client 300 times, never with a wrong password', () => {
  const exchanges = Array.from({ length: 300 }, (_, index) => exchange(index))

  expect(exchanges.filter(({ accepts }) => !accepts.right)).toEqual([])
  expect(exchanges.filter(({ accepts }) => accepts.wrong)).toEqual([])
  const numbers = exchanges.flatMap(({ A, challenge }) => [A, challenge.SRP_B, challenge.SALT])
  expect(numbers.some((hex) => hex.length % 2 === 1)).toBe(true)
  expect(numbers.some((hex) => hex.length % 2 === 0 && /^[89a-f]/.test(hex))).toBe(true)
}, 120_000)
