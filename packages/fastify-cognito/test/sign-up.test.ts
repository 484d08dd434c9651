import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const email = 'ada@example.com'

afterEach(() => {
  vi.useRealTimers()
})

const started = async (poolOptions: TestUserPoolOptions = {}, options: object = withCookies) => {
  const pool = createTestUserPool(poolOptions)
  const app = await startApp({ pool, options })
  return { pool, app, browser: createBrowser(app) }
}

/** What a client without cookies sends back. */
const tokenOf = ({ signUpToken }: { signUpToken?: string }) => (signUpToken ? { signUpToken } : {})

const deliveries = [
  ['by cookie', withCookies],
  ['in the body', withBearer],
] as const

describe.each(deliveries)('%s', (how, options) => {
  test.each([
    ['user names', { username: 'ada', email }, 'ada', {}],
    ['e-mail addresses', { email }, email, { signInWith: ['email'], clients: [{ secret: true }] }],
    [
      'phone numbers',
      { phoneNumber: '+15551234567' },
      '+15551234567',
      { signInWith: ['phone_number'] },
    ],
  ] as const)(
    'somebody signs up, confirms it and is signed in, with %s',
    async (_, body, username, poolOptions) => {
      const { pool, browser } = await started(poolOptions, options)
      const signUp = await browser.post('/auth/sign-up', {
        ...body,
        password,
        attributes: { name: 'Ada' },
      })
      expect(signUp.statusCode).toBe(200)
      expect(signUp.json()).toMatchObject({
        status: 'confirm-sign-up',
        delivery: expect.anything(),
      })
      expect('signUpToken' in signUp.json()).toBe(how === 'in the body')

      const code = pool.inbox.lastCodeFor(username)
      const proof = { username, code, ...tokenOf(signUp.json()) }
      const confirmed = await browser.post('/auth/sign-up/confirm', proof)
      expect(confirmed.json()).toMatchObject({
        status: 'signed-in',
        user: { sub: pool.users[0]?.sub },
      })
      expect([...browser.cookies.keys()]).toEqual(how === 'by cookie' ? ['cognito'] : [])

      const signedIn = await browser.post('/auth/sign-in', { username, password })
      expect(signedIn.json().status).toBe('signed-in')
    },
  )

  test('whoever confirms elsewhere is confirmed, and signs in by themselves', async () => {
    const { pool, app, browser } = await started({}, options)
    await browser.post('/auth/sign-up', { username: 'ada', email, password })
    const elsewhere = createBrowser(app)
    const code = pool.inbox.lastCodeFor('ada')
    const answer = await elsewhere.post('/auth/sign-up/confirm', { username: 'ada', code })
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'confirmed' }])
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(
      (await elsewhere.post('/auth/sign-in', { username: 'ada', password })).json().status,
    ).toBe('signed-in')
  })

  test('without a session of Cognito the answer looks the same, and confirming does not sign in', async () => {
    const flows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] as const
    const { pool, browser } = await started({ clients: [{ flows }] }, options)
    const signUp = await browser.post('/auth/sign-up', { username: 'ada', email, password })
    expect(browser.cookies.has('cognito-sign-up')).toBe(how === 'by cookie')
    const proof = {
      username: 'ada',
      code: pool.inbox.lastCodeFor('ada'),
      ...tokenOf(signUp.json()),
    }
    expect((await browser.post('/auth/sign-up/confirm', proof)).json()).toEqual({
      status: 'confirmed',
    })
    expect(browser.cookies.size).toBe(0)
  })

  test.each([
    ['by our clock', () => vi.setSystemTime(Date.now() + 181_000)],
    [
      'by that of Cognito',
      (pool: TestUserPool) =>
        pool.failNext('ConfirmSignUp', {
          name: 'NotAuthorizedException',
          message: 'Invalid session for the user, session is expired.',
        }),
    ],
  ])('a sign-up that waited too long, %s, is confirmed all the same', async (_, wait) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { pool, browser } = await started({}, options)
    const signUp = await browser.post('/auth/sign-up', { username: 'ada', email, password })
    wait(pool)
    const code = pool.inbox.lastCodeFor('ada')
    const proof = { username: 'ada', code, ...tokenOf(signUp.json()) }
    expect((await browser.post('/auth/sign-up/confirm', proof)).json()).toEqual({
      status: 'confirmed',
    })
    expect(pool.users[0]?.status).toBe('CONFIRMED')
  })

  test('the token of one sign-up does not sign in to another', async () => {
    const { pool, browser } = await started({}, options)
    await browser.post('/auth/sign-up', { username: 'bob', email: 'bob@example.com', password })
    const mine = await browser.post('/auth/sign-up', { username: 'eve', email, password })
    const code = pool.inbox.lastCodeFor('bob')
    const proof = { username: 'bob', code, ...tokenOf(mine.json()) }
    expect((await browser.post('/auth/sign-up/confirm', proof)).json()).toEqual({
      status: 'confirmed',
    })
  })
})

describe('a code', () => {
  const waiting = async () => {
    const { pool, browser } = await started()
    await browser.post('/auth/sign-up', { username: 'ada', email, password })
    const confirm = (code: string, username = 'ada', from: Browser = browser) =>
      from.post('/auth/sign-up/confirm', { username, code })
    return { pool, browser, confirm, code: pool.inbox.lastCodeFor('ada') }
  }
  const wrong = {
    code: 'COGNITO_CODE_MISMATCH',
    key: 'COGNITO_CODE_MISMATCH.orOver',
    detail: 'The code is wrong or no longer valid. If you have used it already, sign in.',
    errors: [{ path: '/code', message: 'is wrong or no longer valid.' }],
  }

  test('that is wrong may be typed again', async () => {
    const { confirm, code, browser } = await waiting()
    const answer = await confirm(code === '000000' ? '000001' : '000000')
    expect([answer.statusCode, answer.json()]).toMatchObject([400, wrong])
    expect(browser.cookies.has('cognito-sign-up')).toBe(true)
    expect((await confirm(code)).json().status).toBe('signed-in')
  })

  test('that is sent again makes the one before it wrong', async () => {
    const { confirm, browser, pool, code } = await waiting()
    const resent = await browser.post('/auth/sign-up/resend', { username: 'ada' })
    expect(resent.json()).toEqual({ medium: 'email', destination: '***' })
    const newer = pool.inbox.lastCodeFor('ada')
    if (newer !== code) expect((await confirm(code)).json()).toMatchObject(wrong)
    expect((await confirm(newer)).json().status).toBe('signed-in')
  })

  test('is over after a day', async () => {
    const { confirm, code, pool } = await waiting()
    pool.clock.advance(24 * 3600)
    expect((await confirm(code)).json()).toMatchObject(wrong)
  })

  test('is good once: who comes again is told to sign in', async () => {
    const { confirm, code } = await waiting()
    await confirm(code)
    expect((await confirm(code)).json()).toMatchObject(wrong)
  })

  test('of somebody else is wrong', async () => {
    const { confirm, browser, pool } = await waiting()
    await browser.post('/auth/sign-up', { username: 'bob', email: 'bob@example.com', password })
    expect((await confirm(pool.inbox.lastCodeFor('ada'), 'bob')).statusCode).toBe(400)
    expect(pool.users.map(({ status }) => status)).toEqual(['UNCONFIRMED', 'UNCONFIRMED'])
  })

  test('typed in two tabs at once confirms in one', async () => {
    const { confirm, code, browser } = await waiting()
    const answers = await Promise.all([confirm(code), confirm(code, 'ada', browser.copy())])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400])
  })

  test('that is right for an address of another account says so', async () => {
    const { pool, browser } = await started({ aliases: ['email'] })
    for (const username of ['ada', 'eve']) {
      await browser.post('/auth/sign-up', { username, email, password })
    }
    const { messages } = pool.inbox
    const confirm = (username: string, index: number) =>
      browser.post('/auth/sign-up/confirm', { username, code: messages[index]?.code ?? '' })
    expect((await confirm('ada', 0)).statusCode).toBe(200)
    const answer = await confirm('eve', 1)
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'COGNITO_ALIAS_TAKEN'])
  })
})

test('a name that is taken is answered as a new one, and signs nobody in', async () => {
  const { pool, app, browser } = await started({ users: [{ username: 'ada', password }] })
  const taken = await browser.post('/auth/sign-up', {
    username: 'ada',
    email,
    password: 'Other-horse-2',
  })
  expect(taken.json()).toEqual({
    status: 'confirm-sign-up',
    delivery: { medium: 'email', destination: 'a***@e***' },
  })
  expect(browser.cookies.has('cognito-sign-up')).toBe(true)
  expect(
    (await browser.post('/auth/sign-up/confirm', { username: 'ada', code: '123456' })).statusCode,
  ).toBe(400)
  expect(pool.inbox.messages).toEqual([])
  const credentials = { username: 'ada', password }
  expect((await createBrowser(app).post('/auth/sign-in', credentials)).json().status).toBe(
    'signed-in',
  )
})

test('a name that the pool does not take is told beside its field', async () => {
  const { browser } = await started({ signInWith: ['email'] })
  const answer = await browser.post('/auth/sign-up', { username: 'ada', password })
  expect([answer.statusCode, answer.json().errors]).toEqual([
    400,
    [{ path: '/username', message: 'should be an e-mail address.' }],
  ])
})

test('over https the sign-up under way is kept for this host alone', async () => {
  const { browser } = await started({}, { session: { ...withCookies.session, secure: true } })
  const answer = await browser.post('/auth/sign-up', { username: 'ada', email, password })
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^__Host-cognito-sign-up=.{3000,3800}; Max-Age=180; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('names and passwords may be in any script', async () => {
  const { pool, browser } = await started()
  const username = 'Ἑλένη-𝒜-üñî'
  const odd = 'Pässwörd-🗝️-1'
  await browser.post('/auth/sign-up', { username, email: 'helene@βουλή.gr', password: odd })
  const code = pool.inbox.lastCodeFor(username)
  const answer = await browser.post('/auth/sign-up/confirm', { username, code })
  expect(answer.json()).toMatchObject({ status: 'signed-in', user: { username } })
  const signedIn = await browser.post('/auth/sign-in', { username, password: odd })
  expect(signedIn.json().status).toBe('signed-in')
})

test('somebody without a password signs up, and is signed in by confirming', async () => {
  const { pool, browser } = await started({ firstFactors: ['password', 'email-code'] })
  await browser.post('/auth/sign-up', { username: 'ada', email })
  const code = pool.inbox.lastCodeFor('ada')
  const answer = await browser.post('/auth/sign-up/confirm', { username: 'ada', code })
  expect(answer.json().status).toBe('signed-in')
})

describe('where nobody may sign up', () => {
  const closed = { ...withCookies, signUp: { open: false } }

  test('the route says so, and Cognito is not asked', async () => {
    const { pool, browser } = await started({}, closed)
    const answer = await browser.post('/auth/sign-up', { nonsense: 1 })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'COGNITO_SIGN_UP_CLOSED'])
    expect(pool.calls['SignUp']).toBe(0)
  })

  test('who has signed up before may still confirm', async () => {
    const { pool, browser } = await started()
    await browser.post('/auth/sign-up', { username: 'ada', email, password })
    const later = createBrowser(await startApp({ pool, options: closed }), browser.cookies)
    expect((await later.post('/auth/sign-up/resend', { username: 'ada' })).statusCode).toBe(200)
    const code = pool.inbox.lastCodeFor('ada')
    const answer = await later.post('/auth/sign-up/confirm', { username: 'ada', code })
    expect(answer.json().status).toBe('signed-in')
  })

  test('it is the same where the pool itself is closed', async () => {
    const { browser } = await started({ adminCreateUserOnly: true })
    const answer = await browser.post('/auth/sign-up', { username: 'ada', email, password })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'COGNITO_SIGN_UP_CLOSED'])
  })
})

test('without routes for it nobody signs up', async () => {
  const { browser } = await started({}, { ...withCookies, routes: { features: ['sign-in'] } })
  expect((await browser.post('/auth/sign-up', { username: 'ada', password })).statusCode).toBe(404)
})
