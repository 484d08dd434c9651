import { expect, test } from 'vitest'
import { createPool, credentials, devicesOf, signIn, start } from './device-stories.ts'
import { withBearer } from './start-app.ts'

test('a device that is gone at Cognito is forgotten, and the user proves more again', async () => {
  const { pool, browser } = await start(createPool())
  const { device } = await signIn({ pool, browser })
  await browser.delete(`/auth/devices/${device.key}`)
  expect(devicesOf(browser)).toHaveLength(0)

  await signIn({ pool, browser })
  const elsewhere = browser.copy()
  const { devices } = (await browser.get('/auth/devices')).json()
  for (const { key } of devices) await browser.delete(`/auth/devices/${key}`)
  const asked = await elsewhere.post('/auth/sign-in', credentials)
  expect(asked.json().challenge.kind).toBe('totp-code')
  expect(devicesOf(elsewhere)).toHaveLength(0)
})

test('a session is refreshed with its device, by itself and when asked', async () => {
  const { pool, browser } = await start(createPool())
  await signIn({ pool, browser })
  const refreshed = await browser.post('/auth/refresh')
  expect([refreshed.statusCode, refreshed.json().user?.username]).toEqual([200, 'ada'])
  pool.clock.advance(3590)
  expect((await browser.get('/auth/me')).statusCode).toBe(200)
})

test('a client without cookies keeps a token of its device', async () => {
  const { pool, browser } = await start(createPool(), withBearer)
  const first = await signIn({ pool, browser })
  const { deviceToken, tokens } = first
  expect(deviceToken).toMatch(/^[\w-]+$/)
  expect(Buffer.from(deviceToken, 'base64url').toString('latin1')).not.toContain(first.device.key)

  const again = await signIn({ pool, browser }, { ...credentials, deviceToken })
  expect(again).not.toHaveProperty('kind')
  expect(again.deviceToken).toMatch(/^[\w-]+$/)

  const { refreshToken } = tokens
  const refreshed = await browser.post('/auth/refresh', { refreshToken, deviceToken })
  expect(refreshed.statusCode).toBe(200)
  const bare = await browser.post('/auth/refresh', { refreshToken: again.tokens.refreshToken })
  expect(bare.json().code).toBe('COGNITO_TOKEN_REJECTED')
})
