import { createCognito } from '@x/cognito-core'
import { describe, expect, test } from 'vitest'
import { ada, basic, password, startService, tokensOf } from './start-service.ts'

const encoded = (text: string) => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
})

describe.each(['login', 'signup'])('Basic credentials of %s that cannot be read', (path) => {
  test.each([
    ['are missing', {}, 'is missing'],
    ['are of another kind', { authorization: 'Bearer x.y.z' }, 'is not Basic'],
    ['are empty', { authorization: 'Basic' }, 'is not Basic'],
    ['are no base64', { authorization: 'Basic a:b' }, 'is no base64'],
    ['have no colon', encoded('ada'), 'has no colon in it'],
    ['are no UTF-8', { authorization: 'Basic /zp4' }, 'is no UTF-8'],
  ])('%s', async (_what, headers: Record<string, string>, why) => {
    const { post, pool } = await startService()
    const before = { ...pool.calls }
    const answer = await post(path, { headers })
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
    expect(answer.body.error).toMatch(new RegExp(`^The header Authorization ${why}\\.`))
    expect({ ...pool.calls }).toEqual(before)
  })
})

test.each([
  ['AccessToken', 'HTTP_ACCESSTOKEN'],
  ['RefreshToken', 'HTTP_REFRESHTOKEN'],
] as const)('both %s and %s are a 400 that names them', async (asRead, asInReadme) => {
  const { login, me, ask } = await startService()
  const tokens = tokensOf(await login())
  const both = { ...tokens, [asInReadme]: tokens[asRead] }
  const error = `The headers ${asRead} and ${asInReadme} are one. Send one of them.`
  expect(await me(both)).toMatchObject({ status: 400, body: { error } })
  expect(await ask('GET', '/auth/me', { headers: both })).toMatchObject({
    status: 400,
    body: { error, detail: error },
  })
})

test('a header that is missing is named', async () => {
  const { login, me, post } = await startService()
  const { RefreshToken } = tokensOf(await login())
  for (const answer of [await me({ RefreshToken }), await post('logout')]) {
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'TOKEN_MISSING', error: 'The header AccessToken is missing.' },
    })
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  }
})

test('a token of another app client, or of another pool, is a 401 that says so', async () => {
  const { pool, me } = await startService()
  const [, other] = pool.clients
  const elsewhere = createCognito({
    ...pool.options,
    clientId: other?.id ?? '',
    clientSecret: other?.secret ?? '',
  })
  const signedIn = await elsewhere.signIn({ username: ada, password })
  if (signedIn.status !== 'signed-in') throw new Error(signedIn.status)
  expect(await me({ AccessToken: signedIn.tokens.accessToken })).toMatchObject({
    status: 401,
    body: { code: 'TOKEN_UNTRUSTED', error: 'The token was issued to another app client.' },
  })
  const stranger = await startService()
  expect(await me(tokensOf(await stranger.login()))).toMatchObject({
    status: 401,
    body: { code: 'TOKEN_UNTRUSTED' },
  })
})

test.each([
  ['confirm_signup', {}, 'username is missing.'],
  ['confirm_signup', { username: ada }, 'code is missing.'],
  ['confirm_signup', { username: ada, code: 123456 }, 'code should be a text.'],
  [
    'confirm_signup',
    { username: ada, code: '1', force_alias_creation: true },
    'force_alias_creation: nobody is given an address that another account has.',
  ],
  ['forgot_password', { username: ada }, 'email is missing.'],
  ['confirm_forgot_password', { email: ada, code: '1' }, 'new_password is missing.'],
  ['confirm_login', { session: 'x', challenge_name: 'PAPER' }, /^challenge_name .*SMS_MFA/],
  ['confirm_login', { session: 'x', challenge_name: 'SMS_MFA' }, 'responses should be an object.'],
  [
    'confirm_login',
    { session: 'x', challenge_name: 'SMS_MFA', responses: {} },
    'responses.SMS_MFA_CODE is missing.',
  ],
  [
    'confirm_login',
    { challenge_name: 'SMS_MFA', responses: { SMS_MFA_CODE: '1' } },
    'session is missing.',
  ],
  ['forgot_password', '{"email":', 'The body cannot be read as JSON.'],
  ['forgot_password', '[]', 'The body should be an object.'],
  ['forgot_password', '{"__proto__":{}}', 'The body cannot be read as JSON.'],
])('%s with %j is a 400 that says what is wrong', async (path, body, error) => {
  const { post } = await startService()
  const answer = await post(path, { body })
  expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
  expect(answer.body.error).toMatch(error)
})

test.each([
  ['text', 'user_attributes should be a list.'],
  [['given_name'], 'user_attributes[0] should be { "Name": …, "Value": … }.'],
  [[{ Name: 'given_name' }], 'Value is missing.'],
  [
    [{ Name: 'updated_at', Value: 'now' }],
    'user_attributes: updated_at should be a number of seconds.',
  ],
  [
    [
      { Name: 'name', Value: 'a' },
      { Name: 'name', Value: 'b' },
    ],
    'user_attributes has a name twice.',
  ],
])('signup with the attributes %j is a 400', async (user_attributes, error) => {
  const { post } = await startService()
  const answer = await post('signup', { headers: basic('zoe'), body: { user_attributes } })
  expect(answer).toMatchObject({ status: 400, body: { error } })
})

test('what Cognito refuses about a field is told by the name that it has here', async () => {
  const { post, pool } = await startService()
  await post('forgot_password', { body: { email: ada } })
  const answer = await post('confirm_forgot_password', {
    body: { email: ada, new_password: 'short', code: pool.inbox.lastCodeFor(ada) },
  })
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'COGNITO_INVALID_PASSWORD', errors: [{ path: '/new_password' }] },
  })
  expect(answer.body.error).toMatch(/^new_password /)
  const mistyped = await post('signup', {
    headers: basic('zoe'),
    body: { user_attributes: [{ Name: 'email_verified', Value: 'true' }] },
  })
  expect(mistyped.status).toBe(400)
  expect(mistyped.body.error).toMatch(/^user_attributes\.email_verified /)
})

test('a body is JSON whatever its type is said to be', async () => {
  const { post } = await startService()
  const headers = { 'content-type': 'text/plain' }
  expect((await post('forgot_password', { headers, body: { email: ada } })).status).toBe(200)
})
