import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { associate, factorsOf, invalidSession, password, usedSession, verify } from './mfa-calls.ts'
import { refusalOf, respond, signInWithPassword } from './sign-in.ts'

const email = 'ann@example.com'

const poolWith = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({
    mfa: 'required',
    mfaMethods: ['totp', 'email'],
    users: [
      { username: 'ann', password },
      { username: 'ben', password },
    ],
    ...options,
  })

const askedToSetUp = async (pool: TestUserPool) => {
  const challenge = await signInWithPassword(pool, 'ann', password)
  expect(challenge.ChallengeName).toBe('MFA_SETUP')
  return challenge
}

const answer = (pool: TestUserPool, Session: string | undefined, responses: object = {}) =>
  respond(pool, { ChallengeName: 'MFA_SETUP', Session }, { USERNAME: 'ann', ...responses })

describe('an authenticator app set up at sign-in', () => {
  it('signs in, and is asked for from then on by its name', async () => {
    const pool = poolWith()
    const { Session, ChallengeParameters } = await askedToSetUp(pool)
    expect(ChallengeParameters).toEqual({
      MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]',
      USER_ID_FOR_SRP: 'ann',
    })
    const associated = await associate(pool, { Session })
    expect(associated).toMatchObject({ SecretCode: expect.stringMatching(/^[A-Z2-7]{52}$/) })
    expect(associated.Session).not.toBe(Session)
    const code = pool.totpCodeFor('ann')
    const verified = await verify(pool, { Session: associated.Session }, code, "Ann's phone")
    expect(verified).toMatchObject({ Status: 'SUCCESS', Session: expect.any(String) })
    const { AuthenticationResult } = await answer(pool, verified.Session, { ELSE: 'ignored' })
    expect(await factorsOf(pool, AuthenticationResult?.AccessToken ?? '')).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    })

    const next = await signInWithPassword(pool, 'ann', password)
    expect(next).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { FRIENDLY_DEVICE_NAME: "Ann's phone" },
    })
    const withCode = (SOFTWARE_TOKEN_MFA_CODE: string) =>
      respond(pool, next, { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE })
    expect(await refusalOf(withCode(code))).toBe(
      'ExpiredCodeException: Your software token has already been used once.',
    )
    pool.clock.advance(30)
    expect((await withCode(pool.totpCodeFor('ann'))).AuthenticationResult).toBeDefined()
  })

  it('is asked for also by whoever did not go on after its code', async () => {
    const pool = poolWith()
    const { Session } = await associate(pool, await askedToSetUp(pool))
    await verify(pool, { Session }, pool.totpCodeFor('ann'))
    const next = await signInWithPassword(pool, 'ann', password)
    expect(next.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  })

  it('goes by the Session of the step before, each used once', async () => {
    const pool = poolWith()
    const { Session: first } = await askedToSetUp(pool)
    const { Session: second } = await associate(pool, { Session: first })
    const code = pool.totpCodeFor('ann')
    expect(await refusalOf(associate(pool, { Session: first }))).toBe(usedSession)
    expect(await refusalOf(verify(pool, { Session: first }, code))).toBe(usedSession)
    const { Session: third } = await verify(pool, { Session: second }, code)
    expect(await refusalOf(answer(pool, second))).toBe(usedSession)
    await answer(pool, third)
    expect(await refusalOf(answer(pool, third))).toBe(usedSession)
  })

  it('is nothing to sign in with before it has shown a code', async () => {
    const pool = poolWith()
    const { Session } = await associate(pool, await askedToSetUp(pool))
    expect(await refusalOf(answer(pool, Session))).toMatch(
      /^InvalidParameterException: Invalid MFA_SETUP answer/,
    )
    await askedToSetUp(pool)
  })

  it('takes another code after a wrong one, by the same Session', async () => {
    const pool = poolWith()
    const { Session } = await associate(pool, await askedToSetUp(pool))
    const code = pool.totpCodeFor('ann')
    const wrong = code === '000000' ? '000001' : '000000'
    for (let time = 1; time <= 4; time += 1) {
      expect(await refusalOf(verify(pool, { Session }, wrong))).toBe(
        'EnableSoftwareTokenMFAException: Code mismatch',
      )
    }
    expect(await verify(pool, { Session }, code)).toMatchObject({ Status: 'SUCCESS' })
  })

  it('has the newest secret that was handed out', async () => {
    const pool = poolWith()
    const first = await associate(pool, await askedToSetUp(pool))
    const oldCode = pool.totpCodeFor('ann')
    const { Session } = await associate(pool, { Session: first.Session })
    expect(await refusalOf(verify(pool, { Session }, oldCode))).toMatch(/Code mismatch$/)
    await verify(pool, { Session }, pool.totpCodeFor('ann'))
  })

  it('is nothing for the Session of another challenge, or none', async () => {
    const pool = poolWith({
      users: [{ username: 'ann', password, attributes: { email }, mfa: 'email' }],
    })
    const { Session } = await signInWithPassword(pool, 'ann', password)
    expect(await refusalOf(associate(pool, { Session }))).toBe(invalidSession)
    expect(await refusalOf(verify(pool, { Session: 'A'.repeat(30) }, '123456'))).toBe(
      invalidSession,
    )
    expect(await refusalOf(associate(pool, {}))).toBe(
      'InvalidParameterException: Either AccessToken or Session is required',
    )
  })

  it('is nothing after the Session has expired', async () => {
    const pool = poolWith()
    const { Session } = await askedToSetUp(pool)
    pool.clock.advance(180)
    expect(await refusalOf(associate(pool, { Session }))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })
})

describe('MFA by e-mail set up at sign-in', () => {
  it('sends a code to the address, which is verified and the factor from then on', async () => {
    const pool = poolWith()
    const { Session } = await askedToSetUp(pool)
    const asked = await answer(pool, Session, { EMAIL: email })
    expect(asked).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
        CODE_DELIVERY_DESTINATION: 'a***@e***',
      },
    })
    expect(pool.inbox.messages).toMatchObject([{ to: email, purpose: 'mfa' }])
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor(email)
    expect(EMAIL_OTP_CODE).toMatch(/^\d{8}$/)
    const { AuthenticationResult } = await respond(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE })
    const { AccessToken = '', IdToken = '' } = AuthenticationResult ?? {}
    expect(
      JSON.parse(Buffer.from(IdToken.split('.')[1] ?? '', 'base64url').toString()),
    ).toMatchObject({ email, email_verified: true })
    expect(await factorsOf(pool, AccessToken)).toMatchObject({ UserMFASettingList: ['EMAIL_OTP'] })
    expect((await signInWithPassword(pool, 'ann', password)).ChallengeName).toBe('EMAIL_OTP')
  })

  it('is for the address of the Session that the code was asked for with', async () => {
    const pool = poolWith()
    const mine = await answer(pool, (await askedToSetUp(pool)).Session, { EMAIL: email })
    await answer(pool, (await askedToSetUp(pool)).Session, { EMAIL: 'other@example.com' })
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('other@example.com')
    expect(await refusalOf(respond(pool, mine, { USERNAME: 'ann', EMAIL_OTP_CODE }))).toBe(
      'CodeMismatchException: Invalid code or auth state for the user.',
    )
  })

  it('takes nobody the address that they sign in with', async () => {
    const pool = poolWith({
      aliases: ['email'],
      users: [
        { username: 'ann', password },
        { username: 'ben', password, attributes: { email, email_verified: 'true' } },
      ],
    })
    const { Session } = await askedToSetUp(pool)
    expect(await refusalOf(answer(pool, Session, { EMAIL: email }))).toMatch(
      /^AliasExistsException: /,
    )
    expect(pool.inbox.messages).toEqual([])
  })

  it('takes nobody the address that they sign in with since the code was sent', async () => {
    const pool = poolWith({ aliases: ['email'] })
    const asked = await answer(pool, (await askedToSetUp(pool)).Session, { EMAIL: email })
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor(email)
    const attributes = { email, email_verified: 'true' }
    pool.addUser({ username: 'cat', password, attributes })
    expect(await refusalOf(respond(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE }))).toMatch(
      /^AliasExistsException: /,
    )
  })
})

describe('an answer to MFA_SETUP', () => {
  it.each([
    [{}, 'InvalidParameterException: Invalid MFA_SETUP answer: no software token was verified'],
    [{ EMAIL: 'nowhere' }, 'InvalidParameterException: Invalid email address format.'],
  ])('that is malformed uses the Session up: %j', async (responses, refusal) => {
    const pool = poolWith()
    const { Session } = await askedToSetUp(pool)
    expect(await refusalOf(answer(pool, Session, responses))).toContain(refusal)
    expect(await refusalOf(answer(pool, Session, { EMAIL: email }))).toBe(usedSession)
  })

  it('asks for no method that the pool does not have', async () => {
    const byApp = poolWith({ mfaMethods: ['totp'] })
    const { Session } = await askedToSetUp(byApp)
    expect(await refusalOf(answer(byApp, Session, { EMAIL: email }))).toBe(
      'InvalidParameterException: E-mail MFA has not been enabled by the userPool',
    )
    const byEmail = poolWith({ mfaMethods: ['email'] })
    const challenge = await askedToSetUp(byEmail)
    expect(challenge.ChallengeParameters?.['MFAS_CAN_SETUP']).toBe('["EMAIL_OTP"]')
    expect(await refusalOf(associate(byEmail, { Session: challenge.Session }))).toBe(
      'SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool',
    )
  })

  it('replaces no factor that was set up since it was asked for', async () => {
    const pool = poolWith()
    const stale = await askedToSetUp(pool)
    const staleToo = await askedToSetUp(pool)
    const byEmail = await answer(pool, (await askedToSetUp(pool)).Session, { EMAIL: email })
    const { Session } = await associate(pool, await askedToSetUp(pool))
    await verify(pool, { Session }, pool.totpCodeFor('ann'))
    expect(await refusalOf(associate(pool, { Session: stale.Session }))).toBe(invalidSession)
    expect(await refusalOf(answer(pool, staleToo.Session, { EMAIL: email }))).toBe(invalidSession)
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor(email)
    expect(await refusalOf(respond(pool, byEmail, { USERNAME: 'ann', EMAIL_OTP_CODE }))).toBe(
      'CodeMismatchException: Invalid code or auth state for the user.',
    )
  })

  it('is for the user who was asked', async () => {
    const pool = poolWith()
    const { Session } = await askedToSetUp(pool)
    const ofBen = { ChallengeName: 'MFA_SETUP', Session } as const
    expect(await refusalOf(respond(pool, ofBen, { USERNAME: 'ben', EMAIL: email }))).toBe(
      invalidSession,
    )
  })
})
