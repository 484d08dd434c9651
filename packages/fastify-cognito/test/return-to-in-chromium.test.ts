import { createTestUserPool } from '@x/cognito-testing'
import type { Browser } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { createBrowser } from './browser.ts'
import { describeInChromium } from './chromium.ts'
import { ownPaths, pathsElsewhere } from './return-paths.ts'
import { startApp } from './start-app.ts'

const password = 'Correct-horse-1'

const start = async () => {
  const app = await startApp({
    pool: createTestUserPool({ users: [{ username: 'ada', password }] }),
    routes: (server) => {
      server.setNotFoundHandler((_request, reply) => reply.type('text/html').send('<title>A page'))
      server.get<{ Querystring: { to: string } }>('/go', ({ query }, reply) =>
        reply.redirect(query.to),
      )
    },
  })
  // A connection that the browser opened in advance counts as busy for a minute.
  onTestFinished(() => app.server.closeAllConnections())
  const client = createBrowser(app)
  await client.post('/auth/sign-in', { username: 'ada', password })
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  return {
    shop: `http://shop.example:${port}`,
    reauthenticate: (returnTo: string) =>
      client.post('/auth/reauthenticate', { password, returnTo }),
  }
}

/** Where a page goes that is told to go there, and where a redirect leads. */
const goneTo = async (browser: Browser, shop: string) => {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  return async (returnTo: string): Promise<readonly string[]> => {
    await page.goto(`${shop}/start`)
    await page.evaluate(`location.assign(${JSON.stringify(returnTo)})`)
    await page.waitForURL((url) => url.pathname !== '/start')
    const byPage = new URL(page.url()).origin
    await page.goto(`${shop}/go?to=${encodeURIComponent(returnTo)}`)
    return [byPage, new URL(page.url()).origin]
  }
}

describeInChromium('where a step-up returns to', (browser) => {
  it('is where a browser stays on the site', async () => {
    const { shop, reauthenticate } = await start()
    const go = await goneTo(browser(), shop)
    for (const path of ownPaths) {
      const { returnTo } = (await reauthenticate(path)).json()
      expect(returnTo).toBe(path)
      expect(await go(returnTo), path).toEqual([shop, shop])
    }
    // As it would have been without a look at it.
    const { port } = new URL(shop)
    const evil = `http://evil.example:${port}`
    for (const path of [`//evil.example:${port}/`, `/\\evil.example:${port}`, evil]) {
      expect(await go(path), path).toEqual([evil, evil])
    }
  }, 60_000)

  it('is nowhere else', async () => {
    const { reauthenticate } = await start()
    for (const path of pathsElsewhere) {
      const answer = await reauthenticate(path)
      expect([path, answer.statusCode]).toEqual([path, path.length > 32_000 ? 413 : 400])
    }
  })
})
