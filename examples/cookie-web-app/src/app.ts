import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import type { CognitoOptions } from '@x/cognito-core'
import cognitoPlugin, { cognitoAdminRoutes } from '@x/fastify-cognito'
import Fastify, { type FastifyInstance } from 'fastify'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { WayToSignIn } from './ways-to-sign-in.ts'

export interface AppOptions {
  cognito: CognitoOptions
  /** At least 32 bytes; it seals the session cookie. */
  sessionSecret: string
  /**
   * What the pages offer besides the password, in this order.
   * @default ['choice']: Cognito says what there is for each user
   */
  waysToSignIn?: readonly WayToSignIn[]
  /** Whether the user pool tracks sessions, so that its users can be shown them. @default false */
  tracksSessions?: boolean
  /** Where the demo's messages are read; leave out on real Cognito. */
  inbox?: string
  /** @default 'warn' */
  logLevel?: 'silent' | 'warn' | 'info'
}

/** Without AWS credentials 'password-policy' answers 404, and the pages do without. */
const features = [
  'sign-in',
  'sign-up',
  'password',
  'password-policy',
  'profile',
  'mfa',
  'passkeys',
  'devices',
] as const

const pages = fileURLToPath(new URL('../public', import.meta.url))

/** The whole service, not listening yet. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { cognito, sessionSecret, inbox, logLevel = 'warn' } = options
  const { waysToSignIn = ['choice'], tracksSessions = false } = options
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
    routes: { features: tracksSessions ? [...features, 'sessions'] : features },
    mfa: { issuer: 'Cookie web app' },
    // Who was away for ten minutes proves who they are before they change how they sign in.
    stepUp: { maxAge: 600 },
  })

  // On real Cognito they take AWS credentials with what the README names.
  await app.register(cognitoAdminRoutes, {
    prefix: '/admin',
    guard: { groups: ['admin'] },
    onAudit: (entry, request) => request.log.info({ audit: entry }, 'an operator'),
  })

  app.get('/api/session', { onRequest: app.optionalAuth() }, async ({ auth }) => ({
    user: auth?.user ?? null,
    inbox,
    ways: waysToSignIn,
    tracksSessions,
    customAttributes: Object.keys(cognito.customAttributes ?? {}).map((name) => `custom:${name}`),
  }))

  app.get('/api/greeting', { onRequest: app.requireAuth() }, async ({ user }) => ({
    message: `Hello, ${user.username}.`,
  }))

  // Whoever was away from the keyboard for a minute proves once more who they are.
  app.get('/api/vault', { onRequest: app.requireAuth({ maxAge: 60 }) }, async () => ({
    message: 'The vault is open.',
  }))

  app.get('/api/staff', { onRequest: app.requireAuth({ groups: ['staff'] }) }, async () => ({
    message: 'Welcome behind the counter.',
  }))

  return app
}
