import { createTestUserPool } from '@x/cognito-testing'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { expect, onTestFinished, vi } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import type { Attack } from './attacks.ts'
import { secret, startApp } from './start-app.ts'

const password = 'Correct-horse-1'

/** What reached the service. */
interface Arrival {
  what: string
  status: number
  hasSession: boolean
}

/** A connection that the browser opened in advance counts as busy for a minute. */
const listen = async (app: FastifyInstance): Promise<number> => {
  onTestFinished(() => app.server.closeAllConnections())
  return Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
}

const page = '<!doctype html><title>A page</title><body></body>'

/** A page that is up to something; what is posted to `/bounce` it sends on. */
const startEvil = async (): Promise<number> => {
  const app = Fastify()
  onTestFinished(() => app.close())
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.get('/', (_request, reply) => reply.type('text/html').send(page))
  app.post<{ Querystring: { to: string } }>('/bounce', ({ query }, reply) =>
    reply.redirect(query.to, 307),
  )
  return listen(app)
}

/** A shop that Ada is signed in to, in a browser that also looks at a page of somebody else's. */
export const setStage = async (
  browser: Browser,
  {
    host,
    evilHost,
    isTrusted = false,
    before = () => undefined,
  }: {
    host: string
    evilHost: string
    /** Whether the other page's origin is one of `session.trustedOrigins`. */
    isTrusted?: boolean
    before?: (app: FastifyInstance) => unknown
  },
) => {
  const pool = createTestUserPool({
    users: ['ada', 'eve'].map((username) => ({
      username,
      password,
      attributes: { name: username },
    })),
  })
  const evil = `http://${evilHost}:${await startEvil()}`
  const arrivals: Arrival[] = []
  const orders: string[] = []
  const options: Partial<FastifyCognitoOptions> = {
    session: { secrets: [secret], ...(isTrusted && { trustedOrigins: [evil] }) },
  }
  const app = await startApp({
    pool,
    options,
    before: (server) => {
      server.addHook('onResponse', async ({ method, url, headers }, { statusCode }) => {
        arrivals.push({
          what: `${method} ${url.split('?')[0]}`,
          status: statusCode,
          hasSession: headers.cookie?.includes('cognito=') ?? false,
        })
      })
      // Whatever a browser may send without asking.
      server.addContentTypeParser('*', (_request, _payload, done) => done(null))
      return before(server)
    },
    routes: (server) => {
      const onRequest = server.requireAuth()
      server.get('/', (_request, reply) => reply.type('text/html').send(page))
      server.post<{ Querystring: { to: string } }>('/bounce', ({ query }, reply) =>
        reply.redirect(query.to, 307),
      )
      server.get('/orders', { onRequest }, () => orders)
      server.post('/orders', { onRequest }, ({ user }) => orders.push(user.username))
      server.delete('/orders', { onRequest }, () => orders.splice(0))
    },
  })
  const shop = `http://${host}:${await listen(app)}`
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const own = await context.newPage()
  await own.goto(shop)

  /** From the page of the shop, or another one, as a page asks. */
  const ask = (method: string, path: string, body?: object, from: Page = own): Promise<number> =>
    from.evaluate(
      `fetch(${JSON.stringify(shop + path)}, ${JSON.stringify({
        method,
        credentials: 'include',
        ...(body && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })}).then(({ status }) => status)`,
    )
  const signIn = () => ask('POST', '/auth/sign-in', { username: 'ada', password })

  /** All that an attack could change. */
  const state = async () => {
    const me = await own.evaluate(`fetch('/auth/me').then((answer) => answer.json())`)
    const { GetUser: _asked, ...calls } = { ...pool.calls }
    return { me, orders: [...orders], cookies: await context.cookies(shop), calls }
  }

  const tab = await context.newPage()

  /** Gives what reached the service of it. */
  const attempt = async (
    { script, asks, leaves, isKeptBack }: Attack,
    home: string,
  ): Promise<Arrival | undefined> => {
    await tab.goto(home)
    arrivals.length = 0
    await tab.evaluate(script(shop, home))
    const find = () => arrivals.find(({ what }) => what === asks)
    const isOut = home === shop || !isKeptBack
    if (isOut) await vi.waitFor(() => expect(find()).toBeDefined(), 5_000)
    if (leaves) await tab.waitForURL(({ origin, pathname }) => origin === shop && pathname !== '/')
    return find()
  }

  return { shop, evil, own, context, orders, ask, signIn, state, attempt, arrivals }
}
