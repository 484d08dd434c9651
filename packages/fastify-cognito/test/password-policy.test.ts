import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { afterEach, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withCookies } from './start-app.ts'

afterEach(() => {
  vi.useRealTimers()
})

const started = async (poolOptions: TestUserPoolOptions = {}) => {
  const pool = createTestUserPool(poolOptions)
  const log = createLog('warn')
  const options = { ...withCookies, routes: { features: ['password-policy'] } } as const
  const app = await startApp({ pool, options, server: { logger: log.options } })
  const browser = createBrowser(app)
  const get = () => browser.get('/auth/password/policy')
  return { pool, log, get, calls: () => pool.calls['DescribeUserPool'] }
}

test('says what the pool asks of a password', async () => {
  const passwordPolicy = { minimumLength: 12, requireSymbols: false, historySize: 4 }
  const answer = await (await started({ passwordPolicy })).get()
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    {
      minimumLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: false,
      historySize: 4,
      temporaryPasswordDays: 7,
    },
  ])
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('asks Cognito once in five minutes, however many want to know', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { get, calls } = await started()
  await Promise.all(Array.from({ length: 20 }, get))
  vi.advanceTimersByTime(299_000)
  await get()
  expect(calls()).toBe(1)
  vi.advanceTimersByTime(1000)
  await get()
  expect(calls()).toBe(2)
})

test('after an outage asks again at once', async () => {
  const { get, pool } = await started()
  pool.failNext('DescribeUserPool', 'timeout')
  const answer = await get()
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
  expect((await get()).statusCode).toBe(200)
})

test.each([
  ['CredentialsProviderError', 'needs AWS credentials'],
  ['AccessDeniedException', 'cognito-idp:DescribeUserPool'],
])(
  'is not there where this service may not ask (%s), and the log says once why',
  async (name, why) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { get, pool, log, calls } = await started()
    pool.failNext('DescribeUserPool', { name, message: 'No.' })
    for (const _time of [1, 2, 3]) {
      const answer = await get()
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND'])
      expect(answer.body).not.toContain('AWS')
    }
    expect(calls()).toBe(1)
    expect(log.lines).toHaveLength(1)
    expect(log.text()).toContain(why)
    vi.advanceTimersByTime(30_000)
    expect((await get()).statusCode).toBe(200)
  },
)

test('is there only where it is asked for', async () => {
  const browser = createBrowser(await startApp({ pool: createTestUserPool() }))
  expect((await browser.get('/auth/password/policy')).statusCode).toBe(404)
})
