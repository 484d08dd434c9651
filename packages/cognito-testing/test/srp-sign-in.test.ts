import { RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import {
  claimsOf,
  initiate,
  refusalOf,
  respond,
  secretHash,
  signInWithPassword,
  signInWithSrp,
  timestamp,
} from './sign-in.ts'
import { signSrp, startSrp } from './srp-client.ts'

const password = 'Correct-Horse1'
const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'

const poolWithAnn = (options: Parameters<typeof createTestUserPool>[0] = {}) =>
  createTestUserPool({ users: [{ username: 'ann', password }], ...options })

it('lets the right password in', async () => {
  const pool = poolWithAnn()
  const { AuthenticationResult, ChallengeParameters, Session } = await signInWithSrp(
    pool,
    'ann',
    password,
  )
  expect(claimsOf(AuthenticationResult?.AccessToken)).toMatchObject({ username: 'ann' })
  expect(ChallengeParameters).toEqual({})
  expect(Session).toBeUndefined()
  expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 1 })
})

it('lets a password of any script in, and keeps a wrong one out 64 times', async () => {
  const pool = poolWithAnn({ users: [{ username: 'zoë', password: 'Pässw0rd! €' }] })
  const { AuthenticationResult } = await signInWithSrp(pool, 'zoë', 'Pässw0rd! €')
  expect(AuthenticationResult).toBeDefined()
  for (let attempt = 0; attempt < 64; attempt += 1) {
    expect(await refusalOf(signInWithSrp(pool, 'zoë', 'Passw0rd! €'))).toBe(wrongCredentials)
    pool.clock.advance(900)
  }
}, 60_000)

it('lets in a user with the longest name there can be', async () => {
  const username = '\u{1F600}'.repeat(128)
  const pool = poolWithAnn({ users: [{ username, password }] })
  expect((await signInWithSrp(pool, username, password)).AuthenticationResult).toBeDefined()
})

it('answers first with numbers in their shortest form, and without a Session', async () => {
  const pool = poolWithAnn()
  const answer = await initiate(pool, 'USER_SRP_AUTH', { USERNAME: 'ann', SRP_A: startSrp().A })
  expect(answer.ChallengeName).toBe('PASSWORD_VERIFIER')
  expect(answer.Session).toBeUndefined()
  expect(answer.ChallengeParameters).toEqual({
    SALT: expect.stringMatching(/^[1-9a-f][0-9a-f]{0,31}$/),
    SRP_B: expect.stringMatching(/^[1-9a-f][0-9a-f]{0,767}$/),
    SECRET_BLOCK: expect.stringMatching(/^[A-Za-z0-9+/=]{1640,1760}$/),
    USERNAME: 'ann',
    USER_ID_FOR_SRP: 'ann',
  })
})

it.each([
  ['0', 'Invalid SRP_A'],
  ['not hex', 'Invalid SRP_A'],
  ['', 'Missing required parameter SRP_A'],
])('refuses %j as the client public number', async (SRP_A, message) => {
  const pool = poolWithAnn()
  const refusal = await refusalOf(initiate(pool, 'USER_SRP_AUTH', { USERNAME: 'ann', SRP_A }))
  expect(refusal).toBe(`InvalidParameterException: ${message}`)
})

it.each([
  'Mon Jan 05 03:04:05 UTC 2026',
  'Tue Jan 5 03:04:05 UTC 2026',
  'Mon Jan 5 3:04:05 UTC 2026',
  'Mon Jan 5 03:04:05 GMT 2026',
  '2026-01-05T03:04:05Z',
])('takes the time %j for a wrong password', async (TIMESTAMP) => {
  expect(await refusalOf(signInWithSrp(poolWithAnn(), 'ann', password, { TIMESTAMP }))).toBe(
    wrongCredentials,
  )
})

describe('a secret block', () => {
  /**
   * Proves the password with what `change` makes of the block, and returns the proof that was sent.
   */
  const prove = async (pool: TestUserPool, change = (block: Buffer): Buffer => block) => {
    const { a, A } = startSrp()
    const started = await initiate(pool, 'USER_SRP_AUTH', { USERNAME: 'ann', SRP_A: A })
    const block = change(Buffer.from(started.ChallengeParameters?.['SECRET_BLOCK'] ?? '', 'base64'))
    const challenge = { ...started.ChallengeParameters, SECRET_BLOCK: block.toString('base64') }
    const [, poolName = ''] = pool.userPoolId.split('_')
    return {
      USERNAME: 'ann',
      PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK,
      PASSWORD_CLAIM_SIGNATURE: signSrp({ a, poolName, password, timestamp, challenge }),
      TIMESTAMP: timestamp,
    }
  }
  const verifier = { ChallengeName: 'PASSWORD_VERIFIER' } as const

  it('is refused when one bit was changed, though the signature covers the change', async () => {
    const pool = poolWithAnn()
    const proof = await prove(pool, (block) =>
      Buffer.from(block.map((byte, index) => (index === 600 ? byte ^ 1 : byte))),
    )
    expect(await refusalOf(respond(pool, verifier, proof))).toBe(wrongCredentials)
  })

  it('works once', async () => {
    const pool = poolWithAnn()
    const proof = await prove(pool)
    expect((await respond(pool, verifier, proof)).AuthenticationResult).toBeDefined()
    expect(await refusalOf(respond(pool, verifier, proof))).toBe(wrongCredentials)
  })

  it('expires', async () => {
    const pool = poolWithAnn()
    const proof = await prove(pool)
    pool.clock.advance(180)
    expect(await refusalOf(respond(pool, verifier, proof))).toBe(wrongCredentials)
  })

  it('is no use to another user or another client', async () => {
    const pool = poolWithAnn({
      clients: [{}, {}],
      users: [
        { username: 'ann', password },
        { username: 'ben', password },
      ],
    })
    const forBen = { ...(await prove(pool)), USERNAME: 'ben' }
    expect(await refusalOf(respond(pool, verifier, forBen))).toBe(wrongCredentials)
    const elsewhere = new RespondToAuthChallengeCommand({
      ClientId: pool.clients[1]?.id,
      ...verifier,
      ChallengeResponses: await prove(pool),
    })
    expect(await refusalOf(pool.options.client.send(elsewhere))).toBe(wrongCredentials)
  })
})

it('answers no PASSWORD_VERIFIER that comes with a Session', async () => {
  const pool = poolWithAnn()
  const refusal = refusalOf(
    respond(
      pool,
      { ChallengeName: 'PASSWORD_VERIFIER', Session: 'x'.repeat(40) },
      { USERNAME: 'ann' },
    ),
  )
  expect(await refusal).toBe('NotAuthorizedException: Invalid session for the user.')
})

describe('with a client secret, in a pool where the user types an e-mail address', () => {
  const emailPool = () =>
    createTestUserPool({
      signInWith: ['email'],
      clients: [{ id: 'webclient', secret: true }],
      users: [{ username: 'ann@example.com', password }],
    })

  it('takes the hash over the name of each request', async () => {
    const pool = emailPool()
    const { AuthenticationResult } = await signInWithSrp(pool, 'ann@example.com', password)
    const [ann] = pool.users
    expect(ann?.username).toBe(ann?.sub)
    expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({
      'cognito:username': ann?.sub,
      email: 'ann@example.com',
    })
  })

  it('refuses the hash over the typed name once the UUID is the user name', async () => {
    const pool = emailPool()
    const refusal = signInWithSrp(
      pool,
      'ann@example.com',
      password,
      secretHash(pool, 'ann@example.com'),
    )
    expect(await refusalOf(refusal)).toBe(
      'NotAuthorizedException: Unable to verify secret hash for client webclient',
    )
  })

  it('takes the sub as a user name too', async () => {
    const pool = emailPool()
    const { AuthenticationResult } = await signInWithSrp(pool, pool.users[0]?.sub ?? '', password)
    expect(AuthenticationResult).toBeDefined()
  })

  it.each([
    [{}, 'Client webclient is configured with secret but SECRET_HASH was not received'],
    [{ SECRET_HASH: 'AAAA' }, 'Unable to verify secret hash for client webclient'],
  ])('refuses the first call with %j', async (hash, message) => {
    const pool = emailPool()
    const parameters = { USERNAME: 'ann@example.com', SRP_A: startSrp().A, ...hash }
    expect(await refusalOf(initiate(pool, 'USER_SRP_AUTH', parameters))).toBe(
      `NotAuthorizedException: ${message}`,
    )
  })
})

// Measured on a pool with user names and an e-mail alias: ministackorg/ministack#1758.
it.each([signInWithSrp, signInWithPassword])(
  'does not know a user of a pool with user names by the sub (%o)',
  async (signIn) => {
    const pool = poolWithAnn({ clients: [{ preventUserExistenceErrors: false }] })
    expect(await refusalOf(signIn(pool, pool.users[0]?.sub ?? '', password))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  },
)

describe('with aliases', () => {
  const aliasPool = () =>
    createTestUserPool({
      aliases: ['email', 'preferred_username'],
      users: [
        {
          username: 'ann',
          password,
          attributes: {
            email: 'ann@example.com',
            email_verified: 'true',
            preferred_username: 'annie',
          },
        },
        { username: 'ben', password, attributes: { email: 'ben@example.com' } },
      ],
    })

  it.each(['ann', 'ann@example.com', 'annie'])('lets %s in under the real name', async (name) => {
    const { AuthenticationResult } = await signInWithSrp(aliasPool(), name, password)
    expect(claimsOf(AuthenticationResult?.AccessToken)['username']).toBe('ann')
  })

  it('does not know an address that was not verified', async () => {
    expect(await refusalOf(signInWithSrp(aliasPool(), 'ben@example.com', password))).toBe(
      wrongCredentials,
    )
  })
})

describe('for somebody who does not exist', () => {
  const challengeFor = async (pool: ReturnType<typeof poolWithAnn>, name: string) => {
    const answer = await initiate(pool, 'USER_SRP_AUTH', { USERNAME: name, SRP_A: startSrp().A })
    return answer.ChallengeParameters ?? {}
  }

  it('plays the whole exchange, and fails at the proof like for anybody else', async () => {
    const pool = poolWithAnn()
    expect(await refusalOf(signInWithSrp(pool, 'nobody', password))).toBe(wrongCredentials)
    expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 1 })
  })

  it('shows the same salt and user id each time, and others for another name', async () => {
    const pool = poolWithAnn()
    const [first, second, other] = [
      await challengeFor(pool, 'nobody'),
      await challengeFor(pool, 'nobody'),
      await challengeFor(pool, 'somebody'),
    ]
    expect(second['SALT']).toBe(first['SALT'])
    expect(second['USER_ID_FOR_SRP']).toBe(first['USER_ID_FOR_SRP'])
    expect(second['SRP_B']).not.toBe(first['SRP_B'])
    expect(other['SALT']).not.toBe(first['SALT'])
    expect(first['USER_ID_FOR_SRP']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('is locked out like anybody else', async () => {
    // However slow the machine is, no lock ends by itself.
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const pool = poolWithAnn()
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      pool.clock.advance(attempt > 5 ? 2 ** (attempt - 6) : 0)
      expect(await refusalOf(signInWithSrp(pool, 'nobody', password))).toBe(wrongCredentials)
    }
    expect(await refusalOf(signInWithSrp(pool, 'nobody', password))).toBe(
      'NotAuthorizedException: Password attempts exceeded',
    )
  })

  it('says so where the client does not hide it', async () => {
    const pool = poolWithAnn({ clients: [{ preventUserExistenceErrors: false }] })
    expect(await refusalOf(signInWithSrp(pool, 'nobody', password))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  })
})
