import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestPasswordPolicy } from '../src/index.ts'
import {
  change,
  confirmSignUp,
  limitExceeded,
  newPassword,
  password,
  signUp,
  tokenOf,
} from './account-calls.ts'
import { initiate, refusalOf, respond, signInWithPassword, signInWithSrp } from './sign-in.ts'

const signedIn = async (passwordPolicy: TestPasswordPolicy = {}) => {
  const pool = createTestUserPool({ passwordPolicy, users: [{ username: 'ann', password }] })
  const AccessToken = await tokenOf(pool, 'ann')
  const changeTo = (ProposedPassword: string, PreviousPassword = password) =>
    change(pool, { AccessToken, PreviousPassword, ProposedPassword })
  return { pool, AccessToken, changeTo }
}
const reused = 'PasswordHistoryPolicyViolationException: Password has previously been used.'

it('makes the new password the only one, over SRP too', async () => {
  const { pool, AccessToken, changeTo } = await signedIn()
  await changeTo(newPassword)
  expect((await signInWithSrp(pool, 'ann', newPassword)).AuthenticationResult).toBeDefined()
  expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
    'NotAuthorizedException: Incorrect username or password.',
  )
  // Whoever is signed in stays so.
  const input = { AccessToken, PreviousPassword: newPassword, ProposedPassword: 'Third-Horse3' }
  await change(pool, input)
})

it('wants the right password first, and tells nothing of the new one without it', async () => {
  const { changeTo } = await signedIn({ historySize: 5 })
  for (const proposed of [newPassword, 'weak-pass', password]) {
    expect(await refusalOf(changeTo(proposed, 'Wrong-Horse1'))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
  }
})

it('wants the password of whoever has one', async () => {
  const { pool, AccessToken } = await signedIn()
  expect(await refusalOf(change(pool, { AccessToken, ProposedPassword: newPassword }))).toBe(
    'InvalidParameterException: Missing required parameter PreviousPassword',
  )
})

it('sets the first password of a user without one', async () => {
  const pool = createTestUserPool({ firstFactors: ['password', 'email-code'] })
  await signUp(pool, 'ann', { email: 'ann@example.com' }, { Password: '' })
  const { Session } = await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
  const { AuthenticationResult } = await initiate(pool, 'USER_AUTH', { USERNAME: 'ann' }, Session)
  const AccessToken = AuthenticationResult?.AccessToken ?? ''
  const guess = { AccessToken, PreviousPassword: password, ProposedPassword: newPassword }
  expect(await refusalOf(change(pool, guess))).toBe(
    'NotAuthorizedException: Incorrect username or password.',
  )
  await change(pool, { AccessToken, ProposedPassword: newPassword })
  expect(await tokenOf(pool, 'ann', newPassword)).not.toBe('')
})

it.each([
  ['weak', 'Short-1', /^InvalidPasswordException: .*: Password not long enough$/],
  [
    'bad at its ends',
    ' Battery-Staple2',
    /at 'proposedPassword' failed .* \^\[\\S\]\+\.\*\[\\S\]\+\$$/,
  ],
  ['too long', 'Aa1-'.repeat(65), /at 'proposedPassword' failed .* less than or equal to 256$/],
])('takes no password that is %s', async (_, proposed, refusal) => {
  const { changeTo } = await signedIn()
  expect(await refusalOf(changeTo(proposed))).toMatch(refusal)
})

it('takes no token that is none', async () => {
  const { pool } = await signedIn()
  const input = { PreviousPassword: password, ProposedPassword: newPassword }
  expect(await refusalOf(change(pool, { ...input, AccessToken: 'x' }))).toBe(
    'NotAuthorizedException: Invalid Access Token',
  )
})

it('is called five times an hour, right or wrong', async () => {
  const { pool, changeTo } = await signedIn()
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect(await refusalOf(changeTo(newPassword, 'Wrong-Horse1'))).toMatch(/^NotAuthorized/)
  }
  expect(await refusalOf(changeTo(newPassword))).toBe(limitExceeded)
  pool.clock.advance(3600)
  const AccessToken = await tokenOf(pool, 'ann')
  await change(pool, { AccessToken, PreviousPassword: password, ProposedPassword: newPassword })
})

describe('the history of passwords', () => {
  it('is not kept unless the policy asks for it', async () => {
    const { changeTo } = await signedIn()
    await changeTo(password)
  })

  it('has the password one has, and those before, as many as the policy says', async () => {
    const { changeTo } = await signedIn({ historySize: 2 })
    const third = 'Third-Horse3'
    expect(await refusalOf(changeTo(password))).toBe(reused)
    await changeTo(newPassword)
    expect(await refusalOf(changeTo(password, newPassword))).toBe(reused)
    await changeTo(third, newPassword)
    await changeTo(password, third)
  })

  it('has the temporary password too', async () => {
    const pool = createTestUserPool({
      passwordPolicy: { historySize: 1 },
      users: [{ username: 'ann', password, status: 'FORCE_CHANGE_PASSWORD' }],
    })
    const challenge = await signInWithPassword(pool, 'ann', password)
    const answer = (NEW_PASSWORD: string) =>
      respond(pool, challenge, { USERNAME: 'ann', NEW_PASSWORD })
    expect(await refusalOf(answer(password))).toBe(reused)
    expect((await answer(newPassword)).AuthenticationResult).toBeDefined()
  })
})
