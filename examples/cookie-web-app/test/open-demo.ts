import type { TestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { buildDemo } from '../src/demo.ts'
import { sharedPage } from './shared-page.ts'

export interface OpenDemo {
  app: FastifyInstance
  pool: TestUserPool
  url: string
  page: Page
  /** What the browser complained of: errors, warnings, breaches of the content security policy. */
  complaints: readonly string[]
  /** Another visitor, with cookies of their own. */
  newPage(options?: BrowserContextOptions): Promise<Page>
}

/** Nothing here takes long; what does has failed. */
const patienceMs = 8_000

/**
 * A demo of its own for one test, and a page that looks at it. With `context`, even an empty one,
 * that page is the test's own too.
 */
export const openDemo = async (
  browser: Browser,
  options: { pool?: TestUserPool; context?: BrowserContextOptions } = {},
): Promise<OpenDemo> => {
  const { app, pool } = await buildDemo({
    ...(options.pool && { pool: options.pool }),
    sessionSecret: 'a secret for tests only, and long enough',
    logLevel: 'silent',
  })
  onTestFinished(() => close(app))
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const url = `http://localhost:${port}`
  const complaints: string[] = []

  const look = async (page: Page): Promise<Page> => {
    page.context().setDefaultTimeout(patienceMs)
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() !== 'log') complaints.push(`${message.type()}: ${message.text()}`)
    })
    await page.goto(url)
    return page
  }
  const newPage: OpenDemo['newPage'] = async (contextOptions = {}) => {
    const context = await browser.newContext(contextOptions)
    onTestFinished(() => context.close())
    return look(await context.newPage())
  }
  const { context } = options
  const page = context ? await newPage(context) : await look(await sharedPage(browser))
  return { app, pool, url, page, complaints, newPage }
}

/** A connection that the browser opened in advance and said nothing on counts as busy for a minute. */
const close = async (app: FastifyInstance): Promise<void> => {
  const closed = app.close()
  const hangUp = setInterval(() => app.server.closeAllConnections(), 20)
  await closed.finally(() => clearInterval(hangUp))
}
