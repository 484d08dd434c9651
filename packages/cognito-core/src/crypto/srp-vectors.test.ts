import { describe, expect, test } from 'vitest'
import vectors from '../../test/vectors/srp-generated.json' with { type: 'json' }
import { createModexp, modexp } from './modexp.ts'
import { passwordClaim } from './password-claim.ts'
import { srpWith } from './srp.ts'
import { g, k, N, pad } from './srp-group.ts'

const { gen_device: device } = vectors
const exchanges = [
  vectors.gen_S_leading_zero_byte,
  vectors.gen_u_short_odd_hex,
  vectors.gen_salt_msb_B_short,
  vectors.gen_salt_leading_zero_bytes,
  {
    ...device,
    verifier: BigInt(
      `0x${Buffer.from(device.ConfirmDevice_PasswordVerifier, 'base64').toString('hex')}`,
    ).toString(16),
    poolName: device.deviceGroupKey,
    userIdForSrp: device.deviceKey,
    password: device.randomPassword,
  },
]
type Exchange = (typeof exchanges)[number]

const keysOf = ({ a, A }: Exchange) => ({ a: BigInt(`0x${a}`), A: BigInt(`0x${A}`) })

const withoutOpenssl = createModexp(() => {
  throw new Error('no OpenSSL here')
})

describe.each([
  ['OpenSSL', modexp],
  ['the BigInt fallback', withoutOpenssl],
])('the generated exchange, computed by %s', (_name, power) => {
  test.each(exchanges)('has the public half of $A', (exchange) => {
    expect(power(g, BigInt(`0x${exchange.a}`)).toString(16)).toBe(exchange.A)
  })

  test.each(exchanges)('has the verifier of salt $saltWire', (exchange) => {
    expect(power(g, BigInt(`0x${exchange.x}`)).toString(16)).toBe(exchange.verifier)
  })

  test.each(exchanges)('derives the session key $key_hex', (exchange) => {
    const key = srpWith(keysOf(exchange), power).sessionKey({
      salt: exchange.saltWire,
      B: exchange.srpB,
      identity: `${exchange.poolName}${exchange.userIdForSrp}`,
      password: exchange.password,
    })
    expect(key.toString('hex')).toBe(exchange.key_hex)
  })

  test.each(exchanges)('signs the password claim $signature', (exchange) => {
    const claim = passwordClaim({
      srp: srpWith(keysOf(exchange), power),
      challenge: {
        salt: exchange.saltWire,
        B: exchange.srpB,
        secretBlock: exchange.secretBlock,
      },
      poolName: exchange.poolName,
      userIdForSrp: exchange.userIdForSrp,
      password: exchange.password,
      now: new Date(exchange.timestamp),
    })
    expect(claim).toEqual({ signature: exchange.signature, timestamp: exchange.timestamp })
  })
})

test('the group is the one of the vectors', () => {
  const { constants } = vectors
  expect(N.toString(16)).toBe(constants.N)
  expect(g.toString()).toBe(String(constants.g))
  expect(k.toString(16)).toBe(constants.k)
})

test.each(vectors.padhex)('PAD($int) is $hex', ({ int, hex }) => {
  expect(pad(BigInt(int)).toString('hex')).toBe(hex)
})
