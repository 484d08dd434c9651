import { createTestUserPool } from '@x/cognito-testing'
import createClient from 'openapi-fetch'
import { expect, test } from 'vitest'
import type { paths } from './openapi/auth-api.d.ts'
import { startDocumented } from './openapi/start-documented.ts'

const username = 'ada'
const email = 'ada@example.com'
const password = 'Correct-horse-1'
const writable = ['email', 'name', 'nickname', 'custom:level']
const newPassword = 'Analytical-Engine-2'

/** A client that takes tokens, of an app that listens. Every path, body and answer of it is typed. */
const start = async () => {
  const pool = createTestUserPool({
    clients: [{ rotation: { graceSeconds: 0 }, writeAttributes: [...writable] }],
    customAttributes: [{ name: 'level', type: 'Number' }],
    users: [{ username: 'bob', password, mfa: 'totp' }],
  })
  const app = await startDocumented(pool)
  const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  const client = createClient<paths>({ baseUrl, headers: { 'x-client': 'mobile' } })
  const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` })

  const signIn = async (body: { username: string; password: string }) => {
    const { data } = await client.POST('/auth/sign-in', { body })
    if (data?.status !== 'signed-in' || !data.tokens) throw new Error(`status: ${data?.status}`)
    return { ...data.tokens, user: data.user, headers: bearer(data.tokens.accessToken) }
  }
  const signUp = async () => {
    const { data: asked } = await client.POST('/auth/sign-up', {
      body: { username, email, password, attributes: { name: 'Ada', 'custom:level': 3 } },
    })
    if (asked?.status !== 'confirm-sign-up') throw new Error(`status: ${asked?.status}`)
    const { signUpToken = '' } = asked
    return { ...asked, signUpToken, code: pool.inbox.lastCodeFor(username) }
  }
  const signedUp = async () => {
    const { code, signUpToken } = await signUp()
    await client.POST('/auth/sign-up/confirm', { body: { username, code, signUpToken } })
    return signIn({ username, password })
  }
  return { pool, client, bearer, signIn, signUp, signedUp }
}

test('somebody signs up, confirms it and is signed in', async () => {
  const { pool, client, signUp } = await start()
  const { delivery, signUpToken } = await signUp()
  expect(delivery).toEqual({ medium: 'email', destination: 'a***@e***' })

  const { data: again } = await client.POST('/auth/sign-up/resend', { body: { username } })
  expect(again?.medium).toBe('email')
  const code = pool.inbox.lastCodeFor(username)
  const body = { username, code, signUpToken }
  const { data } = await client.POST('/auth/sign-up/confirm', { body })
  if (data?.status !== 'signed-in') throw new Error(`status: ${data?.status}`)
  expect(data.user.username).toBe(username)
  expect(data.expiresAt).toBe(data.tokens?.expiresAt)
})

test('somebody signs in by a challenge, with a wrong code first', async () => {
  const { pool, client } = await start()
  const { data } = await client.POST('/auth/sign-in', { body: { username: 'bob', password } })
  if (data?.status !== 'challenge') throw new Error(`status: ${data?.status}`)
  const { challenge, challengeToken = '' } = data
  if (challenge.kind !== 'totp-code') throw new Error(`kind: ${challenge.kind}`)
  expect(challenge.deviceName).toBeUndefined()

  const answer = (code: string) =>
    client.POST('/auth/challenge', { body: { answer: { code }, challengeToken } })
  const { error, response } = await answer('000000')
  expect([response.status, error?.code, error?.retriable]).toEqual([
    400,
    'COGNITO_CODE_MISMATCH',
    true,
  ])
  expect(error?.errors?.[0]?.path).toBe('/answer/code')
  const { data: done } = await answer(pool.totpCodeFor('bob'))
  expect(done?.status).toBe('signed-in')
})

test('a session is refreshed, and ended', async () => {
  const { client, signIn, signedUp, bearer } = await start()
  await signedUp()
  const { refreshToken = '' } = await signIn({ username, password })
  const { data } = await client.POST('/auth/refresh', { body: { refreshToken } })
  if (!data?.tokens) throw new Error('no tokens')
  const { accessToken, refreshToken: next = '' } = data.tokens
  expect(next).not.toBe(refreshToken)

  const out = await client.POST('/auth/sign-out', { body: { refreshToken: next } })
  expect([out.response.status, out.data]).toEqual([204, undefined])
  const over = await client.POST('/auth/refresh', { body: { refreshToken: next } })
  expect(over.error?.code).toBe('COGNITO_TOKEN_REJECTED')
  const everywhere = await client.POST('/auth/sign-out/everywhere', {
    headers: bearer(accessToken),
  })
  expect(everywhere.error?.code).toBe('COGNITO_TOKEN_REJECTED')
})

test('a profile is read, changed and verified', async () => {
  const { pool, client, signedUp } = await start()
  const { headers, user } = await signedUp()
  const { data: before } = await client.GET('/auth/me', { headers })
  expect(before?.user).toEqual(user)
  expect(before?.attributes.email_verified).toBe(true)
  expect(before?.attributes['custom:level']?.toFixed()).toBe('3')

  const { data: after } = await client.PATCH('/auth/me', {
    headers,
    body: { attributes: { nickname: 'Countess', name: null, email: 'new@example.com' } },
  })
  expect(after?.attributes.nickname).toBe('Countess')
  expect(after?.attributes.name).toBeUndefined()
  expect(after?.toVerify.map(({ attribute }) => attribute)).toEqual(['email'])

  const attribute = 'email'
  const { data: sent } = await client.POST('/auth/me/verify', { headers, body: { attribute } })
  expect(sent?.destination).toBe('n***@e***')
  const code = pool.inbox.lastCodeFor(username)
  const body = { attribute, code } as const
  const { response } = await client.POST('/auth/me/verify/confirm', { headers, body })
  expect(response.status).toBe(204)
})

test('a password is changed, forgotten and reset', async () => {
  const { pool, client, signIn, signedUp } = await start()
  const { headers } = await signedUp()
  const weak = await client.POST('/auth/password/change', {
    headers,
    body: { currentPassword: password, newPassword: 'short' },
  })
  expect(weak.error?.key).toBe('COGNITO_INVALID_PASSWORD.tooShort')
  const changed = await client.POST('/auth/password/change', {
    headers,
    body: { currentPassword: password, newPassword },
  })
  expect(changed.response.status).toBe(204)

  const { data } = await client.POST('/auth/password/forgot', { body: { username } })
  expect(data?.medium).toBe('email')
  const code = pool.inbox.lastCodeFor(username)
  const body = { username, code, newPassword: password }
  expect((await client.POST('/auth/password/reset', { body })).response.status).toBe(204)
  expect((await signIn({ username, password })).user.username).toBe(username)
})

test('the password policy is told', async () => {
  const { client } = await start()
  const { data } = await client.GET('/auth/password/policy')
  expect(data?.minimumLength).toBe(8)
})

test('an account is deleted', async () => {
  const { pool, client, signedUp } = await start()
  const { headers } = await signedUp()
  expect((await client.DELETE('/auth/me', { headers })).response.status).toBe(204)
  expect(pool.users.map((user) => user.username)).toEqual(['bob'])
})

// What stands in here need not run; it must not compile.
const whatDoesNotCompile = async (client: Awaited<ReturnType<typeof start>>['client']) => {
  // @ts-expect-error no password
  await client.POST('/auth/sign-in', { body: { username } })
  // @ts-expect-error a preference among no choices
  await client.POST('/auth/sign-in', { body: { username, method: 'custom', prefer: 'passkey' } })
  // @ts-expect-error no such way to sign in
  await client.POST('/auth/sign-in', { body: { username, password, method: 'magic' } })
  // @ts-expect-error no such route
  await client.POST('/auth/sign-on', { body: { username, password } })
  // @ts-expect-error no such method
  await client.PUT('/auth/me', { body: { attributes: {} } })
  // @ts-expect-error a code is text
  await client.POST('/auth/challenge', { body: { answer: { code: 123456 } } })
  // @ts-expect-error no answer to any challenge
  await client.POST('/auth/challenge', { body: { answer: { colour: 'red' } } })
  // @ts-expect-error no such thing to verify
  await client.POST('/auth/me/verify', { body: { attribute: 'nickname' } })
  // @ts-expect-error a level is a number
  await client.POST('/auth/sign-up', { body: { username, attributes: { 'custom:level': '3' } } })
  // @ts-expect-error a name is text
  await client.PATCH('/auth/me', { body: { attributes: { name: 7 } } })

  const { data, error } = await client.POST('/auth/sign-in', { body: { username, password } })
  // @ts-expect-error only where somebody is signed in
  data?.user
  // @ts-expect-error no such code
  if (error?.code === 'COGNITO_WRONG_PASWORD') return
  if (data?.status === 'challenge' && data.challenge.kind === 'totp-code') {
    // @ts-expect-error nothing is sent for this one
    data.challenge.delivery
  }
}

test('what the document does not know does not compile', () => {
  expect(typeof whatDoesNotCompile).toBe('function')
})
