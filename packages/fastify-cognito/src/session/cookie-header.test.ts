import fastifyCookie from '@fastify/cookie'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { loadCookieHeader } from './cookie-header.ts'

const apps = {
  'by itself': async () => Fastify(),
  "with the application's own @fastify/cookie": async () => {
    const app = Fastify()
    await app.register(fastifyCookie)
    return app
  },
}

describe.each(Object.entries(apps))('%s', (_name, createApp) => {
  test('reads cookies by name, both of two with one name', async () => {
    const { parse } = await loadCookieHeader(await createApp())
    const cookies = parse('a=1; b = x=y ;; alone; a=2; __proto__=3')
    expect([...cookies]).toEqual([
      ['a', ['1', '2']],
      ['b', ['x=y']],
      ['__proto__', ['3']],
    ])
  })

  test('finds no cookies where no header is', async () => {
    const { parse } = await loadCookieHeader(await createApp())
    expect(parse(undefined).size).toBe(0)
  })

  test('writes cookies that scripts cannot read', async () => {
    const { serialize } = await loadCookieHeader(await createApp())
    const cookie = { name: 'n', value: 'v', maxAge: 60, secure: true, sameSite: 'lax' } as const
    expect(serialize(cookie)).toBe('n=v; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax')
    expect(serialize({ ...cookie, secure: false, sameSite: 'strict' })).toBe(
      'n=v; Max-Age=60; Path=/; HttpOnly; SameSite=Strict',
    )
  })
})

test('leaves the application without decorators it did not ask for', async () => {
  const app = Fastify()
  await loadCookieHeader(app)
  expect(app.hasDecorator('parseCookie')).toBe(false)
  await app.register(fastifyCookie)
  expect(app.hasDecorator('parseCookie')).toBe(true)
})
