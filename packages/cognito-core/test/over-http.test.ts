import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { afterAll, afterEach, expect, it, vi } from 'vitest'

const password = 'Correct-horse-1'
const pool = createTestUserPool({
  clients: [{ secret: true }],
  users: [{ username: 'ada', password }],
})
const listening = await pool.listen()
const { client: _client, jwks: _jwks, ...ids } = pool.options

afterAll(() => listening.close())
afterEach(() => vi.unstubAllEnvs())

it('signs in and verifies over HTTP, without AWS credentials and with our own SDK client', async () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE', 'HOME']) {
    vi.stubEnv(name, '')
  }
  const cognito = createCognito({ ...ids, endpoint: listening.url })
  const result = await cognito.signIn({ username: 'ada', password })
  if (result.status !== 'signed-in') throw new Error(result.status)
  await expect(cognito.verifyAccessToken(result.tokens.accessToken)).resolves.toMatchObject({
    username: 'ada',
  })
})
