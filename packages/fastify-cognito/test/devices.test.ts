import { describe, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createPool, credentials, devicesOf, signIn, start } from './device-stories.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const hour = 3600

const list = async (browser: { get: (path: string) => Promise<{ json: () => { devices: [] } }> }) =>
  (await browser.get('/auth/devices')).json().devices as { key: string; isCurrent: boolean }[]

test('each says what is known of it, and which is that of the caller', async () => {
  const pool = createPool()
  const laptop = await start(pool)
  const phone = await start(pool)
  await signIn(laptop)
  await signIn(phone)
  const devices = await list(laptop.browser)
  expect(devices).toHaveLength(2)
  expect(devices.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
  for (const device of devices) {
    expect(device).toMatchObject({
      key: expect.stringMatching(/^us-east-1_[0-9a-f-]{36}$/),
      createdAt: expect.any(Number),
    })
    expect(device).not.toHaveProperty('attributes')
  }
  const own = async (browser: typeof laptop.browser) =>
    (await list(browser)).find(({ isCurrent }) => isCurrent)?.key
  expect(await own(laptop.browser)).not.toBe(await own(phone.browser))
})

test('where the pool keeps track of none, there are none', async () => {
  const story = await start(createPool({ deviceTracking: 'off' }))
  await signIn(story)
  expect(await list(story.browser)).toEqual([])
})

describe('one that is forgotten', () => {
  test('is asked for the second factor again, and its browser keeps nothing of it', async () => {
    const story = await start(createPool())
    await signIn(story)
    const { browser } = story
    expect(devicesOf(browser)).toHaveLength(1)
    const [device] = await list(browser)
    const answer = await browser.delete(`/auth/devices/${device?.key}`)
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(devicesOf(browser)).toEqual([])
    expect(await list(browser)).toEqual([])
    expect((await signIn(story)).kind).toBe('totp-code')
  })

  test('stays in the browser of whoever forgot another one', async () => {
    const pool = createPool()
    const [laptop, phone] = [await start(pool), await start(pool)]
    await signIn(laptop)
    await signIn(phone)
    const other = (await list(laptop.browser)).find(({ isCurrent }) => !isCurrent)
    expect((await laptop.browser.delete(`/auth/devices/${other?.key}`)).statusCode).toBe(204)
    expect(devicesOf(laptop.browser)).toHaveLength(1)
    expect((await signIn(laptop)).kind).toBeUndefined()
    expect((await signIn(phone)).kind).toBe('totp-code')
  })

  test('leaves no session of its own beyond the next refresh', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const pool = createPool()
      const [laptop, phone] = [await start(pool), await start(pool)]
      await signIn(laptop)
      await signIn(phone)
      const other = (await list(laptop.browser)).find(({ isCurrent }) => !isCurrent)
      await laptop.browser.delete(`/auth/devices/${other?.key}`)
      vi.advanceTimersByTime((hour + 1) * 1000)
      const ended = await phone.browser.get('/auth/me')
      expect([ended.statusCode, ended.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
      expect((await laptop.browser.get('/auth/me')).statusCode).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })

  test('twice is not there, and its browser keeps nothing of it either', async () => {
    const { browser, pool } = await start(createPool())
    await signIn({ browser, pool })
    const late = browser.copy()
    const [device] = await list(browser)
    await browser.delete(`/auth/devices/${device?.key}`)
    expect(devicesOf(late)).toHaveLength(1)
    const answer = await late.delete(`/auth/devices/${device?.key}`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'COGNITO_DEVICE_NOT_FOUND'])
    expect(devicesOf(late)).toEqual([])
  })

  test('could not be, where Cognito did not answer, and is kept', async () => {
    const { browser, pool } = await start(createPool())
    await signIn({ browser, pool })
    const [device] = await list(browser)
    pool.failNext('ForgetDevice', 'TooManyRequestsException')
    const answer = await browser.delete(`/auth/devices/${device?.key}`)
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'COGNITO_RATE_LIMITED'])
    expect(devicesOf(browser)).toHaveLength(1)
  })
})

test('where the user is asked, one that is remembered stands for the second factor from then on', async () => {
  const story = await start(createPool({ deviceTracking: 'opt-in' }))
  const { device } = await signIn(story)
  expect(device).toEqual({ key: expect.any(String), needsConsent: true })
  expect(await list(story.browser)).toEqual([])
  const path = `/auth/devices/${device.key}`
  const answer = await story.browser.put(path, { remembered: true })
  expect([answer.statusCode, answer.body]).toEqual([204, ''])
  expect(await list(story.browser)).toMatchObject([{ key: device.key, isCurrent: true }])
  expect((await signIn(story)).kind).toBeUndefined()

  await story.browser.put(path, { remembered: false })
  expect((await signIn(story)).kind).toBe('totp-code')
})

test('by token, too', async () => {
  const pool = createPool()
  const client = createBrowser(await startApp({ pool, options: withBearer }))
  const { tokens, device } = await signIn({ browser: client, pool })
  const more = { headers: { authorization: `Bearer ${tokens.accessToken}` } }
  const { devices } = (await client.get('/auth/devices', undefined, more)).json()
  expect(devices).toMatchObject([{ key: device.key, isCurrent: true }])
  const path = `/auth/devices/${device.key}`
  expect((await client.put(path, { remembered: false }, more)).statusCode).toBe(204)
  const forgotten = await client.delete(path, undefined, more)
  expect(forgotten.statusCode).toBe(204)
  expect(forgotten.headers['set-cookie']).toBeUndefined()
})

test.each([
  'nonsense',
  'eu-west-1_XYZ',
  '_0a',
  'eu-west-1_',
  'a%2Fb_0',
  `a_${'0'.repeat(54)}`,
  'x'.repeat(2000),
])('a path that can be none of a device is nowhere, and Cognito not asked: %s', async (key) => {
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool, options: withCookies }))
  await signIn({ browser, pool }, credentials)
  const calls = { ...pool.calls }
  for (const answer of [
    await browser.delete(`/auth/devices/${key}`),
    await browser.put(`/auth/devices/${key}`, { remembered: true }),
  ]) {
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND'])
  }
  expect(pool.calls).toEqual(calls)
})

test('one of somebody else is not there', async () => {
  const pool = createPool()
  const [ada, bob] = [await start(pool), await start(pool)]
  await signIn(ada)
  await signIn(bob, { ...credentials, username: 'bob@example.com' })
  const [device] = await list(bob.browser)
  const answer = await ada.browser.delete(`/auth/devices/${device?.key}`)
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'COGNITO_DEVICE_NOT_FOUND'])
  expect(await list(bob.browser)).toHaveLength(1)
})

test('an account that is deleted leaves no device behind in its browser', async () => {
  const pool = createPool()
  const { browser } = await start(pool)
  await signIn({ browser, pool }, { ...credentials, username: 'bob@example.com' })
  await signIn({ browser, pool }, credentials)
  expect(devicesOf(browser)).toHaveLength(2)
  expect((await browser.delete('/auth/me')).statusCode).toBe(204)
  expect(devicesOf(browser)).toHaveLength(1)
  const bob = { ...credentials, username: 'bob@example.com' }
  expect(await signIn({ browser, pool }, bob)).not.toHaveProperty('kind')
})
