import { fileURLToPath } from 'node:url'
import type { TestUserPool } from '@x/cognito-testing'
import type { FastifyPluginAsync, onRequestAsyncHookHandler } from 'fastify'
import { demoAccounts } from './demo-accounts.ts'

const pages = fileURLToPath(new URL('../demo', import.meta.url))

/**
 * What a mailbox and a phone would show, for a pool that has neither. Answers this machine only,
 * and only under its own name, so that no web site can read along by pointing a name of its own here.
 * What a proxy on this machine passes on comes from elsewhere, whatever its address.
 */
export const demoInbox: FastifyPluginAsync<{ pool: TestUserPool }> = async (app, { pool }) => {
  app.addHook('onRequest', loopbackOnly)

  app.get('/', async (_request, reply) => reply.sendFile('inbox.html', pages))
  app.get('/inbox.js', async (_request, reply) => reply.sendFile('inbox.js', pages))

  app.get('/state', async () => ({
    now: pool.clock.now(),
    messages: pool.inbox.messages,
    accounts: demoAccounts.map(({ name, next, totpSecret, user: { username, password } }) => ({
      name,
      next,
      username,
      ...(password !== undefined && { password }),
      ...(totpSecret && { totpSecret }),
      ...appOf(pool, username),
    })),
  }))
}

/** What the app of that user shows now; nothing where they have none, or are gone. */
const appOf = (pool: TestUserPool, username: string): { totpCode?: string } => {
  try {
    return { totpCode: pool.totpCodeFor(username) }
  } catch {
    return {}
  }
}

const loopbackAddresses = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']
const proxyHeader = /^(x-forwarded-.+|x-real-ip|forwarded|via)$/

const loopbackOnly: onRequestAsyncHookHandler = async (request, reply) => {
  const isLocal =
    loopbackAddresses.includes(request.ip) &&
    loopbackNames.includes(request.hostname) &&
    !Object.keys(request.headers).some((name) => proxyHeader.test(name))
  if (!isLocal) return reply.callNotFound()
  return undefined
}
