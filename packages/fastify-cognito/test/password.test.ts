import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const username = 'ada'
const attributes = { email: 'ada@example.com', email_verified: 'true' }

const started = async (poolOptions: TestUserPoolOptions = {}, options: object = withCookies) => {
  const pool = createTestUserPool({ users: [{ username, password, attributes }], ...poolOptions })
  const app = await startApp({ pool, options })
  return { pool, app, browser: createBrowser(app) }
}

const unclear = {
  code: 'COGNITO_CODE_MISMATCH',
  key: 'COGNITO_CODE_MISMATCH.orOver',
  errors: [{ path: '/code', message: 'is wrong or no longer valid.' }],
}

describe('a forgotten password', () => {
  const forgotten = async (poolOptions: TestUserPoolOptions = {}) => {
    const { pool, browser, app } = await started(poolOptions)
    const answer = await browser.post('/auth/password/forgot', { username })
    const reset = (code: string, chosen = newPassword) =>
      browser.post('/auth/password/reset', { username, code, newPassword: chosen })
    const signIn = async (given: string) =>
      (await createBrowser(app).post('/auth/sign-in', { username, password: given })).json()
    return { pool, browser, answer, reset, signIn, code: pool.inbox.lastCodeFor(username) }
  }

  test('is reset with the code that came, and the old one is worth nothing then', async () => {
    const { answer, reset, signIn, code } = await forgotten()
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { medium: 'email', destination: '***' },
    ])
    const done = await reset(code)
    expect([done.statusCode, done.body]).toEqual([204, ''])
    expect((await signIn(newPassword)).status).toBe('signed-in')
    expect((await signIn(password)).code).toBe('COGNITO_INVALID_CREDENTIALS')
  })

  test('may be of any script', async () => {
    const { reset, signIn, code } = await forgotten()
    await reset(code, 'Pässwörd-🗝️-1')
    expect((await signIn('Pässwörd-🗝️-1')).status).toBe('signed-in')
  })

  test.each([
    ['short', 'tooShort', 'is too short.'],
    ['all-lower-1', 'uppercase', 'needs an upper-case letter.'],
    ['ALL-UPPER-1', 'lowercase', 'needs a lower-case letter.'],
    ['No-digit-here', 'digit', 'needs a digit.'],
    ['NoSymbolHere1', 'symbol', 'needs a symbol.'],
    [
      ' Battery-staple-2',
      'form',
      'may not begin or end with a space, and needs more than one character.',
    ],
  ])(
    'that is weak is told beside its field, and the code stays good: %s',
    async (weak, variant, message) => {
      const { reset, code } = await forgotten()
      const refused = await reset(code, weak)
      expect(refused.statusCode).toBe(400)
      expect(refused.json()).toMatchObject({
        code: 'COGNITO_INVALID_PASSWORD',
        key: `COGNITO_INVALID_PASSWORD.${variant}`,
        errors: [{ path: '/newPassword', message }],
      })
      expect((await reset(code)).statusCode).toBe(204)
    },
  )

  test('may not be one of before, where the pool remembers', async () => {
    const { reset, code } = await forgotten({ passwordPolicy: { historySize: 3 } })
    const refused = await reset(code, password)
    expect(refused.json().errors).toEqual([{ path: '/newPassword', message: 'was used before.' }])
    expect((await reset(code)).statusCode).toBe(204)
  })

  test('is not reset with a wrong code, an old one, one of another, one twice or one that is over', async () => {
    const { pool, browser, reset, code } = await forgotten({
      users: [
        { username, password, attributes },
        { username: 'bob', password, attributes: { ...attributes, email: 'bob@example.com' } },
      ],
    })
    expect((await reset(code === '000000' ? '000001' : '000000')).json()).toMatchObject(unclear)
    await browser.post('/auth/password/forgot', { username: 'bob' })
    const ofBob = pool.inbox.lastCodeFor('bob')
    if (ofBob !== code) expect((await reset(ofBob)).json()).toMatchObject(unclear)

    await browser.post('/auth/password/forgot', { username })
    const newer = pool.inbox.lastCodeFor(username)
    if (newer !== code) expect((await reset(code)).json()).toMatchObject(unclear)
    expect((await reset(newer)).statusCode).toBe(204)
    expect((await reset(newer)).json()).toMatchObject(unclear)

    await browser.post('/auth/password/forgot', { username })
    pool.clock.advance(3600)
    expect((await reset(pool.inbox.lastCodeFor(username))).json()).toMatchObject(unclear)
  })

  test('that two tabs reset at once is what one of them said', async () => {
    const { reset, code, signIn } = await forgotten()
    const answers = await Promise.all([
      reset(code, 'First-choice-1'),
      reset(code, 'Other-choice-2'),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 400])
    const works = [await signIn('First-choice-1'), await signIn('Other-choice-2')]
    expect(works.filter(({ status }) => status === 'signed-in')).toHaveLength(1)
  })

  test('is reset where an operator wants it, and the way in is open again', async () => {
    const { reset, signIn, code } = await forgotten({
      users: [{ username, password, attributes, status: 'RESET_REQUIRED' }],
    })
    expect(await signIn(password)).toEqual({ status: 'reset-password' })
    await reset(code)
    expect((await signIn(newPassword)).status).toBe('signed-in')
  })
})

describe.each([
  ['by cookie', withCookies],
  ['in the body', withBearer],
] as const)('who is signed in %s', (_, options) => {
  const signedIn = async (poolOptions: TestUserPoolOptions = {}) => {
    const { app, ...rest } = await started(poolOptions, options)
    const answer = await rest.browser.post('/auth/sign-in', { username, password })
    const { tokens } = answer.json()
    const headers = tokens ? { authorization: `Bearer ${tokens.accessToken}` } : {}
    const change = (body: object) => rest.browser.post('/auth/password/change', body, { headers })
    const signIn = async (given: string) =>
      (await createBrowser(app).post('/auth/sign-in', { username, password: given })).json()
    return { ...rest, app, headers, change, signIn }
  }

  test('changes the password by the current one', async () => {
    const { change, signIn } = await signedIn()
    const answer = await change({ currentPassword: password, newPassword })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect((await signIn(newPassword)).status).toBe('signed-in')
    expect((await signIn(password)).code).toBe('COGNITO_INVALID_CREDENTIALS')
  })

  test.each([
    [{ currentPassword: 'Wrong-horse-7', newPassword }, 400, '/currentPassword', 'is wrong.'],
    [{ currentPassword: password, newPassword: 'weak' }, 400, '/newPassword', 'is too short.'],
  ])('is told which field is wrong: %j', async (body, status, path, message) => {
    const { change, browser, headers } = await signedIn()
    const answer = await change(body)
    expect([answer.statusCode, answer.json().errors]).toEqual([status, [{ path, message }]])
    expect((await browser.get('/auth/me', undefined, { headers })).statusCode).toBe(200)
  })

  test('has five attempts an hour', async () => {
    const { change, pool } = await signedIn()
    const attempt = () => change({ currentPassword: 'Wrong-horse-7', newPassword })
    for (const _attempt of [1, 2, 3, 4, 5]) expect((await attempt()).statusCode).toBe(400)
    const answer = await attempt()
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'COGNITO_LIMIT_EXCEEDED'])
    expect(answer.headers['retry-after']).toBe('3600')
    pool.clock.advance(3600)
    expect((await change({ currentPassword: password, newPassword })).statusCode).not.toBe(429)
  })

  test('wants the current password where there is one', async () => {
    const { change } = await signedIn()
    const answer = await change({ newPassword })
    expect([answer.statusCode, answer.json().errors]).toEqual([
      400,
      [{ path: '/currentPassword', message: 'is missing.' }],
    ])
  })
})

test('who signed up without a password sets a first one', async () => {
  const { pool, browser } = await started({
    users: [],
    firstFactors: ['password', 'email-code'],
  })
  await browser.post('/auth/sign-up', { username, email: attributes.email })
  await browser.post('/auth/sign-up/confirm', { username, code: pool.inbox.lastCodeFor(username) })
  expect((await browser.post('/auth/password/change', { newPassword })).statusCode).toBe(204)
  const answer = await browser.post('/auth/sign-in', { username, password: newPassword })
  expect(answer.json().status).toBe('signed-in')
})

test('a stranger changes no password', async () => {
  const { browser } = await started()
  const answer = await browser.post('/auth/password/change', {
    currentPassword: password,
    newPassword,
  })
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'TOKEN_MISSING'])
})

test('a session that was ended elsewhere changes no password, and its cookie goes', async () => {
  const { app, browser } = await started()
  await browser.post('/auth/sign-in', { username, password })
  const other = createBrowser(app)
  await other.post('/auth/sign-in', { username, password })
  await other.post('/auth/sign-out/everywhere')
  const answer = await browser.post('/auth/password/change', {
    currentPassword: password,
    newPassword,
  })
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
  expect(browser.cookies.size).toBe(0)
})
