import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import Fastify from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { cognitoPlugin } from '../src/index.ts'
import { createSeal } from '../src/session/seal.ts'
import { type Browser, createBrowser } from './browser.ts'
import { secret, startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const user = { username: 'ada', password }
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

test('any letter that is changed makes it none, and nothing breaks', async () => {
  const seen = new Set<string>()
  for (const [name, value] of ada.cookies) {
    // Each letter of a seal is changed in the test of the seal itself; here some of each cookie are.
    for (let at = 0; at < value.length; at += 13) {
      const letter = value[at] === 'A' ? 'B' : 'A'
      const changed = value.slice(0, at) + letter + value.slice(at + 1)
      const answer = await withCookies(new Map(ada.cookies).set(name, changed))
      seen.add(`${answer.statusCode} ${answer.json().code}`)
    }
  }
  expect([...seen]).toEqual(['401 TOKEN_MISSING'])
})

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

test.each([
  ['that is no JWT', async () => 'small'],
  [
    'of other keys',
    async () => {
      const other = createTestUserPool({ userPoolId: 'eu-west-1_Other', users: [user] })
      const phone = createBrowser(await startApp({ pool: other, options: withBearer }))
      const answer = await phone.post('/auth/sign-in', user)
      return answer.json().tokens.accessToken as string
    },
  ],
])('a session with a token %s is over, and its cookie goes', async (_what, tokenFor) => {
  const { userPoolId, clientId } = pool.options
  const audience = `${userPoolId} ${clientId}`
  const nowSeconds = Math.floor(Date.now() / 1000)
  const text = JSON.stringify({
    accessToken: await tokenFor(),
    expiresAt: nowSeconds + 3600,
    signedInAt: nowSeconds,
  })
  const { seal } = createSeal({ secrets: [secret], purpose: 'session', audience })
  const value = `1.${seal({ text, context: 'cognito' })}`
  const browser = createBrowser(app, new Map([['cognito', value]]))
  const answer = await browser.get('/who')
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
  expect(browser.cookies.size).toBe(0)
})

test('a cookie that a neighbour tossed in front signs nobody out', async () => {
  const names = [...ada.cookies].map(([name, value]) => `${name}=${value}`)
  const tossed = ['cognito=x', 'cognito=1.x', `cognito=${bob.cookies.get('cognito')}`]
  const cookie = [...tossed, 'cognito.1=x', ...names].join('; ')
  const answer = await app.inject({ url: '/who', headers: { cookie } })
  expect(answer.body).toBe('ada')
})
