import { createTestUserPool } from '@x/cognito-testing'
import createClient from 'openapi-fetch'
import { expect, test } from 'vitest'
import type { paths } from './openapi/auth-api.d.ts'
import { startDocumented } from './openapi/start-documented.ts'
import { totpOf } from './totp-of.ts'

const password = 'Correct-horse-1'

/** What `PublicKeyCredential.parseCreationOptionsFromJSON` takes, as TypeScript declares it. */
interface CreationOptions {
  challenge: string
  rp: { id?: string; name: string }
  user: { id: string; name: string; displayName: string }
  pubKeyCredParams: { type: 'public-key'; alg: number }[]
  timeout?: number
  excludeCredentials?: { type: string; id: string; transports?: string[] }[]
  authenticatorSelection?: { residentKey?: string; userVerification?: string }
}

/** A client that takes tokens, of an app that listens. Every path, body and answer of it is typed. */
const signedIn = async () => {
  const pool = createTestUserPool({
    firstFactors: ['password', 'passkey'],
    deviceTracking: 'always',
    sessionTracking: true,
    users: [{ username: 'ada', password, attributes: { email: 'ada@example.com' } }],
  })
  const app = await startDocumented(pool)
  const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  const anonymous = createClient<paths>({ baseUrl, headers: { 'x-client': 'mobile' } })
  const { data } = await anonymous.POST('/auth/sign-in', { body: { username: 'ada', password } })
  if (data?.status !== 'signed-in' || !data.tokens) throw new Error(`status: ${data?.status}`)
  const authorization = `Bearer ${data.tokens.accessToken}`
  const headers = { 'x-client': 'mobile', authorization }
  return { pool, anonymous, device: data.device, client: createClient<paths>({ baseUrl, headers }) }
}

test('an authenticator app is set up, and given up', async () => {
  const { pool, client } = await signedIn()
  const { data: app } = await client.POST('/auth/mfa/totp')
  if (!app) throw new Error('no key')
  expect(app.uri).toContain(`ada%40example.com?secret=${app.secret}`)
  expect(app.qr.startsWith('<svg')).toBe(true)

  const wrong = await client.POST('/auth/mfa/totp/confirm', { body: { code: '000000' } })
  expect([wrong.error?.code, wrong.error?.errors?.[0]?.path]).toEqual([
    'COGNITO_CODE_MISMATCH',
    '/code',
  ])
  const body = { code: totpOf(app.secret, pool), deviceName: 'My phone' }
  expect((await client.POST('/auth/mfa/totp/confirm', { body })).response.status).toBe(204)

  const { data: before } = await client.GET('/auth/mfa')
  expect(before?.enabled).toEqual(['totp'])
  const { data: after } = await client.PUT('/auth/mfa', {
    body: { enabled: [], preferred: 'none' },
  })
  expect(after?.preferred === 'none' && after.enabled.length === 0).toBe(true)
})

test('a passkey is added and removed', async () => {
  const { pool, client } = await signedIn()
  const { data } = await client.POST('/auth/passkeys/start')
  if (!data) throw new Error('no options')
  const options: CreationOptions = data
  const credential = pool.createAuthenticator().create(options)
  const finished = await client.POST('/auth/passkeys/finish', { body: { credential } })
  expect(finished.response.status).toBe(204)

  const { data: listed } = await client.GET('/auth/passkeys')
  const id = listed?.passkeys[0]?.id ?? ''
  expect(id).toBe(credential.id)
  const params = { path: { id } }
  expect((await client.DELETE('/auth/passkeys/{id}', { params })).response.status).toBe(204)
  const { error } = await client.DELETE('/auth/passkeys/{id}', { params })
  expect(error?.code).toBe('COGNITO_PASSKEY_NOT_FOUND')
})

test('a device is kept, and forgotten', async () => {
  const { client, device } = await signedIn()
  const { data } = await client.GET('/auth/devices')
  const key = data?.devices.find(({ isCurrent }) => isCurrent)?.key ?? ''
  expect(key).toBe(device?.key)
  const params = { path: { key } }
  const kept = await client.PUT('/auth/devices/{key}', { params, body: { remembered: true } })
  expect(kept.response.status).toBe(204)
  expect((await client.DELETE('/auth/devices/{key}', { params })).response.status).toBe(204)
  const { error } = await client.DELETE('/auth/devices/{key}', { params })
  expect(error?.code).toBe('COGNITO_DEVICE_NOT_FOUND')
})

test('a session elsewhere is listed, and ended', async () => {
  const { client, anonymous } = await signedIn()
  const body = { username: 'ada', password }
  const { data: phone } = await anonymous.POST('/auth/sign-in', { body })
  if (phone?.status !== 'signed-in' || !phone.tokens) throw new Error(`status: ${phone?.status}`)
  const { data } = await client.GET('/auth/sessions')
  const elsewhere = data?.sessions.find(({ isCurrent }) => !isCurrent)
  expect(elsewhere?.kind === 'token' && elsewhere.lastActiveAt).toBeGreaterThan(0)
  const params = { path: { id: elsewhere?.id ?? '' } }
  expect((await client.DELETE('/auth/sessions/{id}', { params })).response.status).toBe(204)
  const { error } = await client.DELETE('/auth/sessions/{id}', { params })
  expect(error?.code).toBe('COGNITO_SESSION_NOT_FOUND')
  const { refreshToken = '' } = phone.tokens
  const refreshed = await anonymous.POST('/auth/refresh', { body: { refreshToken } })
  expect(refreshed.error?.code).toBe('COGNITO_TOKEN_REJECTED')
  expect((await client.POST('/auth/sign-out/elsewhere')).data?.revoked).toBe(0)
})

// What stands in here need not run; it must not compile.
const whatDoesNotCompile = async (client: Awaited<ReturnType<typeof signedIn>>['client']) => {
  // @ts-expect-error no such factor
  await client.PUT('/auth/mfa', { body: { enabled: ['face'], preferred: 'none' } })
  // @ts-expect-error nothing is preferred
  await client.PUT('/auth/mfa', { body: { enabled: ['totp'] } })
  // @ts-expect-error a code is text
  await client.POST('/auth/mfa/totp/confirm', { body: { code: 123456 } })
  // @ts-expect-error no credential
  await client.POST('/auth/passkeys/finish', { body: { credential: { id: 'AAAA' } } })
  // @ts-expect-error which one
  await client.DELETE('/auth/passkeys/{id}')
  // @ts-expect-error remembered or not
  await client.PUT('/auth/devices/{key}', { params: { path: { key: 'x' } } })

  const { data } = await client.GET('/auth/devices')
  // @ts-expect-error which one
  await client.DELETE('/auth/sessions/{id}')
  // @ts-expect-error all but this one, and no other choice
  await client.POST('/auth/sign-out/elsewhere', { body: { id: 'tkn0' } })

  // @ts-expect-error no secret of a device is told
  data?.devices[0]?.password
}

test('what the document does not know does not compile', () => {
  expect(typeof whatDoesNotCompile).toBe('function')
})
