import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cookieOf, type Service, startService } from './processes/start-service.ts'
import { hasRedis, startRedis } from './redis-server.ts'

const credentials = { username: 'ada', password: 'Correct-horse-1' }
const hour = 3600

const startPool = async (graceSeconds: number) => {
  const pool = createTestUserPool({
    clients: [{ rotation: { graceSeconds } }],
    users: [credentials],
  })
  const { url: endpoint, close } = await pool.listen()
  onTestFinished(close)
  const refreshes = () => pool.calls['GetTokensFromRefreshToken'] ?? 0
  return { pool, endpoint, refreshes }
}

const signIn = async (service: Service): Promise<string> => {
  const answer = await service.post('/auth/sign-in', credentials)
  expect(answer.status).toBe(200)
  return cookieOf(answer)
}

const startTwo = async (graceSeconds = 0) => {
  const redis = await startRedis()
  const { pool, endpoint, refreshes } = await startPool(graceSeconds)
  const given = { pool, endpoint, redisUrl: redis.url }
  const [one, other] = await Promise.all([startService(given), startService(given)])
  const cookie = await signIn(one)
  const pass = async (seconds: number) => {
    pool.clock.advance(seconds)
    await Promise.all([one.setAhead(seconds), other.setAhead(seconds)])
  }
  return { pool, redis: redis.redis, one, other, cookie, pass, refreshes }
}

const hundred = Array.from({ length: 100 }, (_, index) => index)

describe.skipIf(!hasRedis)('two processes and one Redis', () => {
  test('a hundred requests with an expired token refresh once, and all are served', async () => {
    const { one, other, cookie, pass, refreshes } = await startTwo()
    await pass(hour + 1)
    const answers = await Promise.all(
      hundred.map((index) => (index % 2 ? one : other).get('/who', cookie)),
    )
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toEqual(
      new Set(['ada']),
    )
    expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([])
    expect(refreshes()).toBe(1)
  })

  test('who signs out of one while the other refreshes is signed out of both', async () => {
    const { pool, one, other, cookie, pass } = await startTwo()
    await pass(hour + 1)
    const held = pool.holdNext('GetTokensFromRefreshToken')
    const late = one.get('/who', cookie)
    await held.reached
    expect((await other.post('/auth/sign-out', undefined, cookie)).status).toBe(204)
    held()
    expect((await late).status).toBe(401)
    expect((await late).headers.getSetCookie()).toEqual([])
    for (const service of [one, other]) {
      expect((await service.get('/who', cookie)).status).toBe(401)
    }
    expect(pool.calls['RevokeToken']).toBe(2)
  })

  test('a process that is killed between the answer of Cognito and the store takes no session with it', async () => {
    const { pool, redis, one, other, cookie, pass } = await startTwo(60)
    await pass(hour + 1)
    const held = pool.holdNext('GetTokensFromRefreshToken')
    const lost = one.get('/who', cookie).catch(() => undefined)
    await held.reached
    await one.kill()
    held()
    await lost
    // The lock is given back by nobody; its time passes.
    const [lock = ''] = await redis.keys('cognito:lock:*')
    await redis.pexpire(lock, 1)
    const answer = await other.get('/who', cookie)
    expect([answer.status, await answer.text()]).toEqual([200, 'ada'])
  })
})

test('in one process without a store a hundred requests refresh once as well', async () => {
  const { pool, endpoint, refreshes } = await startPool(0)
  const service = await startService({ pool, endpoint })
  const cookie = await signIn(service)
  pool.clock.advance(hour + 1)
  await service.setAhead(hour + 1)
  const answers = await Promise.all(hundred.map(() => service.get('/who', cookie)))
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  expect(refreshes()).toBe(1)
})

describe.skipIf(!hasRedis)('rate limits over one Redis', () => {
  test('two processes count together', async () => {
    const { url: redisUrl } = await startRedis()
    const { pool, endpoint } = await startPool(0)
    const rateLimits = { signIn: { max: 3, timeWindow: 60 } }
    const given = { pool, endpoint, redisUrl, rateLimits }
    const [one, other] = await Promise.all([startService(given), startService(given)])
    const wrong = { ...credentials, password: 'Wrong-horse-1' }
    const statuses: number[] = []
    for (const service of [one, other, one, other, one]) {
      statuses.push((await service.post('/auth/sign-in', wrong)).status)
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429])
    const refused = await other.post('/auth/sign-in', wrong)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
