import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import type { CognitoOptions } from '@x/cognito-core'
import cognitoPlugin from '@x/fastify-cognito'
import Fastify, { type FastifyInstance } from 'fastify'
import { contentSecurityPolicy } from './content-security-policy.ts'

export interface AppOptions {
  cognito: CognitoOptions
  /** At least 32 bytes; it seals the session cookie. */
  sessionSecret: string
  /** Where the demo's messages are read; leave out on real Cognito. */
  inbox?: string
  /** @default 'warn' */
  logLevel?: 'silent' | 'warn' | 'info'
}

const pages = fileURLToPath(new URL('../public', import.meta.url))

/** The whole service, not listening yet. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { cognito, sessionSecret, inbox, logLevel = 'warn' } = options
  const app = Fastify({ logger: { level: logLevel } })

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  await app.register(helmet, { contentSecurityPolicy })
  await app.register(serveStatic, { root: pages, cacheControl: false })
  // How often, the plugin knows: for each of its routes, by address and by name.
  await app.register(rateLimit, { global: false })
  await app.register(cognitoPlugin, {
    ...cognito,
    session: { secrets: [sessionSecret] },
    // Without AWS credentials 'password-policy' answers 404, and the pages do without.
    routes: { features: ['sign-in', 'sign-up', 'password', 'password-policy', 'profile'] },
  })

  app.get('/api/session', { onRequest: app.optionalAuth() }, async ({ auth }) => ({
    user: auth?.user ?? null,
    inbox,
    customAttributes: Object.keys(cognito.customAttributes ?? {}).map((name) => `custom:${name}`),
  }))

  app.get('/api/greeting', { onRequest: app.requireAuth() }, async ({ user }) => ({
    message: `Hello, ${user.username}.`,
  }))

  app.get('/api/staff', { onRequest: app.requireAuth({ groups: ['staff'] }) }, async () => ({
    message: 'Welcome behind the counter.',
  }))

  return app
}
