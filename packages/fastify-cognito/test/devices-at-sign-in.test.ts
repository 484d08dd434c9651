import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { createPool, devicesOf, password, signIn, start } from './device-stories.ts'
import { startApp, withBearer } from './start-app.ts'

const username = 'ada@example.com'

test('a second factor is asked for once in a browser', async () => {
  const { pool, browser } = await start(createPool())
  const first = await signIn({ pool, browser })
  expect(first).toMatchObject({
    status: 'signed-in',
    kind: 'totp-code',
    device: { key: expect.any(String), needsConsent: false },
  })
  expect(devicesOf(browser)).toHaveLength(1)
  await browser.post('/auth/sign-out')
  expect(devicesOf(browser)).toHaveLength(1)

  const second = await signIn({ pool, browser })
  expect(second).toMatchObject({ status: 'signed-in', user: { username: 'ada' } })
  expect(second).not.toHaveProperty('kind')
  expect(second).not.toHaveProperty('device')
})

test('by another name once that was signed in with', async () => {
  const { pool, browser } = await start(createPool())
  await signIn({ pool, browser }, { username: 'ada', password })
  expect(await signIn({ pool, browser }, { username: 'ada', password })).not.toHaveProperty('kind')
  expect(await signIn({ pool, browser })).toHaveProperty('kind')
  expect(devicesOf(browser)).toHaveLength(1)
  for (const name of ['ada', username]) {
    const again = await signIn({ pool, browser }, { username: name, password })
    expect(again).not.toHaveProperty('kind')
  }
})

test('by the real name too, where an alias was typed at first', async () => {
  const { pool, browser } = await start(createPool())
  await signIn({ pool, browser })
  expect(await signIn({ pool, browser }, { username: 'ada', password })).not.toHaveProperty('kind')
})

test('the device of one user is never another’s', async () => {
  const { pool, browser } = await start(createPool())
  await signIn({ pool, browser })
  const bob = { username: 'bob@example.com', password }
  expect(await signIn({ pool, browser }, bob)).toMatchObject({ kind: 'totp-code' })
  expect(devicesOf(browser)).toHaveLength(2)
  expect(await signIn({ pool, browser }, bob)).not.toHaveProperty('kind')
  expect(await signIn({ pool, browser })).not.toHaveProperty('kind')
})

test('the token of one user does nothing for another, nor one that is none', async () => {
  const { pool, browser } = await start(createPool(), withBearer)
  const { deviceToken } = await signIn({ pool, browser })
  const bob = { username: 'bob@example.com', password }
  for (const token of [deviceToken, `${deviceToken.slice(0, -2)}AA`, 'x']) {
    const body = { ...bob, deviceToken: token }
    expect(await signIn({ pool, browser }, body)).toMatchObject({
      kind: 'totp-code',
      user: { username: 'bob' },
    })
  }
})

test('a pool that asks first says so', async () => {
  const { pool, browser } = await start(createPool({ deviceTracking: 'opt-in' }))
  const { device } = await signIn({ pool, browser })
  expect(device.needsConsent).toBe(true)
  expect(await signIn({ pool, browser })).toMatchObject({ kind: 'totp-code' })
})

test('nothing of a device is in a log or an answer, but for its key', async () => {
  const pool = createPool()
  const log = createLog()
  const app = await startApp({ pool, server: { logger: log.options } })
  const browser = createBrowser(app)
  await signIn({ pool, browser })
  await signIn({ pool, browser })
  expect(log.text()).not.toMatch(/groupKey|deviceToken|cognito-device-/)
})
