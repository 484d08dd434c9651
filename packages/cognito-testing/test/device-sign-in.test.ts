import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import {
  forgetDevice,
  getDevice,
  type KeptDevice,
  keepDevice,
  proveDevice,
  signInAndKeep,
  signInOn,
  startDeviceProof,
  updateDevice,
} from './device-calls.ts'
import { recorded } from './recorded-trigger.ts'
import { claimsOf, initiate, refusalOf, respond } from './sign-in.ts'
import { password } from './signed-in-pool.ts'

const poolWith = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({
    deviceTracking: 'always',
    users: [
      { username: 'ann', password },
      { username: 'ben', password },
    ],
    ...options,
  })

const poolWithMfa = (options: TestUserPoolOptions = {}) =>
  poolWith({ users: [{ username: 'ann', password, mfa: 'totp' }], ...options })

const notFound = 'ResourceNotFoundException: Device does not exist.'
const somebodysKey = 'us-east-1_00000000-0000-4000-8000-000000000000'

const answerTotp = (
  pool: TestUserPool,
  asked: Parameters<typeof respond>[1],
  device?: KeptDevice,
) =>
  respond(pool, asked, {
    USERNAME: 'ann',
    SOFTWARE_TOKEN_MFA_CODE: pool.totpCodeFor('ann'),
    ...(device && { DEVICE_KEY: device.key }),
  })

/** A device of ann, who has a second factor. */
const keepWithMfa = async (pool: TestUserPool) => {
  const { AuthenticationResult: result } = await answerTotp(pool, await signInOn(pool))
  pool.clock.advance(90)
  return { device: await keepDevice(pool, result), AccessToken: result?.AccessToken ?? '' }
}

describe('a remembered device', () => {
  it('proves itself after the password, and then there are tokens of it', async () => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    const asked = await signInOn(pool, device)
    expect(asked).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH', Session: expect.any(String) })
    const { answer, proof } = await startDeviceProof(pool, asked, device)
    expect(answer).toMatchObject({
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      Session: expect.any(String),
      ChallengeParameters: {
        SALT: expect.stringMatching(/^[0-9a-f]+$/),
        SRP_B: expect.stringMatching(/^[0-9a-f]+$/),
        SECRET_BLOCK: expect.any(String),
        DEVICE_KEY: device.key,
        USERNAME: 'ann',
      },
    })
    const { AuthenticationResult: result } = await respond(pool, answer, proof)
    expect(result).not.toHaveProperty('NewDeviceMetadata')
    expect(claimsOf(result?.AccessToken)['device_key']).toBe(device.key)
  })

  it('does so at USER_PASSWORD_AUTH, too', async () => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    const asked = await initiate(pool, 'USER_PASSWORD_AUTH', {
      USERNAME: 'ann',
      PASSWORD: password,
      DEVICE_KEY: device.key,
    })
    const { AuthenticationResult } = await proveDevice(pool, asked, device)
    expect(AuthenticationResult?.RefreshToken).toBeDefined()
  })

  it('stands for the second factor', async () => {
    const pool = poolWithMfa()
    const { device } = await keepWithMfa(pool)
    const asked = await signInOn(pool, device)
    expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH')
    expect((await proveDevice(pool, asked, device)).AuthenticationResult).toBeDefined()
  })

  it('does not where the pool says so: it proves itself after the code', async () => {
    const pool = poolWithMfa({ deviceStandsForMfa: false })
    const { device } = await keepWithMfa(pool)
    const asked = await signInOn(pool, device)
    expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const answer = await answerTotp(pool, asked, device)
    expect(answer.ChallengeName).toBe('DEVICE_SRP_AUTH')
    expect((await proveDevice(pool, answer, device)).AuthenticationResult).toBeDefined()
  })

  it('is a new one where the last answer does not name it', async () => {
    const pool = poolWithMfa({ deviceStandsForMfa: false })
    const { device } = await keepWithMfa(pool)
    const { AuthenticationResult } = await answerTotp(pool, await signInOn(pool, device))
    expect(AuthenticationResult?.NewDeviceMetadata?.DeviceKey).not.toBe(device.key)
  })

  it('is told of to triggers: it is no new device, and tokens are made for it', async () => {
    const postAuthentication = recorded()
    const preTokenGeneration = recorded()
    const pool = poolWith({
      triggers: {
        postAuthentication: postAuthentication.handler,
        preTokenGeneration: preTokenGeneration.handler,
      } as NonNullable<TestUserPoolOptions['triggers']>,
    })
    const { device } = await signInAndKeep(pool)
    await proveDevice(pool, await signInOn(pool, device), device)
    expect(postAuthentication.events).toMatchObject([
      { request: { newDeviceUsed: true } },
      { request: { newDeviceUsed: false } },
    ])
    expect(preTokenGeneration.events).toMatchObject([
      { triggerSource: 'TokenGeneration_Authentication' },
      { triggerSource: 'TokenGeneration_AuthenticateDevice' },
    ])
  })

  it('shows when it was used last', async () => {
    const pool = poolWith()
    const { device, AccessToken } = await signInAndKeep(pool)
    pool.clock.advance(1000)
    await proveDevice(pool, await signInOn(pool, device), device)
    const { Device } = await getDevice(pool, AccessToken, device.key)
    const { DeviceCreateDate, DeviceLastAuthenticatedDate } = Device ?? {}
    const apart = Number(DeviceLastAuthenticatedDate) - Number(DeviceCreateDate)
    expect(apart / 1000).toBeGreaterThanOrEqual(1000)
  })
})

it('a device that is not remembered is treated as if it was never used', async () => {
  const pool = poolWithMfa({ deviceTracking: 'opt-in' })
  const { device, AccessToken } = await keepWithMfa(pool)
  const asked = await signInOn(pool, device)
  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const { AuthenticationResult } = await answerTotp(pool, asked, device)
  expect(AuthenticationResult?.NewDeviceMetadata?.DeviceKey).not.toBe(device.key)

  await updateDevice(pool, AccessToken, device.key, 'remembered')
  expect((await signInOn(pool, device)).ChallengeName).toBe('DEVICE_SRP_AUTH')
})

describe('a device that there is not', () => {
  it.each(['ann', 'nobody'])('is refused to %s, before the password is looked at', async (name) => {
    const pool = poolWith()
    await signInAndKeep(pool)
    expect(await refusalOf(signInOn(pool, { key: somebodysKey }, name))).toBe(notFound)
    const PASSWORD = 'wrong'
    const parameters = { USERNAME: name, PASSWORD, DEVICE_KEY: somebodysKey }
    expect(await refusalOf(initiate(pool, 'USER_PASSWORD_AUTH', parameters))).toBe(notFound)
  })

  it("is somebody else's, or one that is not confirmed", async () => {
    const pool = poolWith()
    const { device } = await signInAndKeep(pool)
    expect(await refusalOf(signInOn(pool, device, 'ben'))).toBe(notFound)
    const { AuthenticationResult } = await signInOn(pool)
    const key = AuthenticationResult?.NewDeviceMetadata?.DeviceKey ?? ''
    expect(await refusalOf(signInOn(pool, { key }))).toBe(notFound)
  })

  it('spoils no answer: it works without the device', async () => {
    const pool = poolWithMfa()
    const { device, AccessToken } = await keepWithMfa(pool)
    const asked = await signInOn(pool)
    await forgetDevice(pool, AccessToken, device.key)
    expect(await refusalOf(answerTotp(pool, asked, device))).toBe(notFound)
    expect((await answerTotp(pool, asked)).AuthenticationResult).toBeDefined()
  })

  it('is no matter where devices are not tracked', async () => {
    const pool = poolWith({ deviceTracking: 'off' })
    const { AuthenticationResult } = await signInOn(pool, { key: somebodysKey })
    expect(AuthenticationResult).toBeDefined()
  })
})
