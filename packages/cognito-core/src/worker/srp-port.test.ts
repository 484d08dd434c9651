import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import vectors from '../../test/vectors/srp-generated.json' with { type: 'json' }
import { srpHere } from '../crypto/srp-jobs.ts'
import { askThrough, serveSrp } from './srp-port.ts'

/** Two ends of a real channel, through which all is copied as it is between threads. */
const ends = () => {
  const { port1: here, port2: there } = new MessageChannel()
  onTestFinished(() => {
    here.close()
    there.close()
  })
  return { here, there }
}

const { gen_S_leading_zero_byte: vector } = vectors
const claimOf = (B: string) => ({
  keys: { a: BigInt(`0x${vector.a}`), A: BigInt(`0x${vector.A}`) },
  challenge: { salt: vector.saltWire, B, secretBlock: vector.secretBlock },
  poolName: vector.poolName,
  userIdForSrp: vector.userIdForSrp,
  password: vector.password,
  now: new Date(vector.timestamp),
})
const claim = { signature: vector.signature, timestamp: vector.timestamp }

describe('SRP at the other end of a port', () => {
  it('gives what it gives here', async () => {
    const { here, there } = ends()
    serveSrp(there)
    const { srp } = askThrough(here)
    expect(await srp('passwordClaim', claimOf(vector.srpB))).toEqual(claim)

    const keys = await srp('ephemeralKeys', {})
    expect(keys).toEqual({ a: expect.any(BigInt), A: expect.any(BigInt) })
    const device = { key: 'us-east-1_0000', groupKey: '-AnyGroup1' }
    expect(await srp('deviceVerifier', device)).toEqual({
      password: expect.stringMatching(/^[\w+/]{54}==$/),
      salt: expect.any(String),
      verifier: expect.any(String),
    })
  })

  it('answers each of many that are asked at once', async () => {
    const { here, there } = ends()
    serveSrp(there)
    const { srp } = askThrough(here)
    const claims = await Promise.all(
      [vector.srpB, '7', vector.srpB].map((B) => srp('passwordClaim', claimOf(B))),
    )
    expect(claims[0]).toEqual(claim)
    expect(claims[1]?.signature).toBe((await srpHere('passwordClaim', claimOf('7'))).signature)
    expect(claims[2]).toEqual(claim)
  })

  it('refuses what it refuses here', async () => {
    const { here, there } = ends()
    serveSrp(there)
    const { srp } = askThrough(here)
    await expect(srp('passwordClaim', claimOf('0'))).rejects.toThrow('SRP_B is 0 modulo N')
    await expect(srp('passwordClaim', claimOf(vector.srpB))).resolves.toEqual(claim)
  })

  it('is done here where the other end is lost before it has answered', async () => {
    const { here, there } = ends()
    const server = askThrough(here)
    const asked = [vector.srpB, '0'].map((B) => server.srp('passwordClaim', claimOf(B)))
    expect(server.hasAnswered()).toBe(false)
    there.close()
    await once(here, 'close')
    server.lost()
    await expect(asked[0]).resolves.toEqual(claim)
    await expect(asked[1]).rejects.toThrow('SRP_B is 0 modulo N')
  })
})
