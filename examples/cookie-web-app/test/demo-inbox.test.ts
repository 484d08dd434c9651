import type { LightMyRequestResponse } from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import { buildDemo } from '../src/demo.ts'

const open = async () => {
  const demo = await buildDemo({
    sessionSecret: 'a secret for tests only, and long enough',
    logLevel: 'silent',
  })
  onTestFinished(() => demo.app.close())
  return demo
}

it('shows this machine what was sent, and the code that the app shows now', async () => {
  const { app, pool } = await open()
  const signIn = { username: 'edsger@example.com', password: 'Shortest-Path-59' }
  await app.inject({ method: 'POST', url: '/auth/sign-in', payload: signIn })

  const response = await app.inject({ url: '/inbox/state', headers: { host: '127.0.0.1:3000' } })
  expect(response.headers['cache-control']).toBe('no-store')
  const { messages, accounts } = response.json()
  expect(messages).toMatchObject([
    { to: 'edsger@example.com', code: pool.inbox.lastCodeFor('edsger@example.com') },
  ])
  expect(accounts[1]).toMatchObject({
    username: 'grace@example.com',
    totpCode: pool.totpCodeFor('grace@example.com'),
  })
})

it('shows no code of who is gone, nor of who has no app', async () => {
  const { app, pool } = await open()
  const { username, password } = { username: 'alan@example.com', password: 'Bombe-At-Hut-8' }
  const session = await app.inject({
    method: 'POST',
    url: '/auth/sign-in',
    payload: { username, password },
  })
  const challenge = cookiesOf(session)
  const choice = await answer({ method: 'totp' }, challenge)
  const signedIn = await answer({ code: pool.totpCodeFor(username) }, cookiesOf(choice))
  await app.inject({ method: 'DELETE', url: '/auth/me', cookies: cookiesOf(signedIn) })

  const state = await app.inject({ url: '/inbox/state', headers: { host: '127.0.0.1:3000' } })
  expect(state.statusCode).toBe(200)
  const withApp = state.json().accounts.filter(({ totpCode }: { totpCode?: string }) => totpCode)
  expect(withApp.map((account: { name: string }) => account.name)).toEqual(['Grace'])

  function answer(given: object, cookies: Record<string, string>) {
    const payload = { answer: given }
    return app.inject({ method: 'POST', url: '/auth/challenge', payload, cookies })
  }
})

it.each(['x-forwarded-for', 'X-Forwarded-Host', 'x-real-ip', 'forwarded', 'via'])(
  'shows nothing to what came through a proxy, which says so by %s',
  async (name) => {
    const { app } = await open()
    for (const url of ['/inbox', '/inbox/state']) {
      const headers = { host: '127.0.0.1:3000', [name]: '127.0.0.1' }
      expect((await app.inject({ url, headers })).statusCode).toBe(404)
    }
  },
)

it.each(['/inbox', '/inbox/', '/inbox/inbox.js', '/inbox/state'])(
  'keeps %s from other machines, and from web sites that point a name here',
  async (url) => {
    const { app } = await open()
    const here = { url, headers: { host: 'localhost:3000' } }
    expect((await app.inject(here)).statusCode).toBe(200)
    expect((await app.inject({ ...here, remoteAddress: '192.0.2.7' })).statusCode).toBe(404)
    expect((await app.inject({ url, headers: { host: 'evil.example:3000' } })).statusCode).toBe(404)
  },
)

const cookiesOf = ({ cookies }: LightMyRequestResponse): Record<string, string> =>
  Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
