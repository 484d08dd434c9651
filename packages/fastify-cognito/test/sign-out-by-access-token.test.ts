import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'

const signedIn = async (options: Partial<FastifyCognitoOptions>) => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
  const signedOut: unknown[] = []
  const app = await startApp({
    pool,
    options: {
      ...withBearer,
      ...options,
      hooks: { onSignOut: ({ user }) => signedOut.push(user?.username ?? null) },
    },
    routes: (each) => each.get('/who', { onRequest: each.requireAuth() }, () => 'somebody'),
  })
  const answer = await app.inject({
    method: 'POST',
    url: '/auth/sign-in',
    payload: { username: 'ada', password },
  })
  const accessToken = String(answer.headers['accesstoken'] ?? answer.json().tokens?.accessToken)
  const post = (url: string, headers = {}) => app.inject({ method: 'POST', url, headers })
  const who = () => app.inject({ url: '/who', headers: { authorization: `Bearer ${accessToken}` } })
  return { pool, accessToken, post, who, signedOut }
}

test.each([
  ['Authorization', {}, (token: string) => ({ authorization: `Bearer ${token}` })],
  [
    'a header of ours',
    { deliver: 'headers' as const },
    (token: string) => ({ accesstoken: token }),
  ],
])(
  'a token in %s that comes alone is over where it is known who has signed out',
  async (_, options, headersOf) => {
    const { post, who, accessToken, signedOut } = await signedIn({
      ...options,
      checkRevoked: 'sign-out',
    })
    expect((await who()).statusCode).toBe(200)
    expect((await post('/auth/sign-out', headersOf(accessToken))).statusCode).toBe(204)
    expect((await who()).json().code).toBe('TOKEN_REVOKED')
    expect(signedOut).toEqual(['ada'])
  },
)

test('a token that is none ends nothing, and says no more', async () => {
  const { post, who, signedOut } = await signedIn({ checkRevoked: 'sign-out' })
  const answer = await post('/auth/sign-out', { authorization: 'Bearer no.token.this' })
  expect(answer.statusCode).toBe(204)
  expect((await who()).statusCode).toBe(200)
  expect(signedOut).toEqual([])
})
