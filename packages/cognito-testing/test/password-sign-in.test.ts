import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestUserPool, type TestUserOptions } from '../src/index.ts'
import { claimsOf, initiate, refusalOf, signInWithPassword, signInWithSrp } from './sign-in.ts'

const password = 'Correct-Horse1'
const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'

const poolWith = (ann: Partial<TestUserOptions>, preventUserExistenceErrors = true) =>
  createTestUserPool({
    clients: [{ preventUserExistenceErrors }],
    users: [{ username: 'ann', password, ...ann }],
  })

it('lets the right password in and a wrong one out', async () => {
  const pool = poolWith({})
  const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
  expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 })
  expect(await refusalOf(signInWithPassword(pool, 'ann', 'wrong'))).toBe(wrongCredentials)
})

it.each([
  [true, wrongCredentials],
  [false, 'UserNotFoundException: User does not exist.'],
])('with existence errors hidden (%s) answers an unknown user: %s', async (isHidden, expected) => {
  expect(await refusalOf(signInWithPassword(poolWith({}, isHidden), 'nobody', password))).toBe(
    expected,
  )
})

it('never lets in a user who has no password', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ann' }] })
  expect(await refusalOf(signInWithPassword(pool, 'ann', 'undefined'))).toBe(wrongCredentials)
  expect(await refusalOf(signInWithSrp(pool, 'ann', ''))).toBe(wrongCredentials)
})

describe.each([
  [{ enabled: false }, 'NotAuthorizedException: User is disabled.'],
  [{ status: 'UNCONFIRMED' }, 'UserNotConfirmedException: User is not confirmed.'],
  [
    { status: 'RESET_REQUIRED' },
    'PasswordResetRequiredException: Password reset required for the user',
  ],
] as const)('a user with %j', (ann, expected) => {
  it.each([signInWithPassword, signInWithSrp])(
    'is told so after the right password (%o)',
    async (signIn) => {
      const pool = poolWith(ann)
      expect(await refusalOf(signIn(pool, 'ann', password))).toBe(expected)
      expect(await refusalOf(signIn(pool, 'ann', 'wrong'))).toBe(wrongCredentials)
    },
  )

  it('is told so whatever the password where existence errors are shown', async () => {
    expect(await refusalOf(signInWithPassword(poolWith(ann, false), 'ann', 'wrong'))).toBe(expected)
  })
})

describe('from the fifth wrong password on', () => {
  // However slow the machine is, a lock ends when the pool's clock is advanced, and not before.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** So many wrong passwords, each as soon as the lock before it is over. */
  const failed = async (times: number) => {
    const pool = poolWith({})
    for (let attempt = 1; attempt <= times; attempt += 1) {
      pool.clock.advance(attempt > 5 ? 2 ** (attempt - 6) : 0)
      expect(await refusalOf(signInWithPassword(pool, 'ann', 'wrong'))).toBe(wrongCredentials)
    }
    return pool
  }
  const exceeded = 'NotAuthorizedException: Password attempts exceeded'

  it('even the right one is refused for a while, over SRP as well', async () => {
    const pool = await failed(9)
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(exceeded)
    expect(await refusalOf(signInWithSrp(pool, 'ann', password))).toBe(exceeded)
    pool.clock.advance(16)
    expect((await signInWithPassword(pool, 'ann', password)).AuthenticationResult).toBeDefined()
  })

  it('each further one doubles the wait, and an attempt during it does not', async () => {
    const pool = await failed(10)
    pool.clock.advance(25)
    expect(await refusalOf(signInWithPassword(pool, 'ann', 'wrong'))).toBe(exceeded)
    pool.clock.advance(7)
    expect((await signInWithPassword(pool, 'ann', password)).AuthenticationResult).toBeDefined()
  })

  it('the wait is never longer than 15 minutes', async () => {
    const pool = await failed(15)
    pool.clock.advance(800)
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(exceeded)
    pool.clock.advance(100)
    expect((await signInWithPassword(pool, 'ann', password)).AuthenticationResult).toBeDefined()
  })

  it('a success forgets them', async () => {
    const pool = await failed(4)
    await signInWithPassword(pool, 'ann', password)
    await refusalOf(signInWithPassword(pool, 'ann', 'wrong'))
    expect((await signInWithPassword(pool, 'ann', password)).AuthenticationResult).toBeDefined()
  })
})

it.each([
  ['email', 'ann@example.com'],
  ['phone_number', '+14155550100'],
] as const)(
  'in a pool of %s names lets %s in, with a UUID as the user name',
  async (name, typed) => {
    const pool = createTestUserPool({ signInWith: [name], users: [{ username: typed, password }] })
    const { AuthenticationResult } = await signInWithPassword(pool, typed, password)
    const { username, sub } = claimsOf(AuthenticationResult?.AccessToken)
    expect(username).toBe(sub)
    expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({ [name]: typed })
  },
)

it.each([
  ['USER_PASSWORD_AUTH', ['ALLOW_USER_SRP_AUTH']],
  ['USER_SRP_AUTH', ['ALLOW_USER_PASSWORD_AUTH']],
  ['REFRESH_TOKEN_AUTH', ['ALLOW_USER_SRP_AUTH']],
] as const)('refuses %s to a client with %j only', async (flow, flows) => {
  const pool = createTestUserPool({ clients: [{ flows }] })
  expect(await refusalOf(initiate(pool, flow, { USERNAME: 'ann' }))).toBe(
    `InvalidParameterException: ${flow} flow not enabled for this client`,
  )
})
