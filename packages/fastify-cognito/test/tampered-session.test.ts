import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import Fastify from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { cognitoPlugin } from '../src/index.ts'
import { type Browser, createBrowser } from './browser.ts'
import { secret } from './start-app.ts'

const password = 'Correct-horse-1'
const groups = Array.from({ length: 60 }, (_, index) => `a-rather-long-group-name-${index}`)
const pool = createTestUserPool({
  users: [
    { username: 'ada', password, groups },
    { username: 'bob', password, groups },
  ],
})

let app: FastifyInstance
let ada: Browser
let bob: Browser

beforeAll(async () => {
  app = Fastify()
  await app.register(cognitoPlugin, { ...pool.options, session: { secrets: [secret] } })
  app.get('/who', { onRequest: app.requireAuth() }, ({ user }) => user.username)
  ada = createBrowser(app)
  bob = createBrowser(app)
  await ada.post('/auth/sign-in', { username: 'ada', password })
  await bob.post('/auth/sign-in', { username: 'bob', password })
  return () => app.close()
})

const withCookies = (cookies: Iterable<readonly [string, string]>) =>
  createBrowser(app, new Map(cookies)).get('/who')

test('an honest session comes in several cookies, and works', async () => {
  expect([...ada.cookies.keys()]).toEqual(['cognito', 'cognito.1'])
  expect((await withCookies(ada.cookies)).body).toBe('ada')
})

test('any letter that is changed signs out, and nothing breaks', async () => {
  const seen = new Set<string>()
  for (const [name, value] of ada.cookies) {
    for (let at = 0; at < value.length; at++) {
      const letter = value[at] === 'A' ? 'B' : 'A'
      const changed = value.slice(0, at) + letter + value.slice(at + 1)
      const answer = await withCookies(new Map(ada.cookies).set(name, changed))
      seen.add(`${answer.statusCode} ${answer.json().code}`)
    }
  }
  expect([...seen]).toEqual(['401 TOKEN_MISSING'])
}, 60_000)

const first = () => ada.cookies.get('cognito') ?? ''
const second = () => ada.cookies.get('cognito.1') ?? ''

test.each<[string, () => [string, string][]]>([
  ['cut off', () => [['cognito', first()]]],
  ['without its head', () => [['cognito.1', second()]]],
  [
    'cut short',
    () => [
      ['cognito', first()],
      ['cognito.1', second().slice(0, -4)],
    ],
  ],
  [
    'said to be shorter than it is',
    () => [
      ['cognito', first().replace('2.', '1.')],
      ['cognito.1', second()],
    ],
  ],
  [
    'said to be longer than it is',
    () => [
      ['cognito', first().replace('2.', '3.')],
      ['cognito.1', second()],
      ['cognito.2', second()],
    ],
  ],
  [
    'in another order',
    () => [
      ['cognito', `2.${second()}`],
      ['cognito.1', first().slice(2)],
    ],
  ],
  [
    'spliced with that of somebody else',
    () => [
      ['cognito', first()],
      ['cognito.1', bob.cookies.get('cognito.1') ?? ''],
    ],
  ],
  [
    'under another name',
    () => [
      ['cognito-challenge', first()],
      ['cognito-challenge.1', second()],
    ],
  ],
])('a session that is %s is none', async (_what, cookies) => {
  const answer = await withCookies(cookies())
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe('TOKEN_MISSING')
})

test('a piece left over from a longer session does no harm', async () => {
  const answer = await withCookies(new Map(ada.cookies).set('cognito.2', 'stale'))
  expect(answer.body).toBe('ada')
})
