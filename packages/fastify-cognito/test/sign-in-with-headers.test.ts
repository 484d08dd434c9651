import { describe, expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { createLog } from './create-log.ts'
import { basic, password, signIn, start, tokensOf, who, withHeaders } from './headers-stage.ts'
import { withCookies } from './start-app.ts'

describe('by Basic credentials', () => {
  test('somebody signs in, and has the tokens in headers and nowhere else', async () => {
    const { app } = await start()
    const answer = await signIn(app)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      status: 'signed-in',
      user: expect.objectContaining({ username: 'ada' }),
      expiresAt: expect.any(Number),
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await who(app, tokensOf(answer))).json()).toEqual({ name: 'ada', from: 'headers' })
  })

  test('names and passwords may have any letters, and the password colons', async () => {
    const { app } = await start()
    expect((await signIn(app, { headers: basic('zoë') })).statusCode).toBe(200)
  })

  test('what else a sign-in takes still comes in the body', async () => {
    const { app, pool } = await start()
    const answer = await signIn(app, { payload: { method: 'srp' } })
    expect(answer.statusCode).toBe(200)
    expect(pool.calls['RespondToAuthChallenge']).toBe(1)
  })

  test.each([
    ['Basic', 'is no base64'],
    ['Basic a', 'is no base64'],
    ['Basic YWRh_-==', 'is no base64'],
    ['Basic YWRhOng', 'is no base64'],
    ['Basic YWRh', 'has no colon'],
    [`Basic ${Buffer.of(0x61, 0x3a, 0xff).toString('base64')}`, 'is no UTF-8'],
    [basic('ada', 'a\nb').authorization, 'has control characters'],
  ])('%s is no such thing, and it is said why', async (authorization, why) => {
    const { app, pool } = await start()
    const answer = await signIn(app, { headers: { authorization } })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'INVALID_INPUT'])
    expect(answer.json().detail).toContain(`The header Authorization ${why}`)
    expect(pool.calls['InitiateAuth'] ?? 0).toBe(0)
  })

  test('a name that could not be in the body cannot be in the header', async () => {
    const { app } = await start()
    const answer = await signIn(app, { headers: basic('') })
    expect(answer.json()).toMatchObject({
      status: 400,
      errors: [{ path: '/username', message: 'should not be empty.' }],
    })
  })

  test('in the header and in the body is once too often', async () => {
    const { app, pool } = await start()
    const answer = await signIn(app, { payload: { username: 'ada', password } })
    expect(answer.statusCode).toBe(400)
    const message = 'is in the header Authorization already; leave it out of the body.'
    expect(answer.json().errors).toEqual([
      { path: '/username', message },
      { path: '/password', message },
    ])
    expect(pool.calls['InitiateAuth'] ?? 0).toBe(0)
  })

  test('who is known and who is not are answered alike', async () => {
    const { app } = await start()
    const [wrong, unknown] = await Promise.all(
      ['ada', 'nobody'].map((name) => signIn(app, { headers: basic(name, 'Wrong-1-password') })),
    )
    expect(wrong?.statusCode).toBe(401)
    expect(unknown?.body).toBe(wrong?.body)
    expect(Object.keys(unknown?.headers ?? {})).toEqual(Object.keys(wrong?.headers ?? {}))
  })

  test('they count for nothing where they are not wanted, or tokens travel otherwise', async () => {
    const unwanted = { ...withHeaders, headers: { basicCredentials: false } }
    for (const options of [unwanted, withCookies, { ...withHeaders, deliver: 'body' } as const]) {
      const { app } = await start(options)
      const answer = await signIn(app, { headers: basic('ada'), payload: {} })
      expect(answer.json().errors).toEqual([{ path: '/username', message: 'is missing.' }])
    }
  })

  test('they are in no log', async () => {
    const log = createLog('trace')
    const { app } = await start(withHeaders, log.options)
    await signIn(app)
    await signIn(app, { headers: basic('ada', 'Wrong-1-password') })
    const encoded = basic('ada').authorization.slice(6)
    expect(log.text()).not.toMatch(/Wrong-1-password|Correct-horse/)
    expect(log.text()).not.toContain(encoded)
  })
})

test('a name and a password may come in the body as well', async () => {
  const { app } = await start()
  const answer = await signIn(app, { headers: {}, payload: { username: 'ada', password } })
  expect((await who(app, tokensOf(answer))).statusCode).toBe(200)
})

test('a challenge is answered by its token, and ends in headers', async () => {
  const { app, pool } = await start()
  const asked = await signIn(app, { headers: basic('mia') })
  expect(asked.json()).toMatchObject({ status: 'challenge', challenge: { kind: 'totp-code' } })
  expect(asked.headers['accesstoken']).toBeUndefined()
  const { challengeToken } = asked.json()
  const answer = await app.inject({
    method: 'POST',
    url: '/auth/challenge',
    payload: { challengeToken, answer: { code: pool.totpCodeFor('mia') } },
  })
  expect((await who(app, tokensOf(answer))).json().name).toBe('mia')
})

test('a function may give each client what it is made for', async () => {
  const deliver: FastifyCognitoOptions['deliver'] = ({ headers }) =>
    (['cookie', 'body', 'headers'] as const).find((each) => each === headers['x-client']) ??
    'cookie'
  const { app } = await start({ ...withCookies, deliver })
  const answerTo = (client: string) =>
    signIn(app, { headers: { 'x-client': client }, payload: { username: 'ada', password } })
  expect((await answerTo('cookie')).headers['set-cookie']).toBeDefined()
  expect((await answerTo('body')).json().tokens.accessToken).toBeTypeOf('string')
  expect((await answerTo('headers')).headers['accesstoken']).toBeTypeOf('string')
})
