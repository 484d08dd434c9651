import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const users = [
  { username: 'ada', password, groups: ['staff'] },
  { username: 'bob', password },
]

/** What a route answers to nobody, to `ada` of the staff, and to `bob`. */
const statusesOf = async (
  routes: (app: FastifyInstance) => unknown,
  options: Partial<FastifyCognitoOptions> = {},
) => {
  const log = createLog('info')
  const app = await startApp({
    pool: createTestUserPool({ users }),
    options: { ...withBearer, ...options },
    server: { logger: log.options },
    routes,
  })
  const client = createBrowser(app)
  const headersOf = async (username: string) => {
    const { tokens } = (await client.post('/auth/sign-in', { username, password })).json()
    return { authorization: `Bearer ${tokens.accessToken}` }
  }
  const callers = [{}, await headersOf('ada'), await headersOf('bob')]
  const statuses = await Promise.all(
    callers.flatMap((headers) =>
      (['GET', 'HEAD'] as const).map((method) => app.inject({ method, url: '/route', headers })),
    ),
  )
  const [left] = log.lines
    .map((line) => JSON.parse(line))
    .filter(({ code }) => code === 'ROUTES_WITHOUT_GUARD')
  return { statuses: statuses.map(({ statusCode }) => statusCode), left: left?.routes }
}

const inScope =
  (change: (route: RouteOptions) => void, config: NonNullable<RouteOptions['config']> = {}) =>
  (app: FastifyInstance) =>
    app.register(async (scope) => {
      scope.addHook('onRoute', change)
      scope.get('/route', { config }, () => 'in')
    })

const forStaff = { cognito: { groups: ['staff'] } } as const

test('the config that a hook of a scope gives to its routes is as good as their own', async () => {
  const { statuses, left } = await statusesOf(
    inScope((route) => {
      route.config = { ...route.config, ...forStaff }
    }),
  )
  expect(statuses).toEqual([401, 401, 200, 200, 403, 403])
  expect(left).toBeUndefined()
})

test.each<[string, (route: RouteOptions) => void]>([
  [
    'beside what was there',
    (route) => {
      route.config = { ...route.config, ...forStaff }
    },
  ],
  [
    'in place of what was there',
    (route) => {
      route.config = forStaff
    },
  ],
])('so it is where a default or a config asks for less, put %s', async (_how, change) => {
  const asked = [401, 401, 200, 200, 403, 403]
  expect((await statusesOf(inScope(change), { defaultGuard: true })).statuses).toEqual(asked)
  expect((await statusesOf(inScope(change, { cognito: true }))).statuses).toEqual(asked)
  expect((await statusesOf(inScope(change, { cognito: false }))).statuses).toEqual(asked)
})

test('a hook that replaces the hooks of a route does not open it', async () => {
  const replace = (route: RouteOptions) => {
    route.onRequest = [async () => undefined]
  }
  const byConfig = await statusesOf(inScope(replace, forStaff))
  expect(byConfig.statuses).toEqual([401, 401, 200, 200, 403, 403])
  const byDefault = await statusesOf(inScope(replace), { defaultGuard: { groups: ['staff'] } })
  expect(byDefault.statuses).toEqual([401, 401, 200, 200, 403, 403])
  expect(byDefault.left).toBeUndefined()
})

test('what such a hook asks for has to be right', async () => {
  const starting = statusesOf(
    inScope((route) => {
      route.config = { ...route.config, cognito: 'sometimes' as never }
    }),
  )
  await expect(starting).rejects.toMatchObject({ option: 'config.cognito of GET /route' })
})

test('a hook that takes the guard of a route away leaves it in the log', async () => {
  const { statuses, left } = await statusesOf((app) =>
    app.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.onRequest = [async () => undefined]
      })
      scope.get('/route', { onRequest: app.requireAuth() }, () => 'in')
    }),
  )
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200])
  expect(left).toEqual(['GET /route'])
})
