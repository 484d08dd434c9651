import { ForgetDeviceCommand, ListDevicesCommand } from '@aws-sdk/client-cognito-identity-provider'
import {
  type Cognito,
  type CognitoWarning,
  createCognito,
  type NewDevice,
  type SignInInput,
  type SignInResult,
} from '@x/cognito-core'
import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'

const password = 'Correct-horse-1'
const username = 'ann'
const address = 'ann@example.com'

const start = (options: TestUserPoolOptions = {}) => {
  const warnings: CognitoWarning[] = []
  const pool = createTestUserPool({
    deviceTracking: 'always',
    aliases: ['email'],
    firstFactors: ['password', 'email-code'],
    clients: [{ secret: true }],
    users: [
      { username, password, mfa: 'totp', attributes: { email: address, email_verified: 'true' } },
      { username: 'bob', password },
    ],
    ...options,
  })
  const cognito = createCognito({ ...pool.options, onWarning: (said) => warnings.push(said) })
  const answerTotp = async (result: SignInResult) => {
    const answered = await cognito.answerChallenge(challengeIn(result, 'totp-code'), {
      code: pool.totpCodeFor(username),
    })
    pool.clock.advance(30)
    return answered
  }
  const signIn = async () =>
    newDeviceIn(await answerTotp(await cognito.signIn({ username, password })))
  return { pool, cognito, warnings, signIn, answerTotp }
}

const signedIn = (result: SignInResult) => {
  if (result.status !== 'signed-in') throw new Error(`expected tokens, got ${result.status}`)
  return result
}

const newDeviceIn = (result: SignInResult): NewDevice & { accessToken: string } => {
  const { newDevice, tokens } = signedIn(result)
  if (!newDevice) throw new Error('expected a new device')
  return { ...newDevice, accessToken: tokens.accessToken }
}

const forget = (
  { pool }: Pick<ReturnType<typeof start>, 'pool'>,
  device: Awaited<ReturnType<ReturnType<typeof start>['signIn']>>,
) =>
  pool.options.client.send(
    new ForgetDeviceCommand({ AccessToken: device.accessToken, DeviceKey: device.key }),
  )

const keyIn = async (cognito: Cognito, result: SignInResult) =>
  (await cognito.verifyAccessToken(signedIn(result).tokens.accessToken))['device_key']

describe('a new device', () => {
  it('is confirmed before the sign-in returns', async () => {
    const { pool, signIn } = start()
    const { accessToken, ...device } = await signIn()
    expect(device).toEqual({
      key: expect.stringMatching(/^us-east-1_[0-9a-f-]{36}$/),
      groupKey: expect.any(String),
      password: expect.stringMatching(/^[\w+/]{53,54}=*$/),
      needsConsent: false,
    })
    const { Devices } = await pool.options.client.send(
      new ListDevicesCommand({ AccessToken: accessToken }),
    )
    expect(Devices?.map(({ DeviceKey }) => DeviceKey)).toEqual([device.key])
  })

  it('asks for consent where the pool does', async () => {
    const { signIn } = start({ deviceTracking: 'opt-in' })
    expect(await signIn()).toMatchObject({ needsConsent: true })
  })

  it('that cannot be confirmed is warned of, and the sign-in stands', async () => {
    const { pool, cognito, warnings } = start()
    pool.failNext('ConfirmDevice', 'InternalErrorException')
    const result = signedIn(await cognito.signIn({ username: 'bob', password }))
    expect(result).not.toHaveProperty('newDevice')
    expect(warnings).toEqual([
      {
        code: 'COGNITO_DEVICE_NOT_CONFIRMED',
        message: expect.stringContaining('COGNITO_UNAVAILABLE'),
        params: { reason: 'COGNITO_UNAVAILABLE' },
      },
    ])
    expect(JSON.stringify(warnings)).not.toMatch(/bob|eyJ|us-east-1_/)
  })

  it('is none in a pool that remembers none', async () => {
    const { cognito } = start({ deviceTracking: 'off' })
    expect(await cognito.signIn({ username: 'bob', password })).not.toHaveProperty('newDevice')
  })
})

describe('a remembered device', () => {
  const ways: Record<string, SignInInput> = {
    'by SRP': { username, password },
    'by an alias': { username: address, password },
    'by a password that is sent': { method: 'password', username, password },
    'by choice': { method: 'choice', username, prefer: 'password', password },
  }
  it.each(Object.entries(ways))('stands in for the second factor, %s', async (_way, input) => {
    const { cognito, signIn } = start()
    const device = await signIn()
    const result = await cognito.signIn({ ...input, device } as SignInInput)
    expect(result).not.toHaveProperty('newDevice')
    expect(await keyIn(cognito, result)).toBe(device.key)
  })

  it('travels through a challenge, and proves itself after the answer', async () => {
    const { pool, cognito, signIn } = start({ deviceStandsForMfa: false })
    const { accessToken: _token, needsConsent: _consent, ...device } = await signIn()
    const step = await cognito.signIn({ username, password, device })
    const asked = challengeIn(step, 'totp-code')
    expect(asked.device).toEqual(device)
    const result = await cognito.answerChallenge(asked, { code: pool.totpCodeFor(username) })
    expect(await keyIn(cognito, result)).toBe(device.key)
  })

  it('proves itself after a password that was chosen', async () => {
    const { cognito, signIn } = start()
    const device = await signIn()
    const step = await cognito.signIn({ method: 'choice', username, prefer: 'password', device })
    const result = await cognito.answerChallenge(challengeIn(step, 'password'), { password })
    expect(await keyIn(cognito, result)).toBe(device.key)
  })

  it('with another secret proves nothing, and keeps nobody out who has the password and the rest', async () => {
    const { cognito, signIn, answerTotp } = start()
    const device = { ...(await signIn()), password: 'AAECAwQFBgc=' }
    const step = await cognito.signIn({ username, password, device })
    expect(step).toMatchObject({ status: 'challenge', droppedDevice: true })
    expect(await answerTotp(step)).toMatchObject({ status: 'signed-in' })
  })

  it('with another secret after an answer ends the attempt, by name', async () => {
    const { pool, cognito, signIn } = start()
    const device = { ...(await signIn()), password: 'AAECAwQFBgc=' }
    const asked = await cognito.signIn({ method: 'choice', username, prefer: 'password', device })
    await expect(
      cognito.answerChallenge(challengeIn(asked, 'password'), { password }),
    ).rejects.toMatchObject({ code: 'COGNITO_DEVICE_NOT_FOUND' })
    expect(pool.calls['InitiateAuth']).toBe(2)
  })
})

describe('a device that the pool has forgotten', () => {
  const ways: Record<string, SignInInput> = {
    'by SRP': { username, password },
    'by a password that is sent': { method: 'password', username, password },
    'by choice': { method: 'choice', username, prefer: 'password', password },
  }
  it.each(Object.entries(ways))('is dropped, and told so, %s', async (_way, input) => {
    const { cognito, answerTotp, signIn, ...started } = start()
    const device = await signIn()
    await forget(started, device)
    const before = started.pool.calls['InitiateAuth'] ?? 0
    const step = await cognito.signIn({ ...input, device } as SignInInput)
    expect(started.pool.calls['InitiateAuth']).toBe(before + 2)
    expect(step).toMatchObject({ status: 'challenge', droppedDevice: true })
    expect(challengeIn(step, 'totp-code')).not.toHaveProperty('device')
    expect(newDeviceIn(await answerTotp(step)).key).not.toBe(device.key)
  })

  it('is dropped from an answer, which stands without it', async () => {
    const { pool, cognito, signIn } = start({ deviceStandsForMfa: false })
    const device = await signIn()
    const asked = challengeIn(await cognito.signIn({ username, password, device }), 'totp-code')
    await forget({ pool }, device)
    const result = await cognito.answerChallenge(asked, { code: pool.totpCodeFor(username) })
    expect(result).toMatchObject({ status: 'signed-in', droppedDevice: true })
    expect(newDeviceIn(result).key).not.toBe(device.key)
  })

  it('is dropped from the answer of a chosen password', async () => {
    const { cognito, signIn, answerTotp, ...started } = start()
    const device = await signIn()
    const step = await cognito.signIn({ method: 'choice', username, prefer: 'password', device })
    await forget(started, device)
    const result = await cognito.answerChallenge(challengeIn(step, 'password'), { password })
    expect(result).toMatchObject({ status: 'challenge', droppedDevice: true })
    expect(await answerTotp(result)).toMatchObject({ status: 'signed-in' })
  })

  it.each([
    ['a text', 'device', 'COGNITO_INVALID_INPUT.object'],
    [{}, 'device.key', 'COGNITO_INVALID_INPUT.text'],
    [{ key: 'k', groupKey: 7 }, 'device.groupKey', 'COGNITO_INVALID_INPUT.text'],
  ])('or that is none is refused by name: %j', async (device, field, key) => {
    const { pool, cognito, signIn } = start({ deviceStandsForMfa: false })
    const input = { username, password, device } as never
    await expect(cognito.signIn(input)).rejects.toMatchObject({ key, params: { field } })
    expect(pool.calls['InitiateAuth']).toBe(0)
    await signIn()
    const asked = challengeIn(await cognito.signIn({ username, password }), 'totp-code')
    await expect(
      cognito.answerChallenge({ ...asked, device } as never, { code: '123456' } as never),
    ).rejects.toMatchObject({ key, params: { field: `challenge.${field}` } })
  })
})
