import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createBrowser } from '../../test/browser.ts'
import { loadCookieHeader } from './cookie-header.ts'
import { createCookies } from './create-cookies.ts'
import { createSeals } from './create-seals.ts'
import { createDevices } from './devices.ts'

const day = 24 * 60 * 60
const deviceOf = (sub: string, key = `key-of-${sub}`) => ({
  key,
  groupKey: `group-${sub}`,
  password: `secret-of-${sub}`,
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Keeps, finds and forgets as it is asked to over HTTP. */
const start = async ({
  maxAge = 365 * day,
  secrets = ['x'.repeat(32)],
  jar = new Map(),
}: {
  maxAge?: number
  secrets?: readonly [string, ...string[]]
  jar?: Map<string, string>
} = {}) => {
  const app: FastifyInstance = Fastify({ trustProxy: true })
  onTestFinished(() => app.close())
  const seals = createSeals({ audience: 'pool client', secrets, pendingSecrets: secrets })
  const header = await loadCookieHeader(app)
  const cookies = createCookies({ session: { secrets }, header, seals })
  const devices = createDevices({ seal: seals.device, cookies: cookies.devices, maxAge })
  app.post<{ Body: { sub: string; names: string[]; key?: string } }>('/save', (request, reply) => {
    const { sub, names, key } = request.body
    devices.save({ kept: { device: deviceOf(sub, key), sub, names }, request, reply })
    return reply.send({})
  })
  app.post<{ Body: { username: string; token?: string } }>('/find', (request, reply) => {
    const { username, token: untrustedToken } = request.body
    return reply.send(devices.find({ username, untrustedToken, request })?.key ?? 'none')
  })
  app.post<{ Body: { key: string } }>('/forget', (request, reply) => {
    devices.forget({ key: request.body.key, request, reply })
    return reply.send({})
  })
  await app.ready()
  const browser = createBrowser(app, jar)
  const find = async (username: string, more: object = {}) =>
    (await browser.post('/find', { username, ...more })).body
  const save = (sub: string, names: readonly string[], key?: string) =>
    browser.post('/save', { sub, names, ...(key && { key }) })
  return { browser, find, save, devices, seals }
}

test('a device is found by each name of its user, to the letter, and by no other', async () => {
  const { find, save } = await start()
  await save('one', ['ada@example.com', 'uuid-1'])
  await save('two', ['bob@example.com', 'uuid-2'])
  expect(await find('ada@example.com')).toBe('key-of-one')
  expect(await find('uuid-2')).toBe('key-of-two')
  for (const name of ['Ada@example.com', 'ada', 'one', 'uuid-3', '']) {
    expect(await find(name)).toBe('none')
  }
})

test('another name joins those that there are, and the device is the newest', async () => {
  const { browser, find, save } = await start()
  await save('one', ['ada', 'uuid-1'])
  await save('one', ['ada@example.com', 'uuid-1'], 'newer')
  expect(await find('ada')).toBe('newer')
  expect(await find('ada@example.com')).toBe('newer')
  expect(browser.cookies.size).toBe(1)
})

test('of the names of one user the newest five count', async () => {
  const { find, save } = await start()
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await save('one', [name])
  expect(await find('a')).toBe('none')
  expect(await find('b')).toBe('key-of-one')
})

test('of six users in one browser the one who was away the longest is forgotten', async () => {
  const { browser, find, save } = await start()
  for (const sub of ['a', 'b', 'c', 'd', 'e']) {
    await save(sub, [sub])
    vi.advanceTimersByTime(1000)
  }
  await save('a', ['a'])
  vi.advanceTimersByTime(1000)
  await save('f', ['f'])
  expect(browser.cookies.size).toBe(5)
  expect(await find('b')).toBe('none')
  for (const sub of ['a', 'c', 'd', 'e', 'f']) expect(await find(sub)).toBe(`key-of-${sub}`)
})

test('what is kept tells neither whose it is nor what it is', async () => {
  const { browser, save } = await start()
  await save('one', ['ada@example.com'])
  const [[name = '', value = ''] = []] = [...browser.cookies]
  expect(name).toMatch(/^cognito-device-[\w-]{12}$/)
  const bytes = Buffer.from(value.slice(2), 'base64url').toString('latin1')
  expect(`${name} ${bytes}`).not.toMatch(/ada|one|key-of|secret-of/)
})

test('it is http-only, lives for as long as it is said, and is not kept for longer', async () => {
  const { browser, find, save } = await start({ maxAge: 30 * day })
  const { cookies } = await save('one', ['ada'])
  expect(cookies).toMatchObject([{ httpOnly: true, path: '/', maxAge: 30 * day, sameSite: 'Lax' }])
  vi.advanceTimersByTime((30 * day - 1) * 1000)
  expect(await find('ada')).toBe('key-of-one')
  vi.advanceTimersByTime(1000)
  expect(await find('ada')).toBe('none')
  expect(browser.cookies.size).toBe(1)
})

test('over https it is for this host alone, and one that came in the clear counts for nothing', async () => {
  const { browser, save } = await start()
  const https = { headers: { 'x-forwarded-proto': 'https' } }
  await save('one', ['ada'])
  const [[name = '', value = ''] = []] = [...browser.cookies]
  browser.cookies.set(`__Host-${name}`, value)
  expect((await browser.post('/find', { username: 'ada' }, https)).body).toBe('none')
  await browser.post('/save', { sub: 'one', names: ['ada'] }, https)
  expect(browser.cookies.get(`__Host-${name}`)).not.toBe(value)
  expect((await browser.post('/find', { username: 'ada' }, https)).body).toBe('key-of-one')
})

test('one user’s cookie under the name of another’s does not open', async () => {
  const { browser, find, save } = await start()
  await save('one', ['ada'])
  await save('two', ['bob'])
  const [[first = '', one = ''] = [], [second = '', two = ''] = []] = [...browser.cookies]
  browser.cookies.set(first, two)
  browser.cookies.set(second, one)
  expect([await find('ada'), await find('bob')]).toEqual(['none', 'none'])
})

test('it is forgotten by its key, and nobody else’s with it', async () => {
  const { browser, find, save } = await start()
  await save('one', ['ada'])
  await save('two', ['bob'])
  await browser.post('/forget', { key: 'unknown' })
  await browser.post('/forget', { key: 'key-of-one' })
  expect([await find('ada'), await find('bob')]).toEqual(['none', 'key-of-two'])
  expect(browser.cookies.size).toBe(1)
})

test('a token holds the same, for whoever has these names', async () => {
  const { find, devices } = await start()
  const token = devices.seal({ device: deviceOf('one'), sub: 'one', names: ['ada', 'uuid-1'] })
  expect(devices.keyIn(token)).toBe('key-of-one')
  expect(await find('uuid-1', { token })).toBe('key-of-one')
  expect(await find('bob', { token })).toBe('none')
  expect(await find('ada', { token: `${token}x` })).toBe('none')
  expect(devices.keyIn('x')).toBeUndefined()
})

describe('its name', () => {
  const older = 'a'.repeat(32)
  const newer = 'b'.repeat(32)

  test('can be told by nobody who knows the user and not the secret', async () => {
    const names = []
    for (const secrets of [[older], [newer]] as const) {
      const { browser, save } = await start({ secrets })
      await save('one', ['ada'])
      names.push(...browser.cookies.keys())
    }
    const digest = createHash('sha256').update('one').digest('base64url').slice(0, 12)
    expect(new Set([...names, `cognito-device-${digest}`]).size).toBe(3)
  })

  test('may be one of before: the device is found, and kept under the new one from then on', async () => {
    const name = `cognito-device-${createHash('sha256').update('one').digest('base64url').slice(0, 12)}`
    const { browser, find, save, seals } = await start()
    const keptAt = Math.floor(Date.now() / 1000)
    const kept = { device: deviceOf('one'), sub: 'one', names: ['ada'], keptAt }
    const sealed = seals.device.seal({ text: JSON.stringify(kept), context: name })
    browser.cookies.set(name, `1.${sealed}`)
    expect(await find('ada')).toBe('key-of-one')
    await save('one', ['ada@example.com'])
    expect([...browser.cookies.keys()]).not.toContain(name)
    expect(browser.cookies.size).toBe(1)
    expect([await find('ada'), await find('ada@example.com')]).toEqual(['key-of-one', 'key-of-one'])
  })

  test('moves with the secrets', async () => {
    const before = await start({ secrets: [older] })
    await before.save('one', ['ada'])
    const [name] = [...before.browser.cookies.keys()]
    const after = await start({ secrets: [newer, older], jar: before.browser.cookies })
    expect(await after.find('ada')).toBe('key-of-one')
    await after.save('one', ['ada'], 'newest')
    expect([...after.browser.cookies.keys()]).not.toContain(name)
    expect(after.browser.cookies.size).toBe(1)
    expect(await after.find('ada')).toBe('newest')
  })
})
