import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import {
  confirmDevice,
  forgetDevice,
  getDevice,
  keepDevice,
  listDevices,
  signInAndKeep,
  signInOn,
  updateDevice,
} from './device-calls.ts'
import { claimsOf, refusalOf, respond, signInWithPassword } from './sign-in.ts'
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

const notFound = 'ResourceNotFoundException: Device does not exist.'
const invalidKey = 'InvalidParameterException: Invalid device key given.'
const somebodysKey = 'us-east-1_00000000-0000-4000-8000-000000000000'

describe('a sign-in', () => {
  it('names no device where none are tracked', async () => {
    const { AuthenticationResult } = await signInOn(poolWith({ deviceTracking: 'off' }))
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
    expect(claimsOf(AuthenticationResult?.AccessToken)).not.toHaveProperty('device_key')
  })

  it('names a new device, which its access token is of', async () => {
    const pool = poolWith()
    for (const signIn of [() => signInOn(pool), () => signInWithPassword(pool, 'ann', password)]) {
      const { AuthenticationResult: result } = await signIn()
      const { DeviceKey, DeviceGroupKey } = result?.NewDeviceMetadata ?? {}
      expect(DeviceKey).toMatch(/^us-east-1_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(DeviceGroupKey).toMatch(/^-[\w-]{8}$/)
      expect(claimsOf(result?.AccessToken)['device_key']).toBe(DeviceKey)
      expect(claimsOf(result?.IdToken)).not.toHaveProperty('device_key')
    }
  })

  it('names it with the tokens, not with a challenge before them', async () => {
    const pool = poolWith({
      users: [{ username: 'ann', password, mfa: 'email', attributes: { email: 'a@example.com' } }],
    })
    const asked = await signInOn(pool)
    expect(asked.AuthenticationResult).toBeUndefined()
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    const { AuthenticationResult } = await respond(pool, asked, answer)
    expect(AuthenticationResult?.NewDeviceMetadata).toBeDefined()
  })
})

describe('ConfirmDevice', () => {
  it('remembers the device at once where that is always so', async () => {
    const pool = poolWith()
    const { AuthenticationResult } = await signInOn(pool)
    const { key } = await keepDevice(pool, AuthenticationResult)
    const { Devices } = await listDevices(pool, AuthenticationResult?.AccessToken ?? '')
    expect(Devices?.map(({ DeviceKey }) => DeviceKey)).toEqual([key])
  })

  it.each([
    ['always', false],
    ['opt-in', true],
  ] as const)('says where devices are tracked %s that a user must confirm: %j', async (...row) => {
    const [deviceTracking, expected] = row
    const pool = poolWith({ deviceTracking })
    const { AuthenticationResult: result } = await signInOn(pool)
    const answer = await confirmDevice(pool, {
      AccessToken: result?.AccessToken,
      DeviceKey: result?.NewDeviceMetadata?.DeviceKey,
      DeviceSecretVerifierConfig: { Salt: 'AOuW', PasswordVerifier: 'AId3' },
    })
    expect(answer.UserConfirmationNecessary).toBe(expected)
  })

  it('takes the key that came with the access token, and no other', async () => {
    const pool = poolWith()
    const { AuthenticationResult: ann } = await signInOn(pool)
    const { AuthenticationResult: again } = await signInOn(pool)
    const { AuthenticationResult: ben } = await signInOn(pool, undefined, 'ben')
    const keys = [again, ben].map((result) => result?.NewDeviceMetadata?.DeviceKey)
    for (const DeviceKey of [...keys, somebodysKey]) {
      const input = { AccessToken: ann?.AccessToken, DeviceKey }
      expect(await refusalOf(confirmDevice(pool, input))).toBe(invalidKey)
    }
  })

  it('confirms a device once', async () => {
    const pool = poolWith()
    const { device, AccessToken } = await signInAndKeep(pool)
    const again = confirmDevice(pool, { AccessToken, DeviceKey: device.key })
    expect(await refusalOf(again)).toBe('DeviceKeyExistsException: Device key already exists.')
  })

  it.each([
    [undefined, 'Missing required parameter DeviceSecretVerifierConfig'],
    [{}, 'Invalid DeviceSecretVerifierConfig: Salt must be '],
    [{ Salt: 'AOuW' }, 'Invalid DeviceSecretVerifierConfig: PasswordVerifier must be '],
    [{ Salt: '6A==', PasswordVerifier: 'AId3' }, 'Invalid DeviceSecretVerifierConfig: Salt must '],
    [{ Salt: 'AOuW', PasswordVerifier: 'h3c=' }, 'Invalid DeviceSecretVerifierConfig: PasswordV'],
    [{ Salt: 'AOuW', PasswordVerifier: 'AA==' }, 'Invalid DeviceSecretVerifierConfig: PasswordV'],
    [{ Salt: 'eb96!', PasswordVerifier: 'AId3' }, 'Invalid DeviceSecretVerifierConfig: Salt must'],
    [
      { Salt: 'AOuW', PasswordVerifier: Buffer.alloc(385, 1).toString('base64') },
      'Invalid DeviceSecretVerifierConfig: PasswordVerifier must be ',
    ],
  ])('refuses %j as its secret, and takes a right one afterwards', async (config, message) => {
    const pool = poolWith()
    const { AuthenticationResult: result } = await signInOn(pool)
    const DeviceKey = result?.NewDeviceMetadata?.DeviceKey
    const input = { AccessToken: result?.AccessToken, DeviceKey }
    const refusal = confirmDevice(pool, { ...input, DeviceSecretVerifierConfig: config })
    expect(await refusalOf(refusal)).toContain(`InvalidParameterException: ${message}`)
    expect((await keepDevice(pool, result)).key).toBe(DeviceKey)
  })

  it('does nothing where devices are not tracked', async () => {
    const pool = poolWith({ deviceTracking: 'off' })
    const { AuthenticationResult } = await signInOn(pool)
    const input = { AccessToken: AuthenticationResult?.AccessToken, DeviceKey: somebodysKey }
    expect(await refusalOf(confirmDevice(pool, input))).toBe(invalidKey)
  })
})

describe('a device', () => {
  it('is shown with what it is called and when it was used', async () => {
    const pool = poolWith()
    const { device, AccessToken } = await signInAndKeep(pool, 'ann', 'Phone')
    const now = pool.clock.now()
    const { Device } = await getDevice(pool, AccessToken, device.key)
    expect(Device).toEqual({
      DeviceKey: device.key,
      DeviceAttributes: [
        { Name: 'device_status', Value: 'valid' },
        { Name: 'device_name', Value: 'Phone' },
        { Name: 'last_ip_used', Value: '127.0.0.1' },
      ],
      DeviceCreateDate: expect.any(Date),
      DeviceLastModifiedDate: expect.any(Date),
      DeviceLastAuthenticatedDate: expect.any(Date),
    })
    expect(Math.abs(Number(Device?.DeviceCreateDate) / 1000 - now)).toBeLessThanOrEqual(2)
    expect((await listDevices(pool, AccessToken)).Devices).toEqual([Device])
  })

  it('is shown to its user while it is remembered, and can be remembered again', async () => {
    const pool = poolWith({ deviceTracking: 'opt-in' })
    const { device, AccessToken } = await signInAndKeep(pool)
    const shown = async () => (await listDevices(pool, AccessToken)).Devices?.length
    expect(await shown()).toBe(0)
    for (const _time of [1, 2]) {
      await updateDevice(pool, AccessToken, device.key, 'remembered')
      expect(await shown()).toBe(1)
      await updateDevice(pool, AccessToken, device.key)
      expect((await getDevice(pool, AccessToken, device.key)).Device?.DeviceKey).toBe(device.key)
      await updateDevice(pool, AccessToken, device.key, 'not_remembered')
      expect(await shown()).toBe(0)
      expect(await refusalOf(getDevice(pool, AccessToken, device.key))).toBe(notFound)
    }
  })

  it('is gone once it is forgotten, and is not confirmed again', async () => {
    const pool = poolWith()
    const { device, AccessToken } = await signInAndKeep(pool)
    await forgetDevice(pool, AccessToken, device.key)
    expect((await listDevices(pool, AccessToken)).Devices).toEqual([])
    for (const call of [getDevice, forgetDevice, updateDevice]) {
      expect(await refusalOf(call(pool, AccessToken, device.key))).toBe(notFound)
    }
    const again = confirmDevice(pool, { AccessToken, DeviceKey: device.key })
    expect(await refusalOf(again)).toBe(invalidKey)
  })

  it('is none before it is confirmed', async () => {
    const pool = poolWith()
    const { AuthenticationResult } = await signInOn(pool)
    const { AccessToken = '', NewDeviceMetadata } = AuthenticationResult ?? {}
    expect((await listDevices(pool, AccessToken)).Devices).toEqual([])
    for (const call of [getDevice, forgetDevice, updateDevice]) {
      const refusal = call(pool, AccessToken, NewDeviceMetadata?.DeviceKey ?? '')
      expect(await refusalOf(refusal)).toBe(notFound)
    }
  })

  it('is of one user, whoever else knows its key', async () => {
    const pool = poolWith()
    const { device, AccessToken } = await signInAndKeep(pool)
    const { AccessToken: bens } = await signInAndKeep(pool, 'ben')
    for (const call of [getDevice, forgetDevice, updateDevice]) {
      expect(await refusalOf(call(pool, bens, device.key))).toBe(notFound)
    }
    expect((await listDevices(pool, AccessToken)).Devices).toHaveLength(1)
  })

  it('must have a key that could be one', async () => {
    const pool = poolWith()
    const { AccessToken } = await signInAndKeep(pool)
    expect(await refusalOf(getDevice(pool, AccessToken, 'x'))).toBe(
      "InvalidParameterException: 1 validation error detected: Value 'x' at 'deviceKey' failed " +
        'to satisfy constraint: Member must satisfy regular expression pattern: ' +
        '[\\w-]+_[0-9a-f-]+',
    )
  })
})

describe('ListDevices', () => {
  const poolWithFive = async () => {
    const pool = poolWith()
    const kept = []
    for (const _device of [1, 2, 3, 4, 5]) {
      kept.push(await signInAndKeep(pool))
      pool.clock.advance(60)
    }
    const keys = kept.map(({ device }) => device.key)
    return { pool, keys, AccessToken: kept.at(-1)?.AccessToken ?? '' }
  }
  const keysOf = ({ Devices = [] }: Awaited<ReturnType<typeof listDevices>>) =>
    Devices.map(({ DeviceKey }) => DeviceKey)

  it('gives as many as are asked for, with a token for the rest', async () => {
    const { pool, keys, AccessToken } = await poolWithFive()
    const first = await listDevices(pool, AccessToken, { Limit: 2 })
    const { PaginationToken } = first
    expect(keysOf(first)).toEqual(keys.slice(0, 2))
    await forgetDevice(pool, AccessToken, keys[1] ?? '')
    const second = await listDevices(pool, AccessToken, { Limit: 2, PaginationToken })
    expect(keysOf(second)).toEqual(keys.slice(2, 4))
    const last = await listDevices(pool, AccessToken, {
      Limit: 2,
      PaginationToken: second.PaginationToken,
    })
    expect(keysOf(last)).toEqual(keys.slice(4))
    expect(last).not.toHaveProperty('PaginationToken')
  })

  it('gives all of them where that fits', async () => {
    const { pool, keys, AccessToken } = await poolWithFive()
    for (const input of [{}, { Limit: 0 }, { Limit: 5 }]) {
      const answer = await listDevices(pool, AccessToken, input)
      expect(keysOf(answer)).toEqual(keys)
      expect(answer).not.toHaveProperty('PaginationToken')
    }
  })

  it("takes no token that is made up, changed or another user's", async () => {
    const { pool, AccessToken } = await poolWithFive()
    const { AccessToken: bens } = await signInAndKeep(pool, 'ben')
    const { PaginationToken: token = '' } = await listDevices(pool, AccessToken, { Limit: 1 })
    const refused = 'InvalidParameterException: Invalid pagination token given.'
    for (const PaginationToken of ['x', `A${token.slice(1)}`, `${token}AAAA`]) {
      expect(await refusalOf(listDevices(pool, AccessToken, { PaginationToken }))).toBe(refused)
    }
    expect(await refusalOf(listDevices(pool, bens, { PaginationToken: token }))).toBe(refused)
  })

  it.each([
    [61, "Value '61' at 'limit' failed to satisfy constraint: Member must have value less than "],
    [-1, "Value '-1' at 'limit' failed to satisfy constraint: Member must have value greater th"],
  ])('takes no limit of %d', async (Limit, message) => {
    const pool = poolWith()
    const { AccessToken } = await signInAndKeep(pool)
    expect(await refusalOf(listDevices(pool, AccessToken, { Limit }))).toContain(
      `InvalidParameterException: 1 validation error detected: ${message}`,
    )
  })
})
