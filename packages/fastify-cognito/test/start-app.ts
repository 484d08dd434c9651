import type { TestUserPool } from '@x/cognito-testing'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { expect, onTestFinished } from 'vitest'
import { cognitoPlugin, type FastifyCognitoOptions } from '../src/index.ts'
import { checkAnswers } from './check-answers.ts'
import { checkLog } from './check-log.ts'

export const secret = 'a session secret of thirty-two bytes or more'

/** With `session`, an app with cookies; without, one with bearer tokens only. */
export const withCookies = { session: { secrets: [secret] } } as const
export const withBearer = { challenge: { secrets: [secret] } } as const

/**
 * An app on a test pool, closed when the test is over. Its answers are checked against its document, and
 * its log for secrets.
 */
export const startApp = async ({
  pool,
  options = withCookies,
  server = {},
  before = () => undefined,
  routes = () => undefined,
}: {
  pool: TestUserPool
  options?: Partial<FastifyCognitoOptions>
  server?: FastifyServerOptions
  /** What the app does before the plugin is registered. */
  before?: (app: FastifyInstance) => unknown
  /** What the app does after it. */
  routes?: (app: FastifyInstance) => unknown
}): Promise<FastifyInstance> => {
  const { logger, watch, leaks } = checkLog()
  const app: FastifyInstance = Fastify(server.loggerInstance ? server : { logger, ...server })
  onTestFinished(() => app.close())
  checkAnswers(app)
  watch(app)
  onTestFinished(() => expect(leaks(), 'secrets in the log').toEqual([]))
  await before(app)
  await app.register(cognitoPlugin, { ...pool.options, rateLimit: false, ...options })
  await routes(app)
  await app.ready()
  return app
}
