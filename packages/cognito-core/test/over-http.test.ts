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

const withoutCredentials = () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE', 'HOME']) {
    vi.stubEnv(name, '')
  }
}

it('signs in and verifies over HTTP, without AWS credentials and with our own SDK client', async () => {
  withoutCredentials()
  const cognito = createCognito({ ...ids, endpoint: listening.url })
  const result = await cognito.signIn({ username: 'ada', password })
  if (result.status !== 'signed-in') throw new Error(result.status)
  await expect(cognito.verifyAccessToken(result.tokens.accessToken)).resolves.toMatchObject({
    username: 'ada',
  })
})

it('takes somebody from signing up to leaving over HTTP, without AWS credentials', async () => {
  withoutCredentials()
  const cognito = createCognito({ ...ids, endpoint: listening.url })
  const attributes = { email: 'bob@example.com' }
  await cognito.signUp({ username: 'bob', password, attributes })
  await cognito.confirmSignUp({ username: 'bob', code: pool.inbox.lastCodeFor('bob') })
  await cognito.password.forgot({ username: 'bob' })
  const code = pool.inbox.lastCodeFor('bob')
  await cognito.password.reset({ username: 'bob', code, newPassword: 'Battery-staple-2' })
  const result = await cognito.signIn({ username: 'bob', password: 'Battery-staple-2' })
  if (result.status !== 'signed-in') throw new Error(result.status)
  const { accessToken } = result.tokens
  await cognito.profile.update({ accessToken, attributes: { nickname: 'bobby' } })
  expect((await cognito.profile.get({ accessToken })).attributes).toMatchObject({
    ...attributes,
    email_verified: true,
    nickname: 'bobby',
  })
  expect(await cognito.profile.delete({ accessToken })).toBeUndefined()
})
