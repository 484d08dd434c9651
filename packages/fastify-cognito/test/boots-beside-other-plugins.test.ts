import { createRequire } from 'node:module'
import fastifyAuth from '@fastify/auth'
import fastifyCookie from '@fastify/cookie'
import fastifySession from '@fastify/session'
import { createTestUserPool } from '@x/cognito-testing'
import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyRequest,
} from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cognitoPlugin, type FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { secret, withCookies } from './start-app.ts'

// Required, not imported: their types of `request.user` would hold for this whole project.
const require = createRequire(import.meta.url)
const fastifyJwt: FastifyPluginAsync<{ secret: string }> = require('@fastify/jwt')
const { Authenticator } = require('@fastify/passport') as {
  Authenticator: new () => {
    initialize(): FastifyPluginAsync
    secureSession(): FastifyPluginAsync
  }
}

const password = 'Correct-horse-1'
const pool = createTestUserPool({ users: [{ username: 'ada', password, groups: ['staff'] }] })

const registerSession = async (app: FastifyInstance) => {
  await app.register(fastifyCookie)
  await app.register(fastifySession, { secret, cookie: { secure: false } })
}

interface Neighbour {
  name: string
  /** It has a `request.user` of its own. */
  hasUser: boolean
  register(app: FastifyInstance): Promise<unknown>
}

const neighbours: readonly Neighbour[] = [
  { name: '@fastify/auth', hasUser: false, register: async (app) => app.register(fastifyAuth) },
  { name: '@fastify/cookie', hasUser: false, register: async (app) => app.register(fastifyCookie) },
  { name: '@fastify/session', hasUser: false, register: registerSession },
  {
    name: '@fastify/jwt',
    hasUser: true,
    register: async (app) => app.register(fastifyJwt, { secret }),
  },
  {
    name: '@fastify/passport',
    hasUser: true,
    register: async (app) => {
      await registerSession(app)
      const passport = new Authenticator()
      await app.register(passport.initialize())
      await app.register(passport.secureSession())
    },
  },
]

const start = async (
  register: (app: FastifyInstance, options: FastifyCognitoOptions) => Promise<unknown>,
  more: Partial<FastifyCognitoOptions> = {},
) => {
  const app: FastifyInstance = Fastify()
  onTestFinished(() => app.close())
  await register(app, { ...pool.options, ...withCookies, ...more })
  app.get('/who', { onRequest: app.requireAuth() }, ({ auth }) => auth?.user.username)
  await app.ready()
  return app
}

const whoSignsIn = async (app: FastifyInstance) => {
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', { username: 'ada', password })
  return (await browser.get('/who')).body
}

describe.each(neighbours)('beside $name', ({ hasUser, register }) => {
  const options = hasUser ? { decorateUser: false } : {}

  test('boots after it, and works', async () => {
    const app = await start(async (server, given) => {
      await register(server)
      await server.register(cognitoPlugin, given)
    }, options)
    expect(await whoSignsIn(app)).toBe('ada')
  })

  test('boots before it, and works', async () => {
    const app = await start(async (server, given) => {
      await server.register(cognitoPlugin, given)
      await register(server)
    }, options)
    expect(await whoSignsIn(app)).toBe('ada')
  })
})

test.each(neighbours.filter(({ hasUser }) => hasUser))(
  'after $name, which has a user of its own, the way out is named',
  async ({ register }) => {
    const booting = start(async (server, given) => {
      await register(server)
      await server.register(cognitoPlugin, given)
    })
    await expect(booting).rejects.toMatchObject({
      name: 'ConfigurationError',
      option: 'decorateUser',
      message: expect.stringContaining('Set decorateUser to false'),
    })
  },
)

test('beside all of them at once', async () => {
  const app = await start(
    async (server, given) => {
      await server.register(fastifyAuth)
      await server.register(cognitoPlugin, given)
      await server.register(fastifyJwt, { secret })
      await registerSession(server)
    },
    { decorateUser: false },
  )
  expect(await whoSignsIn(app)).toBe('ada')
})

test('cookies of other plugins stay in the answer', async () => {
  const app: FastifyInstance = Fastify()
  onTestFinished(() => app.close())
  await app.register(fastifyCookie)
  app.addHook('onRequest', async (_request, reply) => {
    reply.setCookie('theirs', '1')
    reply.header('set-cookie', 'by-hand=1')
  })
  await app.register(cognitoPlugin, { ...pool.options, ...withCookies })
  const browser = createBrowser(app)
  const answer = await browser.post('/auth/sign-in', { username: 'ada', password })
  expect(answer.cookies.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['by-hand', 'theirs', 'cognito']),
  )
})

test('two pools with one secret and one cookie name leave the cookies of each other alone', async () => {
  const staff = createTestUserPool({ userPoolId: 'eu-west-1_Staff' })
  const app: FastifyInstance = Fastify()
  onTestFinished(() => app.close())
  for (const [prefix, { options }] of [
    ['/shop', pool],
    ['/staff', staff],
  ] as const) {
    const scope: FastifyPluginAsync = async (server) => {
      await server.register(cognitoPlugin, { ...options, ...withCookies })
      const say = ({ auth }: FastifyRequest) => auth?.user.username ?? 'stranger'
      server.get('/maybe', { onRequest: server.optionalAuth() }, say)
      server.get('/who', { onRequest: server.requireAuth() }, say)
    }
    await app.register(scope, { prefix })
  }
  const browser = createBrowser(app)
  await browser.post('/shop/auth/sign-in', { username: 'ada', password })
  expect((await browser.get('/staff/maybe')).body).toBe('stranger')
  expect((await browser.get('/staff/who')).json().code).toBe('TOKEN_MISSING')
  expect((await browser.get('/shop/who')).body).toBe('ada')
})

test('two pools live in one app, each in a scope of its own', async () => {
  const staff = createTestUserPool({
    userPoolId: 'eu-west-1_Staff',
    users: [{ username: 'bob', password }],
  })
  const app: FastifyInstance = Fastify()
  onTestFinished(() => app.close())
  const scope =
    (prefix: string, given: FastifyCognitoOptions): FastifyPluginAsync =>
    async (server) => {
      await server.register(cognitoPlugin, { ...given, routes: { prefix: '/auth' } })
      server.get(
        '/who',
        { onRequest: server.requireAuth() },
        ({ user }) => `${prefix} ${user.username}`,
      )
    }
  const session = { secrets: [secret], cookieName: 'staff' } as const
  await app.register(scope('shop', { ...pool.options, ...withCookies }), { prefix: '/shop' })
  await app.register(scope('staff', { ...staff.options, session }), { prefix: '/staff' })

  const browser = createBrowser(app)
  await browser.post('/shop/auth/sign-in', { username: 'ada', password })
  await browser.post('/staff/auth/sign-in', { username: 'bob', password })
  expect((await browser.get('/shop/who')).body).toBe('shop ada')
  expect((await browser.get('/staff/who')).body).toBe('staff bob')
})
