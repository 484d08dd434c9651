import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import {
  confirmSignUp,
  deleteUser,
  expiredCode,
  forgot,
  newPassword,
  password,
  reset,
  signUp,
} from './account-calls.ts'
import { initiate, refusalOf, respond, signInWithPassword } from './sign-in.ts'
import { getUser, refresh, signIn } from './signed-in-pool.ts'

const email = 'ann@example.com'
const attributes = { email, email_verified: 'true' }
const withAnn = (user: object = {}) =>
  createTestUserPool({ users: [{ username: 'ann', password, attributes, ...user }] })

it('leaves nothing of the user: no tokens, no password, no name', async () => {
  const pool = withAnn()
  const { AccessToken, RefreshToken } = await signIn(pool)
  await deleteUser(pool, AccessToken)
  expect(pool.users).toEqual([])
  expect(await refusalOf(getUser(pool, AccessToken))).toBe(
    'UserNotFoundException: User does not exist.',
  )
  expect(await refusalOf(deleteUser(pool, AccessToken))).toMatch(/^UserNotFoundException: /)
  expect(await refusalOf(refresh(pool, RefreshToken))).toBe(
    'NotAuthorizedException: Invalid Refresh Token',
  )
  expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
    'NotAuthorizedException: Incorrect username or password.',
  )
})

it('answers without a body', async () => {
  const pool = withAnn()
  const { AccessToken } = await signIn(pool)
  const { url, close } = await pool.listen()
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.DeleteUser' },
    body: JSON.stringify({ AccessToken }),
  })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
  await close()
})

it('deletes nobody for a token that is none', async () => {
  const pool = withAnn()
  expect(await refusalOf(deleteUser(pool, 'x'))).toBe(
    'NotAuthorizedException: Invalid Access Token',
  )
  expect(pool.users).toHaveLength(1)
})

describe('whoever has the name next', () => {
  const taken = async (pool: TestUserPool) => {
    await signUp(pool, 'ann', { email: 'other@example.com' }, { Password: newPassword })
    await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('other@example.com'))
  }

  it('is not who the old tokens speak for', async () => {
    const pool = withAnn()
    const { AccessToken, RefreshToken } = await signIn(pool)
    await deleteUser(pool, AccessToken)
    await taken(pool)
    expect(await refusalOf(getUser(pool, AccessToken))).toMatch(/^UserNotFoundException: /)
    expect(await refusalOf(refresh(pool, RefreshToken))).toMatch(/^NotAuthorizedException: /)
    expect((await signInWithPassword(pool, 'ann', newPassword)).AuthenticationResult).toBeDefined()
  })

  it('is not who an open challenge or an old code is for', async () => {
    const pool = withAnn({ mfa: 'email' })
    const challenge = await signInWithPassword(pool, 'ann', password)
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    const { AuthenticationResult } = await respond(
      pool,
      await signInWithPassword(pool, 'ann', password),
      { ...answer, EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') },
    )
    await deleteUser(pool, AuthenticationResult?.AccessToken ?? '')
    await taken(pool)
    expect(await refusalOf(respond(pool, challenge, answer))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
  })

  it('is not who a code for a forgotten password was sent to', async () => {
    const pool = withAnn()
    await forgot(pool, 'ann')
    const code = pool.inbox.lastCodeFor('ann')
    await deleteUser(pool, (await signIn(pool)).AccessToken)
    await taken(pool)
    expect(await refusalOf(reset(pool, 'ann', code))).toBe(expiredCode)
  })

  it('is not locked out by what was tried before, and signs in with no old Session', async () => {
    const pool = createTestUserPool()
    await signUp(pool, 'ann', { email })
    const { Session } = await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
    const { AccessToken } = await signIn(pool)
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      await refusalOf(signInWithPassword(pool, 'ann', 'Wrong-Horse1'))
    }
    await deleteUser(pool, AccessToken)
    await taken(pool)
    expect(await refusalOf(initiate(pool, 'USER_AUTH', { USERNAME: 'ann' }, Session))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
    expect((await signInWithPassword(pool, 'ann', newPassword)).AuthenticationResult).toBeDefined()
  })
})
