import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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

/** A service that counts calls, and answers as told. */
const answering = async (status: number, body: string) => {
  const seen: { authorization: string | undefined; body: string }[] = []
  const server = createServer(async (request, response) => {
    const sent = (await request.toArray()).join('')
    seen.push({ authorization: request.headers.authorization, body: sent })
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const cognito = createCognito({ ...ids, endpoint: `http://127.0.0.1:${port}` })
  return { seen, cognito, close: () => server.close() }
}

it('signs no call, and sends a proof of the password instead of the password', async () => {
  const SRP_B = 'abc123'
  const ChallengeParameters = { SALT: 'aa', SRP_B, SECRET_BLOCK: 'AAAA', USER_ID_FOR_SRP: 'ada' }
  const challenge = { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters }
  const { seen, cognito, close } = await answering(200, JSON.stringify(challenge))
  await cognito.signIn({ username: 'ada', password })
  close()
  expect(seen).toHaveLength(2)
  expect(seen[1]?.body).toContain('PASSWORD_CLAIM_SIGNATURE')
  for (const { authorization, body } of seen) {
    expect(authorization).toBeUndefined()
    expect(body).not.toContain(password)
  }
})

it("does not spend a user's hourly limit on retries", async () => {
  const limit = { __type: 'LimitExceededException', message: 'Attempt limit exceeded.' }
  const { seen, cognito, close } = await answering(400, JSON.stringify(limit))
  const attempt = cognito.signIn({ username: 'ada', password })
  await expect(attempt).rejects.toMatchObject({ code: 'COGNITO_RATE_LIMITED' })
  close()
  expect(seen).toHaveLength(1)
})

it('tries again what may pass', async () => {
  const { seen, cognito, close } = await answering(500, '{"__type":"InternalErrorException"}')
  const attempt = cognito.signIn({ username: 'ada', password })
  await expect(attempt).rejects.toMatchObject({ code: 'COGNITO_UNAVAILABLE' })
  close()
  expect(seen).toHaveLength(3)
})

it.each([
  [
    'a challenge it has never heard of',
    { ChallengeName: 'RIDDLE', Session: 's', ChallengeParameters: { ask: 'why?' } },
  ],
  [
    'a challenge named like a thing every object has',
    { ChallengeName: 'toString', Session: 's', ChallengeParameters: { ask: 'why?' } },
  ],
])('returns %s as data, never as success', async (_what, answer) => {
  const { cognito, close } = await answering(200, JSON.stringify(answer))
  const result = await cognito.signIn({ username: 'ada', password })
  close()
  expect(result).toEqual({
    status: 'challenge',
    challenge: {
      kind: 'unsupported',
      cognitoName: answer.ChallengeName,
      username: 'ada',
      session: 's',
      parameters: { ask: 'why?' },
    },
  })
})

it.each([
  ['nothing', {}],
  [
    'a proof to be given without its numbers',
    { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters: { SALT: 'aa' } },
  ],
  [
    'an SRP_B of zero',
    {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: { SALT: 'aa', SRP_B: '0', SECRET_BLOCK: 'AAAA', USER_ID_FOR_SRP: 'ada' },
    },
  ],
  ['a token that is none', { AuthenticationResult: { AccessToken: 'a', IdToken: 'b' } }],
])('takes an answer with %s for what it is: unexpected', async (_what, answer) => {
  const { cognito, close } = await answering(200, JSON.stringify(answer))
  const attempt = cognito.signIn({ username: 'ada', password })
  await expect(attempt).rejects.toMatchObject({ code: 'COGNITO_UNEXPECTED' })
  close()
})

it('does not wait for ever for a server that does not answer', async () => {
  const controller = new AbortController()
  const server = createServer(() => controller.abort(new Error('enough')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const cognito = createCognito({ ...ids, endpoint: `http://127.0.0.1:${port}` })
  const attempt = cognito.signIn({ username: 'ada', password }, { signal: controller.signal })
  await expect(attempt).rejects.toThrow('enough')
  server.closeAllConnections()
  server.close()
})
