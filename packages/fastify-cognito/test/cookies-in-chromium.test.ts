import type { AddressInfo } from 'node:net'
import { createTestUserPool } from '@x/cognito-testing'
import { expect, it, onTestFinished } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { secret, startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const groups = Array.from(
  { length: 95 },
  (_, index) => `a-group-with-a-name-as-long-as-that-of-some-directory-elsewhere-${index}`,
)
const pool = createTestUserPool({
  users: [
    { username: 'small', password },
    { username: 'large', password, groups },
  ],
})

describeInChromium('in a browser', (browser) => {
  const open = async (session: object) => {
    const app = await startApp({
      pool,
      options: { session: { secrets: [secret], ...session } },
      routes: (server) => {
        server.get('/', (_request, reply) => reply.type('text/html').send('<p>Shop</p>'))
        server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
      },
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const context = await browser().newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    const post = (path: string, body?: object) =>
      page.evaluate(
        async ([url, json]) => {
          const headers = { 'content-type': 'application/json' }
          const sent = json === undefined ? {} : { headers, body: json }
          return (await fetch(url, { method: 'POST', ...sent })).status
        },
        [path, body && JSON.stringify(body)] as const,
      )
    return {
      signIn: (username: string) => post('/auth/sign-in', { username, password }),
      signOut: () => post('/auth/sign-out'),
      who: () => page.evaluate(async () => (await fetch('/who')).text()),
      cookies: async () => (await context.cookies()).map(({ name }) => name).sort(),
    }
  }

  it.each(['cognito', 'c'.repeat(128)])(
    'every piece of a large session is kept and comes back; what a smaller one leaves over goes: %.10s',
    async (cookieName) => {
      const { signIn, signOut, who, cookies } = await open({ cookieName, sameSite: 'strict' })
      expect(await signIn('large')).toBe(200)
      expect(await cookies()).toEqual([cookieName, `${cookieName}.1`, `${cookieName}.2`])
      expect(await who()).toBe('large')
      expect(await signIn('small')).toBe(200)
      expect(await cookies()).toEqual([cookieName])
      expect(await who()).toBe('small')
      expect(await signIn('large')).toBe(200)
      expect(await signOut()).toBe(204)
      expect(await cookies()).toEqual([])
    },
    60_000,
  )
})
