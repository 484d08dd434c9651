import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserOptions } from '../src/index.ts'
import {
  answerCustom,
  questioningPool,
  startCustom,
  startCustomWithSrp,
} from './custom-auth-pool.ts'
import { forgetDevice, keepDevice, proveDevice, signInOn } from './device-calls.ts'
import { claimsOf, initiate, refusalOf, respond, signInWithSrp } from './sign-in.ts'
import { password, refresh } from './signed-in-pool.ts'
import { startSrp } from './srp-client.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'
const badSession = 'NotAuthorizedException: Invalid session for the user.'

const passed = (challengeName: string) => ({
  challengeName,
  challengeResult: true,
  challengeMetadata: null,
})

const withUser = (user: Partial<TestUserOptions>) => ({
  users: [{ username: 'ann', password, attributes: { email: 'ann@example.com' }, ...user }],
})

it('asks for the proof of the password first, with a Session', async () => {
  const { pool, defined, created } = questioningPool()
  const { asked, prove } = await startCustomWithSrp(pool)
  expect(asked).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) })
  expect(defined[0]?.request.session).toEqual([passed('SRP_A')])
  expect(created).toEqual([])

  const question = await prove()
  expect(question).toMatchObject({
    ChallengeName: 'CUSTOM_CHALLENGE',
    ChallengeParameters: { USERNAME: 'ann', question: 'Question 3' },
  })
  const sessionNow = [passed('SRP_A'), passed('PASSWORD_VERIFIER')]
  expect(defined[1]?.request.session).toEqual(sessionNow)
  expect(created[0]?.request.session).toEqual(sessionNow)
  const last = await answerCustom(pool, question, 'answer 3')
  const { AuthenticationResult } = await answerCustom(pool, last, 'answer 4')
  expect(claimsOf(AuthenticationResult?.AccessToken)).toMatchObject({ username: 'ann' })
})

it('takes a wrong password for what it is, and counts it; no trigger hears of it', async () => {
  const { pool, defined } = questioningPool()
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { prove } = await startCustomWithSrp(pool, { typed: 'wrong' })
    expect(await refusalOf(prove())).toBe(wrongCredentials)
  }
  expect(defined).toHaveLength(5)
  const { prove } = await startCustomWithSrp(pool)
  expect(await refusalOf(prove())).toBe('NotAuthorizedException: Password attempts exceeded')
})

it('wants SRP_A, in a form that there is', async () => {
  const { pool } = questioningPool()
  const start = (parameters: Record<string, string>) =>
    initiate(pool, 'CUSTOM_AUTH', { USERNAME: 'ann', CHALLENGE_NAME: 'SRP_A', ...parameters })
  expect(await refusalOf(start({}))).toBe(
    'InvalidParameterException: Missing required parameter SRP_A',
  )
  expect(await refusalOf(start({ SRP_A: '0' }))).toBe('InvalidParameterException: Invalid SRP_A')
})

it('begins with the triggers where CHALLENGE_NAME says nothing of SRP_A', async () => {
  const { pool, defined } = questioningPool()
  const parameters = { USERNAME: 'ann', CHALLENGE_NAME: 'CUSTOM_CHALLENGE', SRP_A: startSrp().A }
  const asked = await initiate(pool, 'CUSTOM_AUTH', parameters)
  expect(asked.ChallengeName).toBe('CUSTOM_CHALLENGE')
  expect(defined[0]?.request.session).toEqual([])
})

describe('the proof', () => {
  it('is no way around the questions: it goes on with its own Session only', async () => {
    const { pool } = questioningPool()
    const alone = await startCustomWithSrp(pool, { session: false })
    expect(await refusalOf(alone.prove())).toBe(badSession)

    const { asked } = await startCustomWithSrp(pool)
    const other = await startCustomWithSrp(pool, {
      proof: { PASSWORD_CLAIM_SECRET_BLOCK: asked.ChallengeParameters?.['SECRET_BLOCK'] ?? '' },
    })
    expect(await refusalOf(other.prove())).toBe(badSession)
  })

  it('works once', async () => {
    const { pool } = questioningPool()
    const { prove } = await startCustomWithSrp(pool)
    await prove()
    expect(await refusalOf(prove())).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    )
  })

  it('is nothing that USER_SRP_AUTH could go on with', async () => {
    const { pool } = questioningPool()
    const { asked } = await startCustomWithSrp(pool)
    const block = asked.ChallengeParameters?.['SECRET_BLOCK'] ?? ''
    const proof = { PASSWORD_CLAIM_SECRET_BLOCK: block }
    expect(await refusalOf(signInWithSrp(pool, 'ann', password, proof))).toBe(badSession)
  })
})

it('whoever the triggers give up on is refused, whatever else they say', async () => {
  const define = () => ({ issueTokens: true, failAuthentication: true })
  const { pool } = questioningPool({}, { define })
  expect(await refusalOf(startCustom(pool))).toBe(wrongCredentials)
})

describe('a user', () => {
  it('with a second factor is asked for it, and then the triggers go on', async () => {
    const { pool, defined } = questioningPool(withUser({ mfa: 'email' }))
    const { prove } = await startCustomWithSrp(pool)
    const code = await prove()
    expect(code.ChallengeName).toBe('EMAIL_OTP')
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    expect((await respond(pool, code, answer)).ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect(defined.at(-1)?.request.session).toEqual(
      ['SRP_A', 'PASSWORD_VERIFIER', 'EMAIL_OTP'].map(passed),
    )
  })

  it('with two factors is asked which, and then the triggers go on', async () => {
    const { pool, defined } = questioningPool(withUser({ mfa: ['email', 'totp'] }))
    const { prove } = await startCustomWithSrp(pool)
    const choice = await prove()
    const asked = await respond(pool, choice, { USERNAME: 'ann', ANSWER: 'SOFTWARE_TOKEN_MFA' })
    const answer = { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE: pool.totpCodeFor('ann') }
    expect((await respond(pool, asked, answer)).ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect(defined.at(-1)?.request.session).toEqual(
      ['SRP_A', 'PASSWORD_VERIFIER', 'SOFTWARE_TOKEN_MFA'].map(passed),
    )
  })

  it('with a temporary password sets one, and then the triggers go on', async () => {
    const { pool, defined } = questioningPool(withUser({ status: 'FORCE_CHANGE_PASSWORD' }))
    const { prove } = await startCustomWithSrp(pool)
    const asked = await prove()
    expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    const answer = { USERNAME: 'ann', NEW_PASSWORD: 'Battery-Staple2' }
    expect((await respond(pool, asked, answer)).ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect(defined.at(-1)?.request.session).toEqual(['SRP_A', 'PASSWORD_VERIFIER'].map(passed))
  })

  it('who may not sign in is told so after the right password', async () => {
    const { pool } = questioningPool(withUser({ enabled: false }))
    const wrong = await startCustomWithSrp(pool, { typed: 'wrong' })
    expect(await refusalOf(wrong.prove())).toBe(wrongCredentials)
    const right = await startCustomWithSrp(pool)
    expect(await refusalOf(right.prove())).toBe('NotAuthorizedException: User is disabled.')
  })
})

describe('where devices are tracked', () => {
  const users = [{ username: 'ann', password }]

  it('no device is named, and nothing can be refreshed', async () => {
    const { pool } = questioningPool({ users, deviceTracking: 'always' })
    const { prove } = await startCustomWithSrp(pool)
    const last = await answerCustom(pool, await prove(), 'answer 3')
    const { AuthenticationResult: result } = await answerCustom(pool, last, 'answer 4')
    expect(result).not.toHaveProperty('NewDeviceMetadata')
    expect(claimsOf(result?.AccessToken)).not.toHaveProperty('device_key')
    expect(await refusalOf(refresh(pool, result?.RefreshToken ?? ''))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    )
  })

  it('a remembered device proves itself when the triggers have had enough', async () => {
    const { pool, defined } = questioningPool({ users, deviceTracking: 'always' })
    const { AuthenticationResult } = await signInOn(pool)
    const device = await keepDevice(pool, AuthenticationResult)
    const DEVICE_KEY = device.key
    const { prove } = await startCustomWithSrp(pool, { proof: { DEVICE_KEY } })
    const last = await answerCustom(pool, await prove(), 'answer 3', { DEVICE_KEY })
    const asked = await answerCustom(pool, last, 'answer 4', { DEVICE_KEY })
    expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH')
    const calls = defined.length
    const { AuthenticationResult: result } = await proveDevice(pool, asked, device)
    expect(claimsOf(result?.AccessToken)['device_key']).toBe(DEVICE_KEY)
    expect(defined).toHaveLength(calls)
    const answer = await refresh(pool, result?.RefreshToken ?? '', { DeviceKey: DEVICE_KEY })
    expect(answer.AuthenticationResult).toBeDefined()
  })

  it('one that stood in for a second factor proves itself, whether or not it is named again', async () => {
    const mfa = 'totp' as const
    const { pool } = questioningPool({
      users: [{ username: 'ann', password, mfa }],
      deviceTracking: 'always',
    })
    const SOFTWARE_TOKEN_MFA_CODE = pool.totpCodeFor('ann')
    const answer = { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE }
    const { AuthenticationResult } = await respond(pool, await signInOn(pool), answer)
    const device = await keepDevice(pool, AuthenticationResult)
    const beforeLast = async () => {
      const { prove } = await startCustomWithSrp(pool, { proof: { DEVICE_KEY: device.key } })
      return answerCustom(pool, await prove(), 'answer 3')
    }
    const asked = await answerCustom(pool, await beforeLast(), 'answer 4')
    expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH')
    expect((await proveDevice(pool, asked, device)).AuthenticationResult).toBeDefined()

    const last = await beforeLast()
    await forgetDevice(pool, AuthenticationResult?.AccessToken ?? '', device.key)
    expect(await refusalOf(answerCustom(pool, last, 'answer 4'))).toBe(
      'ResourceNotFoundException: Device does not exist.',
    )
  })
})

it('a pool without the triggers refuses it before any proof', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ann', password }] })
  expect(await refusalOf(startCustomWithSrp(pool))).toBe(
    'InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.',
  )
})
