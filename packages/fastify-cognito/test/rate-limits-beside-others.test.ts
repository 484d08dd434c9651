import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyServerOptions } from 'fastify'
import { expect, test } from 'vitest'
import { cognitoPlugin, cognitoRoutes, type FastifyCognitoOptions } from '../src/index.ts'
import { createLog } from './create-log.ts'
import { startApp, withCookies } from './start-app.ts'

const pool = createTestUserPool({ users: [{ username: 'ada', password: 'Correct-horse-1' }] })
const payload = { username: 'ada', password: 'Correct-horse-1' }

const start = async ({
  limiter,
  options = {},
}: {
  limiter?: RateLimitPluginOptions
  options?: Partial<FastifyCognitoOptions>
}) => {
  const log = createLog('warn')
  const app = await startApp({
    pool,
    options: { ...withCookies, rateLimit: {}, ...options },
    server: { logger: log.options },
    ...(limiter && { before: (early) => early.register(rateLimit, limiter) }),
    routes: (late) => late.get('/hello', () => 'hello'),
  })
  const signIn = () => app.inject({ method: 'POST', url: '/auth/sign-in', payload })
  return { app, signIn, log }
}

test('the limit of the app counts a request once, and goes on counting ours', async () => {
  const { app, signIn } = await start({ limiter: { max: 5 } })
  const left = (answer: { headers: object }) => Reflect.get(answer.headers, 'x-ratelimit-remaining')
  expect(left(await signIn())).toBe('4')
  expect(left(await signIn())).toBe('3')
  expect(left(await app.inject('/hello'))).toBe('2')
  await signIn()
  await signIn()
  const refused = await signIn()
  expect(refused.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED', retryAfter: 60 })
  expect(refused.headers['content-type']).toContain('application/problem+json')
  expect(refused.headers['retry-after']).toBe('60')
})

test('a limit of the app for nothing of its own leaves ours', async () => {
  const { signIn } = await start({
    limiter: { global: false },
    options: { rateLimit: { signIn: { max: 1, timeWindow: 90 } } },
  })
  expect((await signIn()).statusCode).toBe(200)
  expect((await signIn()).json()).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 90 })
})

test('an app that lets somebody through lets them through here too', async () => {
  const { signIn } = await start({
    limiter: { global: false, allowList: ({ ip }) => ip === '127.0.0.1' },
    options: { rateLimit: { signIn: { max: 1, timeWindow: 90 } } },
  })
  await signIn()
  expect((await signIn()).statusCode).toBe(200)
})

test('how an app punishes those who go on is not for ours: a user would wait for a stranger', async () => {
  const { signIn } = await start({
    limiter: { global: false, continueExceeding: true, exponentialBackoff: true, ban: 0 },
    options: { rateLimit: { signIn: { max: 1, timeWindow: 90 } } },
  })
  for (let time = 0; time < 10; time += 1) await signIn()
  expect((await signIn()).json()).toMatchObject({ status: 429, retryAfter: 90 })
})

test('rateLimit: false leaves it to something in front', async () => {
  const { signIn, log } = await start({
    limiter: { global: false },
    options: { rateLimit: false },
  })
  for (let time = 0; time < 20; time += 1) expect((await signIn()).statusCode).toBe(200)
  expect(log.text()).toBe('')
})

/** Stands in for Redis: what the store of @fastify/rate-limit says to it. */
const createRedis = () => {
  const counts = new Map<string, number>()
  type Answer = (error: null, result: readonly [current: number, ttlMs: number]) => void
  return {
    counts,
    defineCommand: () => undefined,
    rateLimit: (key: string, timeWindowMs: number, ...rest: readonly unknown[]) => {
      const current = (counts.get(key) ?? 0) + 1
      counts.set(key, current)
      const answer = rest.at(-1) as Answer
      answer(null, [current, timeWindowMs])
    },
  }
}

test('a store that several machines share is told no name and no address, in short keys', async () => {
  const redis = createRedis()
  const options = { rateLimit: { signIn: { max: 2, timeWindow: 60 } } }
  const machines = [
    await start({ limiter: { global: false, redis }, options }),
    await start({ limiter: { global: false, redis }, options }),
  ]
  for (const { signIn } of machines) expect((await signIn()).statusCode).toBe(200)
  for (const { signIn } of machines) expect((await signIn()).statusCode).toBe(429)

  const keys = [...redis.counts.keys()]
  expect(keys).toHaveLength(3)
  for (const key of keys) {
    expect(key.length).toBeLessThan(90)
    expect(key).not.toMatch(/ada|127\.0/i)
  }
})

test('apps with app clients of their own do not count together in it', async () => {
  const redis = createRedis()
  const twoClients = createTestUserPool({
    users: [{ username: 'ada', password: 'Correct-horse-1' }],
    clients: [{}, {}],
  })
  const once = { max: 1, timeWindow: 60 }
  const [first, second] = twoClients.clients.map(({ id }) => id)
  const signInAt = async (clientId = '') => {
    const options = { ...twoClients.options, clientId, rateLimit: { signIn: once } }
    const { signIn } = await start({ limiter: { global: false, redis }, options })
    return (await signIn()).statusCode
  }
  const statuses = [await signInAt(first), await signInAt(first), await signInAt(second)]
  expect(statuses).toEqual([200, 429, 200])
})

test('a store that cannot be reached is a defect of this service, and told as one', async () => {
  const redis = {
    defineCommand: () => undefined,
    rateLimit: (...rest: readonly unknown[]) =>
      (rest.at(-1) as (error: Error) => void)(new Error('redis at 10.0.0.7 is away')),
  }
  const { signIn } = await start({ limiter: { global: false, redis } })
  const refused = await signIn()
  expect(refused.json()).toMatchObject({ status: 500, code: 'INTERNAL' })
  expect(refused.body).not.toContain('10.0.0.7')
  const patient = await start({ limiter: { global: false, redis, skipOnError: true } })
  expect((await patient.signIn()).statusCode).toBe(200)
})

test('a proxy that counts as one address for everybody is noticed, and told of once', async () => {
  const options = { rateLimit: { signIn: { max: 1, timeWindow: 60 } } }
  const noticed = async (server: FastifyServerOptions, headers: Record<string, string>) => {
    const log = createLog('warn')
    const app = await startApp({
      pool,
      options: { ...withCookies, ...options },
      server: { ...server, logger: log.options },
      before: (early) => early.register(rateLimit, { global: false }),
    })
    for (let time = 0; time < 12; time += 1) {
      const names = { username: `user-${time}`, password: 'x' }
      await app.inject({ method: 'POST', url: '/auth/sign-in', payload: names, headers })
    }
    return log.lines.map((line) => JSON.parse(line).msg)
  }
  const headers = { 'x-forwarded-for': '198.51.100.7' }
  expect(await noticed({}, headers)).toEqual([expect.stringContaining('Set trustProxy')])
  expect(await noticed({ trustProxy: true }, headers)).toEqual([])
  expect(await noticed({}, {})).toEqual([])
})

const warning = 'Register @fastify/rate-limit before the auth routes'

test('without @fastify/rate-limit an app is warned once, with what to do', async () => {
  const log = createLog('warn')
  await startApp({
    pool,
    options: { ...withCookies, rateLimit: {} },
    server: { logger: log.options },
    routes: async (app) => {
      await app.register(cognitoRoutes, { prefix: '/v2/auth' })
      await app.register(cognitoRoutes, { prefix: '/v3/auth', features: ['profile'] })
    },
  })
  expect(log.lines).toHaveLength(1)
  expect(log.text()).toContain(warning)
})

test('an app is not warned where it said false, or has no routes of ours', async () => {
  expect((await start({ options: { rateLimit: false } })).log.text()).toBe('')
  expect((await start({ options: { routes: false } })).log.text()).toBe('')
})

test.each([
  [{ signin: {} }, 'rateLimit.signin'],
  [{ signIn: { max: 0, timeWindow: 60 } }, 'rateLimit.signIn.max'],
  [{ signIn: { max: 5 } }, 'rateLimit.signIn.timeWindow'],
  [{ signIn: { max: 5, timeWindow: '1 minute' } }, 'rateLimit.signIn.timeWindow'],
  [{ signIn: { max: 5, timeWindow: 60, ban: 1 } }, 'rateLimit.signIn.ban'],
  [{ signIn: 5 }, 'rateLimit.signIn'],
  [true, 'rateLimit'],
])('a wrong option is named at start-up: %j', async (rateLimits, option) => {
  const starting = start({ options: { rateLimit: rateLimits as never } })
  await expect(starting).rejects.toMatchObject({ name: 'ConfigurationError', option })
})

test('the plugin asks for no limiter to be installed', () => {
  expect(Reflect.get(cognitoPlugin, Symbol.for('plugin-meta')).dependencies).toBeUndefined()
})
