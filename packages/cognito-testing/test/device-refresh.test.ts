import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import {
  forgetDevice,
  keepDevice,
  proveDevice,
  signInAndKeep,
  signInOn,
  updateDevice,
} from './device-calls.ts'
import { claimsOf, initiate, refusalOf } from './sign-in.ts'
import { password, refresh } from './signed-in-pool.ts'

const poolWith = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({
    deviceTracking: 'always',
    users: [{ username: 'ann', password }],
    ...options,
  })

const invalid = 'NotAuthorizedException: Invalid Refresh Token'

describe.each([
  [
    'GetTokensFromRefreshToken',
    (pool: TestUserPool, token: string, DeviceKey?: string) => refresh(pool, token, { DeviceKey }),
  ],
  [
    'REFRESH_TOKEN_AUTH',
    (pool: TestUserPool, token: string, DeviceKey?: string) =>
      initiate(pool, 'REFRESH_TOKEN_AUTH', {
        REFRESH_TOKEN: token,
        ...(DeviceKey !== undefined && { DEVICE_KEY: DeviceKey }),
      }),
  ],
])('%s', (_name, refreshOn) => {
  it('wants the device of the sign-in, once it is confirmed', async () => {
    const pool = poolWith()
    const { AuthenticationResult: result } = await signInOn(pool)
    const { RefreshToken = '', NewDeviceMetadata } = result ?? {}
    const key = NewDeviceMetadata?.DeviceKey
    expect(await refusalOf(refreshOn(pool, RefreshToken, key))).toBe(invalid)
    await keepDevice(pool, result)
    expect(await refusalOf(refreshOn(pool, RefreshToken))).toBe(invalid)
    const { AuthenticationResult: refreshed } = await refreshOn(pool, RefreshToken, key)
    expect(claimsOf(refreshed?.AccessToken)['device_key']).toBe(key)
    expect(refreshed).not.toHaveProperty('NewDeviceMetadata')
  })

  it("takes no other of the user's devices", async () => {
    const pool = poolWith()
    const { RefreshToken } = await signInAndKeep(pool)
    const { device: other } = await signInAndKeep(pool)
    expect(await refusalOf(refreshOn(pool, RefreshToken, other.key))).toBe(invalid)
  })

  it('goes on on a device that proved itself, and on one that is not remembered', async () => {
    const pool = poolWith()
    const { device, AccessToken } = await signInAndKeep(pool)
    const { AuthenticationResult } = await proveDevice(pool, await signInOn(pool, device), device)
    await updateDevice(pool, AccessToken, device.key, 'not_remembered')
    const answer = await refreshOn(pool, AuthenticationResult?.RefreshToken ?? '', device.key)
    expect(answer.AuthenticationResult).toBeDefined()
  })

  it('ends with the device', async () => {
    const pool = poolWith()
    const { device, RefreshToken, AccessToken } = await signInAndKeep(pool)
    const other = await signInAndKeep(pool)
    await forgetDevice(pool, AccessToken, device.key)
    expect(await refusalOf(refreshOn(pool, RefreshToken, device.key))).toBe(invalid)
    const answer = await refreshOn(pool, other.RefreshToken, other.device.key)
    expect(answer.AuthenticationResult).toBeDefined()
  })

  it('wants none where devices are not tracked', async () => {
    const pool = poolWith({ deviceTracking: 'off' })
    const { AuthenticationResult: result } = await signInOn(pool)
    const token = result?.RefreshToken ?? ''
    const somebodysKey = 'us-east-1_00000000-0000-4000-8000-000000000000'
    for (const key of [undefined, somebodysKey]) {
      expect((await refreshOn(pool, token, key)).AuthenticationResult).toBeDefined()
    }
  })
})

it('a refused device leaves a token that rotates as it is', async () => {
  const pool = poolWith({ clients: [{ rotation: { graceSeconds: 0 } }] })
  const { device, RefreshToken } = await signInAndKeep(pool)
  expect(await refusalOf(refresh(pool, RefreshToken))).toBe(invalid)
  const { AuthenticationResult } = await refresh(pool, RefreshToken, { DeviceKey: device.key })
  const next = AuthenticationResult?.RefreshToken ?? ''
  expect(next).not.toBe(RefreshToken)
  const answer = await refresh(pool, next, { DeviceKey: device.key })
  expect(answer.AuthenticationResult).toBeDefined()
})
