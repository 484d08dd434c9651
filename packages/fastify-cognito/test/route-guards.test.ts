import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const users = [
  { username: 'ada', password, groups: ['staff', 'billing'] },
  { username: 'bob', password },
]

const started = async ({
  options = {},
  routes,
  ...more
}: Omit<Parameters<typeof startApp>[0], 'pool'>) => {
  const pool = createTestUserPool({ users })
  const app = await startApp({
    pool,
    options: { ...withBearer, ...options },
    ...(routes && { routes }),
    ...more,
  })
  const client = createBrowser(app)
  const tokensOf = async (username: string) =>
    (await client.post('/auth/sign-in', { username, password })).json().tokens
  const statusOf = async (
    url: string,
    token?: string,
    method: 'GET' | 'HEAD' | 'OPTIONS' = 'GET',
  ) =>
    (
      await app.inject({
        method,
        url,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      })
    ).statusCode
  return { app, tokensOf, statusOf }
}

const hello = () => 'hello'

test('a route says by its config who may use it', async () => {
  const { tokensOf, statusOf } = await started({
    routes: (app) => {
      app.get('/member', { config: { cognito: true } }, hello)
      app.get('/billing', { config: { cognito: { groups: { all: ['staff', 'billing'] } } } }, hello)
      app.get('/no-staff', { config: { cognito: { groups: { none: ['staff'] } } } }, hello)
      app.get(
        '/maybe',
        { config: { cognito: 'optional' } },
        ({ auth }) => auth?.user.username ?? '',
      )
      app.get('/public', { config: { cognito: false } }, hello)
    },
  })
  const [ada, bob] = [await tokensOf('ada'), await tokensOf('bob')]
  const statuses = (url: string) =>
    Promise.all([statusOf(url), statusOf(url, ada.accessToken), statusOf(url, bob.accessToken)])
  expect(await statuses('/member')).toEqual([401, 200, 200])
  expect(await statuses('/billing')).toEqual([401, 200, 403])
  expect(await statuses('/no-staff')).toEqual([401, 403, 200])
  expect(await statuses('/maybe')).toEqual([200, 200, 200])
  expect(await statuses('/public')).toEqual([200, 200, 200])
  expect(await statusOf('/member', undefined, 'HEAD')).toBe(401)
  expect(await statusOf('/maybe', 'no.token.this')).toBe(401)
})

test('a guard of the config comes before the hooks of the route, and both hold', async () => {
  const { tokensOf, statusOf } = await started({
    routes: (app) =>
      app.get(
        '/both',
        {
          config: { cognito: { groups: ['staff'] } },
          onRequest: [
            async ({ auth }) => {
              if (!auth) throw new Error('nobody is known yet')
            },
            app.requireAuth({ groups: ['admin'] }),
          ],
        },
        hello,
      ),
  })
  expect(await statusOf('/both')).toBe(401)
  expect(await statusOf('/both', (await tokensOf('ada')).accessToken)).toBe(403)
})

test.each([
  [{ groups: { every: ['staff'] } }, 'GET /wrong', 'groups.every'],
  [{ tokenUse: 'refresh' }, 'GET /wrong', 'tokenUse'],
  [{ pool: 'staff' }, 'GET /wrong', 'staff'],
  ['sometimes', 'GET /wrong', 'optional'],
  [null, 'GET /wrong', 'requirements'],
  [undefined, 'GET /wrong', 'undefined'],
])(
  'a config that is wrong is named at start-up, with its route: %j',
  async (cognito, route, what) => {
    const starting = started({
      routes: (app) => app.get('/wrong', { config: { cognito: cognito as never } }, hello),
    })
    await expect(starting).rejects.toMatchObject({
      name: 'ConfigurationError',
      option: `config.cognito of ${route}`,
      message: expect.stringContaining(what),
    })
  },
)

const everyKind = (app: FastifyInstance) => {
  app.get('/silent', hello)
  app.get('/public', { config: { cognito: false } }, hello)
  app.get('/optional', { config: { cognito: 'optional' } }, hello)
  app.get('/by-hook', { onRequest: app.optionalAuth() }, hello)
  app.get('/member', { preHandler: app.requireAuth() }, hello)
  app.options('/silent', hello)
  app.route({ method: ['GET', 'OPTIONS'], url: '/both', handler: hello })
  app.get('/docs', hello)
  app.get('/docs/page', hello)
  app.get('/docsify', hello)
  app.register(async (scope) => {
    scope.get('/below', hello)
  })
}

test('by default a route that says nothing is guarded, and no other', async () => {
  const { tokensOf, statusOf } = await started({
    options: { defaultGuard: { groups: ['staff'], except: ['/docs/*'] } },
    routes: everyKind,
  })
  const statuses = async (token?: string) => {
    const urls = ['/silent', '/below', '/docsify', '/public', '/optional', '/by-hook', '/member']
    return Promise.all(urls.map((url) => statusOf(url, token)))
  }
  const [ada, bob] = [await tokensOf('ada'), await tokensOf('bob')]
  expect(await statuses()).toEqual([401, 401, 401, 200, 200, 200, 401])
  expect(await statuses(ada.accessToken)).toEqual([200, 200, 200, 200, 200, 200, 200])
  // A route that names its own guard has that one instead.
  expect(await statuses(bob.accessToken)).toEqual([403, 403, 403, 200, 200, 200, 200])
  expect(await statusOf('/docs')).toBe(200)
  expect(await statusOf('/docs/page')).toBe(200)
  expect(await statusOf('/silent', undefined, 'OPTIONS')).toBe(200)
  expect(await statusOf('/both', undefined, 'OPTIONS')).toBe(401)
  expect(await statusOf('/silent', undefined, 'HEAD')).toBe(401)
  expect(await statusOf('/nowhere')).toBe(404)
})

test('the routes of this package are not touched by a default', async () => {
  const { tokensOf, statusOf } = await started({
    options: { defaultGuard: { groups: ['staff'] } },
    routes: everyKind,
  })
  const bob = await tokensOf('bob')
  expect(bob.accessToken).toEqual(expect.any(String))
  expect(await statusOf('/auth/me', bob.accessToken)).toBe(200)
})

test.each([
  [{ defaultGuard: 'staff' }, 'defaultGuard'],
  [{ defaultGuard: { groups: 'staff' } }, 'defaultGuard.groups'],
  [{ defaultGuard: { group: ['staff'] } }, 'defaultGuard.group'],
  [{ defaultGuard: { except: '/docs' } }, 'defaultGuard.except'],
  [{ defaultGuard: { except: ['docs'] } }, 'defaultGuard.except[0]'],
  [{ defaultGuard: { except: ['/docs/*/x'] } }, 'defaultGuard.except[0]'],
  [{ defaultGuard: { except: ['/health', '/*'] } }, 'defaultGuard.except[1]'],
  [{ unguarded: 'shout' }, 'unguarded'],
])('a wrong default is named at start-up: %j', async (options, option) => {
  await expect(started({ options: options as never })).rejects.toMatchObject({ option })
})

const reported = async (options = {}) => {
  const log = createLog('info')
  await started({
    options,
    server: { logger: log.options },
    routes: (app) => {
      everyKind(app)
      app.register(async (scope) => {
        scope.addHook('onRequest', app.requireAuth())
        scope.get('/guarded-scope', hello)
        scope.register(async (below) => {
          below.get('/guarded-scope/below', hello)
        })
      })
    },
  })
  const lines = log.lines.map((line) => JSON.parse(line))
  return lines.filter(({ code }) => code === 'ROUTES_WITHOUT_GUARD')
}

test('the log says at start-up which routes have no guard', async () => {
  expect(await reported()).toEqual([
    expect.objectContaining({
      count: 6,
      routes: [
        'GET /silent',
        'GET, OPTIONS /both',
        'GET /docs',
        'GET /docs/page',
        'GET /docsify',
        'GET /below',
      ],
    }),
  ])
})

test('the log says nothing of routes without a guard where that is not wanted', async () => {
  expect(await reported({ unguarded: 'ignore' })).toEqual([])
})

test('the log names only what a default leaves open', async () => {
  const [line] = await reported({ defaultGuard: { except: ['/docs'] } })
  expect(line).toMatchObject({ routes: ['GET /docs'] })
})
