import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import {
  forgetDevice,
  proveDevice,
  signInAndKeep,
  signInOn,
  startDeviceProof,
  updateDevice,
} from './device-calls.ts'
import { refusalOf, respond } from './sign-in.ts'
import { password } from './signed-in-pool.ts'
import { startSrp } from './srp-client.ts'

const poolWith = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({
    deviceTracking: 'always',
    users: [{ username: 'ann', password }],
    ...options,
  })

const notFound = 'ResourceNotFoundException: Device does not exist.'
const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'

describe('the proof of a device', () => {
  it('is refused with a wrong password of the device, and cannot be tried again', async () => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    const asked = await signInOn(pool, device)
    const wrong = { ...device, password: 'x' }
    const { answer, proof } = await startDeviceProof(pool, asked, wrong)
    expect(await refusalOf(respond(pool, answer, proof))).toBe(wrongCredentials)
    expect(await refusalOf(respond(pool, answer, proof))).toBe(wrongCredentials)
    expect(await refusalOf(startDeviceProof(pool, asked, device))).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    )
  })

  it('works once', async () => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    const { answer, proof } = await startDeviceProof(pool, await signInOn(pool, device), device)
    await respond(pool, answer, proof)
    expect(await refusalOf(respond(pool, answer, proof))).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    )
  })

  it.each([
    ['DEVICE_KEY', 'Missing required parameter DEVICE_KEY'],
    ['SRP_A', 'Missing required parameter SRP_A'],
  ])('begins with %s', async (name, message) => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    const asked = await signInOn(pool, device)
    const responses = { USERNAME: 'ann', DEVICE_KEY: device.key, SRP_A: startSrp().A, [name]: '' }
    expect(await refusalOf(respond(pool, asked, responses))).toBe(
      `InvalidParameterException: ${message}`,
    )
  })

  it.each(['PASSWORD_CLAIM_SIGNATURE', 'PASSWORD_CLAIM_SECRET_BLOCK', 'TIMESTAMP', 'DEVICE_KEY'])(
    'ends with %s',
    async (name) => {
      const pool = poolWith()
      const { device } = await signInAndKeep(pool)
      const { answer, proof } = await startDeviceProof(pool, await signInOn(pool, device), device)
      expect(await refusalOf(respond(pool, answer, { ...proof, [name]: '' }))).toBe(
        `InvalidParameterException: Missing required parameter ${name}`,
      )
    },
  )

  it('goes on with its Session, and with no other', async () => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    const { answer, proof } = await startDeviceProof(pool, await signInOn(pool, device), device)
    const other = await startDeviceProof(pool, await signInOn(pool, device), device)
    const { ChallengeName } = answer
    expect(await refusalOf(respond(pool, { ChallengeName }, proof))).toBe(
      'InvalidParameterException: Missing required parameter Session',
    )
    expect(await refusalOf(respond(pool, other.answer, proof))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
  })

  it('is no proof of the password of its user', async () => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    const { proof } = await startDeviceProof(pool, await signInOn(pool, device), device)
    const { DEVICE_KEY: _device, ...rest } = proof
    const ChallengeName = 'PASSWORD_VERIFIER'
    expect(await refusalOf(respond(pool, { ChallengeName }, rest))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
  })

  it("is no proof of another of the user's devices", async () => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    const { device: other } = await signInAndKeep(pool)
    const { answer, proof } = await startDeviceProof(pool, await signInOn(pool, device), device)
    const swapped = { ...proof, DEVICE_KEY: other.key }
    expect(await refusalOf(respond(pool, answer, swapped))).toBe(wrongCredentials)
  })

  it('is refused when the device was forgotten, or is not remembered any more', async () => {
    const pool = poolWith()
    const { device, AccessToken } = await signInAndKeep(pool)
    const asked = await signInOn(pool, device)
    const { answer, proof } = await startDeviceProof(pool, asked, device)
    const askedToo = await signInOn(pool, device)
    await updateDevice(pool, AccessToken, device.key, 'not_remembered')
    expect(await refusalOf(startDeviceProof(pool, askedToo, device))).toBe(notFound)
    expect(await refusalOf(respond(pool, answer, proof))).toBe(notFound)
    await forgetDevice(pool, AccessToken, device.key)
    expect(await refusalOf(respond(pool, answer, proof))).toBe(notFound)
  })

  it('gives no tokens when the device is forgotten while a trigger is waited for', async () => {
    let forget = async (): Promise<unknown> => undefined
    const pool: TestUserPool = poolWith({
      triggers: {
        preTokenGeneration: async (event) => {
          await forget()
          return event
        },
      },
    })
    const { device, AccessToken } = await signInAndKeep(pool)
    forget = () => forgetDevice(pool, AccessToken, device.key)
    const asked = await signInOn(pool, device)
    expect(await refusalOf(proveDevice(pool, asked, device))).toBe(notFound)
  })
})
