import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { confirmSignUp, signUp } from './account-calls.ts'
import { claimsOf, initiate, refusalOf, respond, secretHash } from './sign-in.ts'

const email = 'ann@example.com'
const confirmed = async (options: TestUserPoolOptions = {}, attributes = {}) => {
  const pool = createTestUserPool(options)
  const { Session: first } = await signUp(pool, 'ann', { email, ...attributes })
  const { Session } = await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
  const signIn = (session = Session, name = 'ann') =>
    initiate(pool, 'USER_AUTH', { USERNAME: name, ...secretHash(pool, name) }, session)
  return { pool, first, Session, signIn }
}
const invalidSession = 'NotAuthorizedException: Invalid session for the user.'

it('needs nothing but the Session of ConfirmSignUp', async () => {
  const { pool, signIn } = await confirmed({ clients: [{ secret: true }] })
  const { AuthenticationResult, ChallengeParameters } = await signIn()
  expect(ChallengeParameters).toEqual({})
  expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({ email, email_verified: true })
  expect(AuthenticationResult?.RefreshToken).toBeDefined()
  expect(pool.inbox.messages).toHaveLength(1)
})

it('is asked for a second factor where the pool requires one', async () => {
  const phone_number = '+15550101234'
  const { pool, signIn } = await confirmed({ mfa: 'required' }, { phone_number })
  const challenge = await signIn()
  expect(challenge.ChallengeName).toBe('SMS_MFA')
  const SMS_MFA_CODE = pool.inbox.lastCodeFor('ann')
  const answer = await respond(pool, challenge, { USERNAME: 'ann', SMS_MFA_CODE })
  expect(answer.AuthenticationResult).toBeDefined()
})

describe('the Session', () => {
  it('works once', async () => {
    const { signIn } = await confirmed()
    await signIn()
    expect(await refusalOf(signIn())).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    )
  })

  it('works for one of two who use it at once', async () => {
    const { signIn } = await confirmed()
    const results = await Promise.allSettled([signIn(), signIn()])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  it('works as long as that of a challenge', async () => {
    const { pool, signIn } = await confirmed({ clients: [{ lifetimes: { challenge: 300 } }] })
    pool.clock.advance(240)
    const other = await confirmed({ clients: [{ lifetimes: { challenge: 300 } }] })
    other.pool.clock.advance(300)
    expect((await signIn()).AuthenticationResult).toBeDefined()
    expect(await refusalOf(other.signIn())).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })

  it('is not the one that SignUp gave', async () => {
    const { first, signIn } = await confirmed()
    expect(await refusalOf(signIn(first))).toBe(invalidSession)
  })

  it.each(['ben', 'nobody'])('is no use to %s', async (name) => {
    const { pool, Session, signIn } = await confirmed()
    pool.addUser({ username: 'ben' })
    expect(await refusalOf(signIn(Session, name))).toBe(invalidSession)
  })

  it('is no use at another client', async () => {
    const { pool, Session } = await confirmed({ clients: [{ id: 'web' }, { id: 'app' }] })
    const command = new InitiateAuthCommand({
      AuthFlow: 'USER_AUTH',
      ClientId: 'app',
      AuthParameters: { USERNAME: 'ann' },
      Session,
    })
    expect(await refusalOf(pool.options.client.send(command))).toBe(invalidSession)
  })

  it('saves the choice that USER_AUTH would ask for', async () => {
    const { pool } = await confirmed()
    const { ChallengeName } = await initiate(pool, 'USER_AUTH', { USERNAME: 'ann' })
    expect(ChallengeName).toBe('SELECT_CHALLENGE')
  })
})

it.each([
  [{}, 'InvalidParameterException: Missing required parameter USERNAME'],
  [
    { USERNAME: 'ann' },
    'NotAuthorizedException: Client webclient is configured with secret but SECRET_HASH was not ' +
      'received',
  ],
  [
    { USERNAME: 'ann', SECRET_HASH: 'x' },
    'NotAuthorizedException: Unable to verify secret hash for client webclient',
  ],
])('is refused with %j', async (parameters, refusal) => {
  const { pool, Session } = await confirmed({ clients: [{ id: 'webclient', secret: true }] })
  expect(await refusalOf(initiate(pool, 'USER_AUTH', parameters, Session))).toBe(refusal)
})

it('is not there for a client without ALLOW_USER_AUTH', async () => {
  const pool = createTestUserPool({ clients: [{ flows: ['ALLOW_USER_SRP_AUTH'] }] })
  expect(await refusalOf(initiate(pool, 'USER_AUTH', { USERNAME: 'ann' }))).toBe(
    'InvalidParameterException: USER_AUTH flow not enabled for this client',
  )
})
