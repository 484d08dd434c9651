import { expect, it, onTestFinished } from 'vitest'
import { buildDemo } from '../src/demo.ts'

const open = async () => {
  const demo = await buildDemo({
    sessionSecret: 'a secret for tests only, and long enough',
    logLevel: 'silent',
  })
  onTestFinished(() => demo.app.close())
  return demo.app
}

it('lets nobody through the guards without signing in', async () => {
  const app = await open()
  for (const url of ['/api/greeting', '/api/vault', '/api/staff']) {
    const response = await app.inject(url)
    expect(response.statusCode).toBe(401)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(response.json()).toMatchObject({ code: 'TOKEN_MISSING' })
  }
})

it('tells a visitor that nobody is signed in, and nothing that may be kept', async () => {
  const app = await open()
  const response = await app.inject('/api/session')
  expect(response.json()).toEqual({
    user: null,
    inbox: '/inbox',
    ways: ['passkey', 'email-code', 'sms-code', 'choice', 'custom'],
    tracksSessions: true,
    customAttributes: ['custom:favourite_machine'],
  })
  expect(response.headers['cache-control']).toBe('no-store')
})

it.each(['/', '/app.js', '/api/session', '/inbox', '/nowhere'])(
  'has no browser or proxy keep %s',
  async (url) => {
    const app = await open()
    const response = await app.inject({ url, headers: { host: 'localhost:3000' } })
    expect(response.headers['cache-control']).toBe('no-store')
  },
)

it('lets staff in, and turns away who is signed in but not staff', async () => {
  const app = await open()
  const ada = await app.inject({
    method: 'POST',
    url: '/auth/sign-in',
    payload: { username: 'ada@example.com', password: 'Analytical-Engine-1' },
  })
  const cookies = Object.fromEntries(ada.cookies.map(({ name, value }) => [name, value]))
  const greeting = await app.inject({ url: '/api/greeting', cookies })
  expect(greeting.json()).toEqual({ message: `Hello, ${ada.json().user.username}.` })
  expect((await app.inject({ url: '/api/staff', cookies })).statusCode).toBe(403)
})

it('sends a content security policy that allows nothing inline', async () => {
  const app = await open()
  const policy = String((await app.inject('/')).headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("img-src 'self' data:;")
  expect(policy).not.toContain('unsafe')
})
