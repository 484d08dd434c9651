import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'
import { totpOf } from './totp-of.ts'

const password = 'Correct-horse-1'
const username = 'ada'

test.each([
  { how: 'by cookie', methods: ['totp'], options: withCookies },
  { how: 'by token', methods: ['totp'], options: withBearer },
  { how: 'after a choice', methods: ['totp', 'email'], options: withCookies },
] as const)('an authenticator app is added, $how', async ({ methods, options }) => {
  const pool = createTestUserPool({
    mfa: 'required',
    mfaMethods: methods,
    users: [{ username, password }],
  })
  const browser = createBrowser(await startApp({ pool, options }))
  const first = (await browser.post('/auth/sign-in', { username, password })).json()
  const isChoice = first.challenge.kind === 'mfa-setup-choice'
  expect(isChoice).toBe(methods.length > 1)
  const asked = isChoice
    ? (await browser.post('/auth/challenge', { answer: { method: 'totp' } })).json()
    : first
  expect(asked.challenge).toEqual({
    kind: 'totp-setup',
    expiresAt: expect.any(Number),
    secret: expect.stringMatching(/^[A-Z2-7]+$/),
    uri: expect.stringMatching(/^otpauth:\/\/totp\/.*ada\?secret=/),
    qr: expect.stringMatching(/^<svg/),
  })
  const { challengeToken } = asked
  const more = challengeToken ? { challengeToken } : {}
  const wrong = await browser.post('/auth/challenge', { answer: { code: '000000' }, ...more })
  expect(wrong.json()).toMatchObject({ code: 'COGNITO_CODE_MISMATCH', retriable: true })
  const code = totpOf(asked.challenge.secret, pool)
  const answer = { code, deviceName: 'Phone' }
  const done = await browser.post('/auth/challenge', { answer, ...more })
  expect(done.json()).toMatchObject({ status: 'signed-in', user: { username } })
})
