import rateLimit from '@fastify/rate-limit'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { everyFeature } from './openapi/every-feature.ts'
import { startApp, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'

const start = async () => {
  const pool = createTestUserPool({
    firstFactors: ['password', 'passkey'],
    sessionTracking: true,
    users: ['ada', 'bob'].map((username) => ({ username, password })),
  })
  const app: FastifyInstance = await startApp({
    pool,
    options: { ...withCookies, rateLimit: {}, routes: { features: everyFeature } },
    before: (early) => early.register(rateLimit, { global: false }),
  })
  const signedIn = async (username: string) => {
    const browser = createBrowser(app)
    await browser.post('/auth/sign-in', { username, password, method: 'password' })
    return browser
  }
  return { pool, signedIn }
}

/** How many requests pass before the first that does not. */
const passes = async (most: number, send: () => Promise<LightMyRequestResponse>) => {
  for (let time = 0; time < most; time += 1) {
    if ((await send()).body.includes('"RATE_LIMITED"')) return time
  }
  return most
}

const credential = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
}

const confirm = (browser: Browser) => browser.post('/auth/mfa/totp/confirm', { code: '000000' })

test('codes of an app are tried as often as any code', async () => {
  const { pool, signedIn } = await start()
  const [ada, bob] = [await signedIn('ada'), await signedIn('bob')]
  expect(await passes(9, () => confirm(ada))).toBe(5)
  const calls = { ...pool.calls }
  const answer = await confirm(ada)
  expect(answer.headers['retry-after']).toBeDefined()
  expect(answer.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED', retriable: true })
  expect(pool.calls).toEqual(calls)
  expect((await confirm(bob)).json().code).not.toBe('RATE_LIMITED')
})

test('what changes how somebody signs in, or where they are, counts together', async () => {
  const { signedIn } = await start()
  const ada = await signedIn('ada')
  const changes = [
    () => ada.put('/auth/mfa', { enabled: [], preferred: 'none' }),
    () => ada.post('/auth/mfa/totp'),
    () => ada.post('/auth/passkeys/start'),
    () => ada.post('/auth/passkeys/finish', { credential }),
    () => ada.delete('/auth/passkeys/AAAA'),
    () => ada.put('/auth/devices/us-east-1_0a', { remembered: true }),
    () => ada.delete('/auth/devices/us-east-1_0a'),
    () => ada.delete('/auth/sessions/tkn0'),
    () => ada.post('/auth/sign-out/elsewhere'),
  ]
  const next = () => {
    const [send] = changes
    changes.push(...changes.splice(0, 1))
    return send ? send() : ada.get('/auth/me')
  }
  expect(await passes(25, next)).toBe(20)
  for (const send of changes) expect((await send()).statusCode).toBe(429)
  expect((await (await signedIn('bob')).post('/auth/mfa/totp')).statusCode).toBe(200)
})

test('what only tells something is not limited', async () => {
  const { signedIn } = await start()
  const ada = await signedIn('ada')
  for (const path of ['/mfa', '/passkeys', '/devices', '/sessions']) {
    expect(await passes(30, () => ada.get(`/auth${path}`))).toBe(30)
  }
})
