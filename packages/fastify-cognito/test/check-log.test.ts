import { createTestUserPool } from '@x/cognito-testing'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { cognitoPlugin } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { checkLog } from './check-log.ts'
import { withCookies } from './start-app.ts'

const credentials = { username: 'ada', password: 'Correct-horse-1' }

test('what stands in no field of a log, and is secret all the same, does not pass the check of every story', async () => {
  const pool = createTestUserPool({ users: [credentials] })
  const { logger, watch, leaks } = checkLog()
  const app = Fastify({ logger })
  onTestFinished(() => app.close())
  watch(app)
  app.addHook('preHandler', async ({ body, headers, log }) => {
    log.info(`sent ${JSON.stringify(body)} with ${headers.cookie}`)
  })
  await app.register(cognitoPlugin, { ...pool.options, ...withCookies, rateLimit: false })
  app.post('/code', () => 'ok')

  const browser = createBrowser(app)
  await browser.post('/code', { code: '123456' })
  await browser.post('/auth/sign-in', credentials)
  const cookies = [...browser.cookies.values()]
  await browser.get('/auth/me')
  expect([...leaks()].sort()).toEqual(['123456', credentials.password, ...cookies].sort())
})
