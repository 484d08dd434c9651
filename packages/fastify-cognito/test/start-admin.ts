import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import {
  type AuditEntry,
  type CognitoAdminRoutesOptions,
  cognitoAdminRoutes,
  type FastifyCognitoOptions,
} from '../src/index.ts'
import { type Browser, createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withCookies } from './start-app.ts'

export const password = 'Correct-horse-1'

/** An app with the routes for operators below `/admin`: Olga is one, Ada and Bob are not. */
export const startAdmin = async ({
  pool: poolOptions = {},
  options = withCookies,
  mount = {},
  before = () => undefined,
}: {
  pool?: TestUserPoolOptions
  options?: Partial<FastifyCognitoOptions>
  mount?: Partial<CognitoAdminRoutesOptions>
  before?: (app: FastifyInstance) => unknown
} = {}): Promise<{
  app: FastifyInstance
  pool: TestUserPool
  log: ReturnType<typeof createLog>
  entries: AuditEntry[]
  signedIn(username: string): Promise<Browser>
}> => {
  const pool = createTestUserPool({
    users: [
      { username: 'olga', password, groups: ['admin'], attributes: { email: 'olga@example.com' } },
      { username: 'ada', password, attributes: { email: 'ada@example.com', locale: 'en' } },
      { username: 'bob', password, groups: ['staff'] },
    ],
    ...poolOptions,
  })
  const entries: AuditEntry[] = []
  const log = createLog('info')
  const app = await startApp({
    pool,
    options,
    server: { logger: log.options },
    before,
    routes: (server) =>
      server.register(cognitoAdminRoutes, {
        prefix: '/admin',
        guard: { groups: ['admin'] },
        onAudit: (entry: AuditEntry) => entries.push(entry),
        ...mount,
      }),
  })
  return {
    app,
    pool,
    log,
    entries,
    signedIn: async (username) => {
      const browser = createBrowser(app)
      await browser.post('/auth/sign-in', { username, password })
      return browser
    },
  }
}
