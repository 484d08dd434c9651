import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { everyFeature } from './openapi/every-feature.ts'
import { startApp, withCookies } from './start-app.ts'

const username = 'ada'
const password = 'Correct-horse-1'
const missing = 'is missing.'
const unknown = 'is not known here; leave it out.'
const noText = 'should be a string.'
const sixDigits = 'should be six digits.'
const letters = 'has characters that cannot be in it.'
const device = '/devices/us-east-1_00000000-0000-4000-8000-000000000000'

const response = { clientDataJSON: 'AAAA', attestationObject: 'AAAA' }
const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response }

const startAll = (pool: TestUserPool) =>
  startApp({ pool, options: { ...withCookies, routes: { features: everyFeature } } })

const signedIn = async () => {
  const pool = createTestUserPool({
    firstFactors: ['password', 'passkey'],
    deviceTracking: 'always',
    users: [{ username, password }],
  })
  const browser = createBrowser(await startAll(pool))
  await browser.post('/auth/sign-in', { username, password, method: 'password' })
  return { browser, pool, calls: { ...pool.calls } }
}

const faulty: readonly ['post' | 'put' | 'delete', string, object, string, string][] = [
  ['put', '/mfa', { preferred: 'none' }, '/enabled', missing],
  ['put', '/mfa', { enabled: [] }, '/preferred', missing],
  ['put', '/mfa', { enabled: 'totp', preferred: 'none' }, '/enabled', 'should be a list.'],
  [
    'put',
    '/mfa',
    { enabled: ['totp', 'face'], preferred: 'none' },
    '/enabled/1',
    'should be one of totp, sms, email.',
  ],
  ['put', '/mfa', { enabled: ['sms', 'sms'], preferred: 'sms' }, '/enabled', 'has an entry twice.'],
  [
    'put',
    '/mfa',
    { enabled: ['sms'], preferred: 'passkey' },
    '/preferred',
    'should be one of totp, sms, email, none.',
  ],
  [
    'put',
    '/mfa',
    { enabled: ['sms'], preferred: 'totp' },
    '/preferred',
    'should be enabled as well.',
  ],
  ['put', '/mfa', { enabled: [], preferred: 'none', factors: [] }, '/factors', unknown],
  ['post', '/mfa/totp', { issuer: 'Eve' }, '/issuer', unknown],
  ['post', '/mfa/totp/confirm', {}, '/code', missing],
  ['post', '/mfa/totp/confirm', { code: 123456 }, '/code', noText],
  ['post', '/mfa/totp/confirm', { code: '12345' }, '/code', sixDigits],
  ['post', '/mfa/totp/confirm', { code: '1234567' }, '/code', sixDigits],
  ['post', '/mfa/totp/confirm', { code: '123 456' }, '/code', sixDigits],
  ['post', '/mfa/totp/confirm', { code: '١٢٣٤٥٦' }, '/code', sixDigits],
  [
    'post',
    '/mfa/totp/confirm',
    { code: '123456', deviceName: '' },
    '/deviceName',
    'should not be empty.',
  ],
  [
    'post',
    '/mfa/totp/confirm',
    { code: '123456', deviceName: 'x'.repeat(129) },
    '/deviceName',
    'should have at most 128 characters.',
  ],
  ['post', '/mfa/totp/confirm', { code: '123456', secret: 'x' }, '/secret', unknown],
  ['post', '/passkeys/start', { name: 'x' }, '/name', unknown],
  ['post', '/passkeys/finish', {}, '/credential', missing],
  ['post', '/passkeys/finish', { credential: 'x' }, '/credential', 'should be an object.'],
  ['post', '/passkeys/finish', { credential: [] }, '/credential', 'should be an object.'],
  ['post', '/passkeys/finish', { credential, name: 'x' }, '/name', unknown],
  [
    'post',
    '/passkeys/finish',
    { credential: { ...credential, id: '' } },
    '/credential/id',
    'should not be empty.',
  ],
  [
    'post',
    '/passkeys/finish',
    { credential: { ...credential, rawId: 'a+b=' } },
    '/credential/rawId',
    letters,
  ],
  [
    'post',
    '/passkeys/finish',
    { credential: { ...credential, type: 'password' } },
    '/credential/type',
    'should be public-key.',
  ],
  [
    'post',
    '/passkeys/finish',
    { credential: { ...credential, response: { clientDataJSON: 'AAAA' } } },
    '/credential/response/attestationObject',
    missing,
  ],
  ['delete', '/passkeys/AAAA', { sure: true }, '/sure', unknown],
  ['put', device, {}, '/remembered', missing],
  ['put', device, { remembered: 'yes' }, '/remembered', 'should be true or false.'],
  ['put', device, { remembered: true, name: 'x' }, '/name', unknown],
  ['delete', device, { sure: true }, '/sure', unknown],
  ['delete', '/sessions/tkn0', { linked: true }, '/linked', unknown],
  ['post', '/sign-out/elsewhere', { sure: true }, '/sure', unknown],
]

test.each(faulty)(
  '%s %s with %j is refused by name, and Cognito not asked',
  async (method, path, body, field, message) => {
    const { browser, pool, calls } = await signedIn()
    const answer = await browser[method](`/auth${path}`, body)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'INVALID_INPUT'])
    expect(answer.json().errors).toEqual([{ path: field, message }])
    expect(pool.calls).toEqual(calls)
    const stranger = await createBrowser(await startAll(pool))[method](`/auth${path}`, body)
    expect([stranger.statusCode, stranger.json().code]).toEqual([401, 'TOKEN_MISSING'])
  },
)

const changing = [
  { method: 'put', path: '/mfa', body: { enabled: [], preferred: 'none' } },
  { method: 'post', path: '/mfa/totp' },
  { method: 'post', path: '/mfa/totp/confirm', body: { code: '123456' } },
  { method: 'post', path: '/passkeys/start' },
  { method: 'post', path: '/passkeys/finish', body: { credential } },
  { method: 'delete', path: '/passkeys/AAAA' },
  { method: 'put', path: device, body: { remembered: true } },
  { method: 'delete', path: device },
  { method: 'delete', path: '/sessions/tkn0' },
  { method: 'post', path: '/sign-out/elsewhere' },
] as const

test.each(changing)(
  '$method $path from another site is refused, whoever is signed in',
  async ({ method, path, ...rest }) => {
    const { browser, pool, calls } = await signedIn()
    const headers = { 'sec-fetch-site': 'same-site' }
    const body = 'body' in rest ? rest.body : undefined
    const answer = await browser[method](`/auth${path}`, body, { headers })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'CROSS_SITE'])
    expect(pool.calls).toEqual(calls)
  },
)

test.each(changing)('$method $path takes JSON only', async ({ method, path }) => {
  const { browser, pool, calls } = await signedIn()
  const headers = { 'content-type': 'text/plain' }
  const answer = await browser[method](`/auth${path}`, undefined, { headers, payload: '{}' })
  expect([answer.statusCode, answer.json().code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  expect(pool.calls).toEqual(calls)
})
