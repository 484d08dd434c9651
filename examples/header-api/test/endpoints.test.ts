import { expect, test } from 'vitest'
import { ada, basic, password, startService, tokensOf } from './start-service.ts'

test('login takes Basic credentials, and answers with tokens by both pairs of names', async () => {
  const { login, me } = await startService()
  const answer = await login()
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({ msg: `Welcome ${ada}` })
  const { AccessToken, RefreshToken } = tokensOf(answer)
  expect(AccessToken.split('.')).toHaveLength(3)
  expect(RefreshToken).not.toBe('')
  expect(answer.headers.get('http_accesstoken')).toBe(AccessToken)
  expect(answer.headers.get('http_refreshtoken')).toBe(RefreshToken)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.getSetCookie()).toEqual([])
  expect((await me({ AccessToken })).body).toEqual({
    uuid: expect.stringMatching(/^[\da-f-]{36}$/),
    username: expect.any(String),
    email: ada,
    first_name: 'Ada',
    last_name: null,
    is_active: true,
  })
})

test('login can go by the flow that the older service used', async () => {
  const { login, pool } = await startService({ method: 'password' })
  expect((await login()).status).toBe(200)
  expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 0 })
})

test('signup and confirm_signup make a user, who then logs in', async () => {
  const { post, pool, login } = await startService()
  const zoe = 'zoe@example.com'
  const signedUp = await post('signup', {
    headers: basic(zoe),
    body: {
      user_attributes: [
        { Name: 'given_name', Value: 'Zoë' },
        { Name: 'family_name', Value: 'Łuk' },
      ],
    },
  })
  expect(signedUp.body).toEqual({ msg: 'We sent verification email to you at: z***@e***' })
  expect(signedUp.status).toBe(200)
  const confirmed = await post('confirm_signup', {
    body: { username: zoe, code: pool.inbox.lastCodeFor(zoe), force_alias_creation: false },
  })
  expect(confirmed).toMatchObject({ status: 200, body: { msg: 'Your sign-up is confirmed' } })
  expect((await login(zoe)).status).toBe(200)
})

test('forgot_password and confirm_forgot_password change the password', async () => {
  const { post, pool, login } = await startService()
  const asked = await post('forgot_password', { body: { email: ada } })
  expect(asked).toMatchObject({ status: 200 })
  expect(asked.body).toEqual({
    CodeDeliveryDetails: {
      Destination: 'a***@e***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    },
  })
  const changed = await post('confirm_forgot_password', {
    body: { email: ada, new_password: 'Difference-1', code: pool.inbox.lastCodeFor(ada) },
  })
  expect(changed).toMatchObject({ status: 200, body: { msg: 'Your password is changed' } })
  expect((await login(ada, 'Difference-1')).status).toBe(200)
  expect((await login()).status).toBe(401)
})

test('logout ends all sessions of the user', async () => {
  const { login, post, me, pool } = await startService()
  const { AccessToken, RefreshToken } = tokensOf(await login())
  const out = await post('logout', { headers: { AccessToken, RefreshToken } })
  expect(out).toMatchObject({ status: 200, body: { msg: 'You are signed out everywhere' } })
  expect(pool.calls).toMatchObject({ GlobalSignOut: 1 })
  expect((await me({ AccessToken, RefreshToken })).status).toBe(401)
})

test('confirm_login answers a challenge by the names of Cognito', async () => {
  const { login, post, me, pool } = await startService(
    {},
    { users: [{ username: ada, password, mfa: 'totp' }] },
  )
  const asked = await login()
  expect(asked.status).toBe(200)
  expect(asked.body).toMatchObject({
    challenge_name: 'SOFTWARE_TOKEN_MFA',
    session: expect.any(String),
    challenge: { kind: 'totp-code' },
  })
  const { challenge_name, session } = asked.body
  const confirm = (SOFTWARE_TOKEN_MFA_CODE: string) =>
    post('confirm_login', {
      body: { username: ada, challenge_name, session, responses: { SOFTWARE_TOKEN_MFA_CODE } },
    })
  const code = pool.totpCodeFor(ada)
  const wrong = await confirm(code === '000000' ? '111111' : '000000')
  expect(wrong).toMatchObject({ status: 400, body: { code: 'COGNITO_CODE_MISMATCH' } })
  const answer = await confirm(code)
  const tokens = tokensOf(answer)
  expect(answer.body).toEqual({
    msg: `Welcome ${ada}`,
    AuthenticationResult: {
      ...tokens,
      TokenType: 'Bearer',
      ExpiresIn: expect.toSatisfy((seconds) => seconds > 3_000 && seconds <= 3_600),
    },
  })
  expect((await me(tokens)).status).toBe(200)
})

test('confirm_login takes a first password, with the attributes that are missing', async () => {
  const { login, post, pool } = await startService()
  pool.addUser({ username: 'bob', password, status: 'FORCE_CHANGE_PASSWORD' })
  const { body } = await login('bob')
  expect(body.challenge_name).toBe('NEW_PASSWORD_REQUIRED')
  const answer = await post('confirm_login', {
    body: {
      username: 'bob',
      challenge_name: body.challenge_name,
      session: body.session,
      responses: { NEW_PASSWORD: 'Difference-1' },
    },
  })
  expect(answer).toMatchObject({ status: 200, body: { msg: 'Welcome bob' } })
  expect((await login('bob', 'Difference-1')).status).toBe(200)
})

test('generate_csrf gives a random token, in a cookie of this host alone, too', async () => {
  const { ask } = await startService()
  const first = await ask('GET', '/app/auth/generate_csrf')
  const second = await ask('GET', '/app/auth/generate_csrf')
  expect(Buffer.from(String(first.body.csrftoken), 'base64')).toHaveLength(64)
  expect(first.body.csrftoken).not.toBe(second.body.csrftoken)
  const [cookie = ''] = first.headers.getSetCookie()
  expect(cookie).toContain(`csrftoken=${encodeURIComponent(String(first.body.csrftoken))};`)
  expect(cookie).toContain('Secure; HttpOnly; SameSite=Strict')
  expect(cookie).not.toMatch(/domain/i)
})

test('a path takes the one method that it has, and nothing that only begins like it', async () => {
  const { ask } = await startService()
  const wrong = await ask('GET', '/app/auth/login')
  expect(wrong).toMatchObject({ status: 405, body: { error: 'This path takes POST.' } })
  expect(wrong.headers.get('allow')).toBe('POST')
  expect((await ask('POST', '/app/auth/generate_csrf')).status).toBe(405)
  expect((await ask('POST', '/app/auth/login123')).status).toBe(404)
})

test('confirm_login takes the choice of a second factor, and the code after it', async () => {
  const attributes = { phone_number: '+15550100123' }
  const { login, post, pool } = await startService(
    {},
    { users: [{ username: ada, password, attributes, mfa: ['totp', 'sms'] }] },
  )
  const { body: asked } = await login()
  expect(asked.challenge_name).toBe('SELECT_MFA_TYPE')
  const choice = await post('confirm_login', {
    body: { ...asked, username: ada, responses: { ANSWER: 'SMS_MFA' } },
  })
  expect(choice).toMatchObject({ status: 200, body: { challenge_name: 'SMS_MFA' } })
  expect(choice.headers.get('accesstoken')).toBeNull()
  const SMS_MFA_CODE = pool.inbox.lastCodeFor(ada)
  const answer = await post('confirm_login', {
    body: { ...choice.body, username: ada, responses: { SMS_MFA_CODE } },
  })
  expect(answer).toMatchObject({ status: 200, body: { msg: `Welcome ${ada}` } })
})
