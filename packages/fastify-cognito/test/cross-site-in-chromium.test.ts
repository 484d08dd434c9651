import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { setStage } from './attack-stage.ts'
import { attacks } from './attacks.ts'
import { describeInChromium } from './chromium.ts'

/** A site is a name with its subdomains, whatever the port: cookies that are lax travel within it. */
const places = [
  { where: 'another port', host: 'localhost', evilHost: 'localhost', isSameSite: true },
  { where: 'a subdomain', host: 'shop.example', evilHost: 'evil.shop.example', isSameSite: true },
  { where: 'another address', host: 'localhost', evilHost: '127.0.0.1', isSameSite: false },
  { where: 'another site', host: 'shop.example', evilHost: 'evil.example', isSameSite: false },
]

/** Over https, or on this machine, browsers say the site; elsewhere the origin alone. */
const hosts = ['localhost', 'shop.example']

const ada = { me: { user: { username: 'ada' } } }

describeInChromium('in a browser', (browser) => {
  describe.each(places)('a page on $where', ({ host, evilHost, isSameSite }) => {
    it('acts in nobody’s name, whatever it tries', async () => {
      const { signIn, state, attempt, evil } = await setStage(browser(), { host, evilHost })
      await signIn()
      const before = await state()
      expect(before).toMatchObject({ ...ada, orders: [] })
      for (const attack of attacks) {
        const arrival = await attempt(attack, evil)
        if (attack.isKeptBack) expect(arrival, attack.name).toBeUndefined()
        else if (attack.asks.startsWith('POST')) {
          const hasSession = isSameSite && !attack.isBare
          expect(arrival, attack.name).toMatchObject({ hasSession })
          // Where the cookie travels, nothing but the origin is in the way.
          if (hasSession) expect(arrival, attack.name).toMatchObject({ status: 403 })
        }
        expect(await state(), attack.name).toEqual(before)
      }
    }, 60_000)

    it('signs nobody in, either', async () => {
      const { state, attempt, evil } = await setStage(browser(), { host, evilHost })
      const before = await state()
      expect(before).toMatchObject({ me: { code: 'TOKEN_MISSING' }, cookies: [] })
      for (const attack of attacks) {
        if (!attack.name.includes('signs somebody else in')) continue
        await attempt(attack, evil)
        expect(await state(), attack.name).toEqual(before)
      }
    }, 60_000)
  })

  it.each(hosts)(
    'the own page does all of that, on %s',
    async (host) => {
      const stage = await setStage(browser(), { host, evilHost: 'evil.example' })
      for (const attack of attacks) {
        await stage.signIn()
        expect(await stage.state(), attack.name).toMatchObject(ada)
        const arrival = await stage.attempt(attack, stage.shop)
        expect(arrival, attack.name).toMatchObject({
          status: attack.isNameless && host !== 'localhost' ? 403 : attack.own,
          hasSession: !attack.isBare,
        })
      }
    },
    60_000,
  )

  it.each([
    { where: 'another port', host: 'localhost', appHost: 'localhost' },
    { where: 'a subdomain', host: 'shop.example', appHost: 'app.shop.example' },
  ])(
    'a page on $where that is trusted signs in, acts and signs out',
    async ({ host, appHost }) => {
      const { evil, context, ask, orders } = await setStage(browser(), {
        host,
        evilHost: appHost,
        isTrusted: true,
        before: (app) => answerPreflights(app, `http://${appHost}:`),
      })
      const spa = await context.newPage()
      await spa.goto(evil)
      const credentials = { username: 'ada', password: 'Correct-horse-1' }
      expect(await ask('POST', '/auth/sign-in', credentials, spa)).toBe(200)
      expect(await ask('POST', '/orders', { item: 'book' }, spa)).toBe(200)
      expect(orders).toEqual(['ada'])
      expect(await ask('POST', '/auth/sign-out', undefined, spa)).toBe(204)
      expect(await ask('POST', '/orders', { item: 'book' }, spa)).toBe(401)
    },
    60_000,
  )
})

/** As @fastify/cors does. */
const answerPreflights = (app: FastifyInstance, start: string): void => {
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    if (!headers.origin?.startsWith(start)) return
    reply.headers({
      'access-control-allow-origin': headers.origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type',
    })
    if (method === 'OPTIONS') await reply.code(204).send()
  })
}
