import type { TestTriggers } from '@x/cognito-testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ada, basic, password, startService, tokensOf } from './start-service.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

test('(a) nobody has to be signed in to sign up, confirm, log in or recover a password', async () => {
  const { post, ask } = await startService()
  const answers = await Promise.all([
    post('signup', { headers: basic('zoe@example.com') }),
    post('confirm_signup', { body: { username: 'nobody', code: '123456' } }),
    post('forgot_password', { body: { email: 'nobody@example.com' } }),
    post('confirm_forgot_password', {
      body: { email: 'nobody@example.com', code: '123456', new_password: 'Difference-1' },
    }),
    post('confirm_login', {
      body: {
        username: 'nobody',
        challenge_name: 'SMS_MFA',
        session: 'x',
        responses: { SMS_MFA_CODE: '123456' },
      },
    }),
    ask('GET', '/app/auth/generate_csrf'),
  ])
  expect(answers.map(({ body }) => body.code)).toEqual([
    undefined,
    'COGNITO_CODE_MISMATCH',
    undefined,
    'COGNITO_CODE_MISMATCH',
    'COGNITO_SESSION_EXPIRED',
    undefined,
  ])
})

test.each([
  ['AccessToken', 'RefreshToken'],
  ['HTTP_ACCESSTOKEN', 'HTTP_REFRESHTOKEN'],
] as const)('(b) what is answered as %s and %s may be sent so', async (access, refresh) => {
  const { login, me } = await startService()
  const { headers } = await login()
  const sent = { [access]: headers.get(access) ?? '', [refresh]: headers.get(refresh) ?? '' }
  expect((await me(sent)).status).toBe(200)
  later(3_700)
  const renewed = await me(sent)
  expect(renewed.status).toBe(200)
  expect(renewed.headers.get(access)).not.toBe(sent[access])
  expect(renewed.headers.get(access)?.split('.')).toHaveLength(3)
})

test('(c) a challenge is an answer, not a crash', async () => {
  const withSms = {
    username: ada,
    password,
    mfa: 'sms',
    attributes: { phone_number: '+15550100123' },
  } as const
  const { login } = await startService({}, { users: [withSms] })
  const answer = await login()
  expect(answer).toMatchObject({ status: 200, body: { challenge_name: 'SMS_MFA' } })
  expect(answer.headers.get('accesstoken')).toBeNull()
})

describe('(d) what is wrong with a request is no 500', () => {
  test('a wrong password is a 401, and so is a token that is none', async () => {
    const { login, me } = await startService()
    expect(await login(ada, 'Wrong-Engine-1')).toMatchObject({
      status: 401,
      body: { code: 'COGNITO_INVALID_CREDENTIALS', error: expect.stringContaining('password') },
    })
    const answer = await me({ AccessToken: 'rubbish', RefreshToken: 'rubbish' })
    expect(answer).toMatchObject({ status: 401, body: { error: 'The token is not a JWT.' } })
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token')
  })

  test('an expired token without a refresh token is a 401', async () => {
    const { login, me } = await startService()
    const { AccessToken } = tokensOf(await login())
    later(3_700)
    expect(await me({ AccessToken })).toMatchObject({
      status: 401,
      body: { code: 'TOKEN_EXPIRED', error: 'The token has expired.' },
    })
  })

  test('an account that is not confirmed is told so', async () => {
    const { login, post } = await startService()
    await post('signup', { headers: basic('zoe@example.com') })
    expect(await login('zoe@example.com')).toMatchObject({
      status: 403,
      body: { code: 'SIGN_UP_NOT_CONFIRMED' },
    })
  })

  test('Cognito that is away is a 503, and says when to try again', async () => {
    const { login, pool } = await startService()
    for (let tries = 0; tries < 4; tries += 1) pool.failNext('InitiateAuth', 'reset')
    const answer = await login()
    expect(answer).toMatchObject({ status: 503, body: { code: 'COGNITO_UNAVAILABLE' } })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('a sign-up without attributes, by phone or confirmed at once is a 200', async () => {
    const confirmAtOnce: NonNullable<TestTriggers['preSignUp']> = (event) => {
      event.response.autoConfirmUser = true
      return event
    }
    const atOnce = await startService({}, { triggers: { preSignUp: confirmAtOnce } })
    const zoe = 'zoe@example.com'
    expect((await atOnce.post('signup', { headers: basic(zoe), body: {} })).status).toBe(200)
    expect((await atOnce.login(zoe)).status).toBe(200)
    const bySms = await startService()
    const phone = [{ Name: 'phone_number', Value: '+15550100123' }]
    const answer = await bySms.post('signup', {
      headers: basic('zoe'),
      body: { user_attributes: phone },
    })
    expect(answer.status).toBe(200)
    expect(answer.body.msg).toMatch(/^We sent .* at: /)
  })
})

test('(e) the code of a sign-up is called code, and password for clients of old', async () => {
  const { post, pool } = await startService()
  const zoe = 'zoe@example.com'
  await post('signup', { headers: basic(zoe) })
  const code = pool.inbox.lastCodeFor(zoe)
  const both = await post('confirm_signup', { body: { username: zoe, code, password: code } })
  expect(both).toMatchObject({
    status: 400,
    body: { error: 'code and password (its older name) are one. Send one of them.' },
  })
  const ofOld = { username: zoe, password: code, force_alias_creation: false }
  expect((await post('confirm_signup', { body: ofOld })).status).toBe(200)
})

test('(f) nothing that AWS says of its own answers is passed on', async () => {
  const { post, login } = await startService()
  const answers = [
    await post('forgot_password', { body: { email: ada } }),
    await post('logout', { headers: tokensOf(await login()) }),
  ]
  for (const { status, body } of answers) {
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(/ResponseMetadata|RequestId|x-amzn/i)
  }
})

test('(g) logout hands no tokens out, and empties the cookies that were left', async () => {
  const { login, post } = await startService()
  const tokens = tokensOf(await login())
  later(3_700)
  const { headers, status } = await post('logout', { headers: tokens })
  expect(status).toBe(200)
  for (const name of ['AccessToken', 'RefreshToken', 'HTTP_ACCESSTOKEN', 'HTTP_REFRESHTOKEN']) {
    expect(headers.get(name)).toBeNull()
  }
  expect(headers.getSetCookie()).toEqual([
    'AccessToken=; Path=/; Max-Age=0; Secure; HttpOnly',
    'RefreshToken=; Path=/; Max-Age=0; Secure; HttpOnly',
  ])
})

test('(h) a token is read whose base64url no standard decoder takes', async () => {
  const names = ['zoë?>', 'łuk~~', 'ada_ÿÿÿ', '用户名']
  const users = names.map((username) => ({ username, password }))
  const { login, me } = await startService({}, { users })
  const tokens = await Promise.all(names.map(async (name) => tokensOf(await login(name))))
  expect(tokens.some(({ AccessToken }) => /[-_]/.test(AccessToken.split('.')[1] ?? ''))).toBe(true)
  for (const [index, headers] of tokens.entries()) {
    expect(await me(headers)).toMatchObject({ status: 200, body: { username: names[index] } })
  }
})

test.each(['America/New_York', 'Asia/Tokyo'])('(i) a token lives as long in %s', async (zone) => {
  vi.stubEnv('TZ', zone)
  expect(new Date().getTimezoneOffset()).not.toBe(0)
  const { login, me } = await startService()
  const { AccessToken } = tokensOf(await login())
  later(3_500)
  expect((await me({ AccessToken })).status).toBe(200)
  later(200)
  expect((await me({ AccessToken })).status).toBe(401)
})

test('(j) neither an ID token nor one that nobody has signed is an access token', async () => {
  const { login, me, app } = await startService()
  const signedIn = await app.cognito.signIn({ username: ada, password })
  if (signedIn.status !== 'signed-in') throw new Error(signedIn.status)
  expect(await me({ AccessToken: signedIn.tokens.idToken })).toMatchObject({
    status: 401,
    body: { error: 'The token is of the wrong kind.' },
  })
  const [, payload] = tokensOf(await login()).AccessToken.split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'none', kid: 'x' })).toString('base64url')
  expect((await me({ AccessToken: `${header}.${payload}.` })).status).toBe(401)
})

test('(k) a user of whom Cognito knows nothing but the name has a row', async () => {
  const { login, me } = await startService({}, { users: [{ username: 'bob', password }] })
  expect(await me(tokensOf(await login('bob')))).toMatchObject({
    status: 200,
    body: { username: 'bob', email: null, first_name: null, last_name: null },
  })
})

test('(l) a route that says nothing is for users only', async () => {
  const { me } = await startService()
  expect(await me({})).toMatchObject({
    status: 401,
    body: { code: 'TOKEN_MISSING', error: 'The header AccessToken is missing.' },
  })
})
