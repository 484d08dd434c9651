import { type Cognito, createCognito, type SignInResult } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { beforeEach, describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'
const username = 'ada'

const signedIn = (result: SignInResult) => {
  if (result.status !== 'signed-in' || !result.newDevice) throw new Error('expected a new device')
  return { ...result.tokens, device: result.newDevice }
}

describe('devices of who is signed in', () => {
  let pool: TestUserPool
  let cognito: Cognito
  beforeEach(() => {
    pool = createTestUserPool({
      deviceTracking: 'opt-in',
      clients: [{ secret: true, rotation: { graceSeconds: 0 } }],
      users: [{ username, password }],
    })
    cognito = createCognito(pool.options)
  })

  it('are remembered when the user agrees, and forgotten when they ask', async () => {
    const since = Math.floor(pool.clock.now())
    const { accessToken, device } = signedIn(await cognito.signIn({ username, password }))
    const { key } = device
    expect(device.needsConsent).toBe(true)
    await expect(cognito.devices.list({ accessToken })).resolves.toEqual([])

    await cognito.devices.update({ accessToken, key, remembered: true })
    const [known, ...others] = await cognito.devices.list({ accessToken })
    expect(others).toEqual([])
    expect(known).toMatchObject({
      key,
      lastIp: '127.0.0.1',
      attributes: { last_ip_used: '127.0.0.1' },
    })
    expect(known?.createdAt).toBeGreaterThanOrEqual(since)
    expect(known?.createdAt).toBeLessThanOrEqual(pool.clock.now())
    await expect(cognito.devices.get({ accessToken, key })).resolves.toEqual(known)

    await cognito.devices.forget({ accessToken, key })
    await expect(cognito.devices.list({ accessToken })).resolves.toEqual([])
    await expect(cognito.devices.get({ accessToken, key })).rejects.toMatchObject({
      code: 'COGNITO_DEVICE_NOT_FOUND',
    })
  })

  it('refresh under their own key alone, also with rotation, until they are forgotten', async () => {
    const { accessToken, refreshToken, device } = signedIn(
      await cognito.signIn({ username, password }),
    )
    const { key: deviceKey } = device
    if (!refreshToken) throw new Error('expected a refresh token')
    await expect(cognito.refresh({ refreshToken })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
    const { refreshToken: rotated } = await cognito.refresh({ refreshToken, deviceKey })
    if (!rotated) throw new Error('expected a rotated refresh token')
    await cognito.devices.forget({ accessToken, key: deviceKey })
    await expect(cognito.refresh({ refreshToken: rotated, deviceKey })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
  })

  it('can be confirmed by hand, for tokens that came from elsewhere', async () => {
    // As another client would leave it: the sign-in stands, and the device is not confirmed.
    pool.failNext('ConfirmDevice', 'InternalErrorException')
    const warnings: string[] = []
    const quiet = createCognito({
      ...pool.options,
      onWarning: ({ code }) => warnings.push(code),
    })
    const result = await quiet.signIn({ username, password })
    if (result.status !== 'signed-in') throw new Error(result.status)
    expect(warnings).toEqual(['COGNITO_DEVICE_NOT_CONFIRMED'])
    const { accessToken, refreshToken = '' } = result.tokens
    const claims = await cognito.verifyAccessToken(accessToken)
    const key = String(claims['device_key'])
    await expect(cognito.refresh({ refreshToken, deviceKey: key })).rejects.toThrow()

    const device = { key, groupKey: '-AnyGroup1' }
    await expect(
      cognito.devices.confirm({ accessToken, device, name: 'Laptop' }),
    ).resolves.toMatchObject({ key, needsConsent: true, password: expect.any(String) })
    await expect(cognito.refresh({ refreshToken, deviceKey: key })).resolves.toMatchObject({
      accessToken: expect.any(String),
    })
    await expect(cognito.devices.confirm({ accessToken, device })).rejects.toMatchObject({
      key: 'COGNITO_ALREADY_CONFIRMED.device',
    })
  })

  it.each(['us-east-1_00000000-0000-0000-0000-000000000000', 'no key at all'])(
    'are not found by another key: %s',
    async (key) => {
      const { accessToken } = signedIn(await cognito.signIn({ username, password }))
      const { devices } = cognito
      for (const attempt of [
        () => devices.get({ accessToken, key }),
        () => devices.update({ accessToken, key, remembered: true }),
        () => devices.forget({ accessToken, key }),
        () => devices.confirm({ accessToken, device: { key, groupKey: '-AnyGroup1' } }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({
          key: 'COGNITO_DEVICE_NOT_FOUND.unknown',
        })
      }
    },
  )
})
