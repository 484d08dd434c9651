import { createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'
const username = 'ada@example.com'
const byEmail: TestUserPoolOptions = { signInWith: ['email'], clients: [{ secret: true }] }

const poolAnd = (options: TestUserPoolOptions = byEmail) => {
  const pool = createTestUserPool(options)
  return { pool, cognito: createCognito(pool.options) }
}

describe('signing up', () => {
  it('takes a new user from a name and a password to tokens', async () => {
    const { pool, cognito } = poolAnd()
    const signedUp = await cognito.signUp({ username, password })
    expect(signedUp).toMatchObject({
      status: 'confirm-sign-up',
      delivery: { medium: 'email', destination: 'a***@e***', attribute: 'email' },
    })
    expect(await cognito.signIn({ username, password })).toMatchObject({
      status: 'confirm-sign-up',
    })

    const code = pool.inbox.lastCodeFor(username)
    expect(await cognito.confirmSignUp({ username, code })).toMatchObject({ status: 'confirmed' })
    const result = await cognito.signIn({ username, password })
    if (result.status !== 'signed-in') throw new Error(result.status)
    const { attributes } = await cognito.profile.get(result.tokens)
    expect(attributes).toEqual({ sub: signedUp.sub, email: username, email_verified: true })
  })

  it('signs in straight away with the session, without a password being asked for again', async () => {
    const { pool, cognito } = poolAnd()
    const signedUp = await cognito.signUp({ username, password })
    const { session = '' } = await cognito.confirmSignUp({
      username,
      code: pool.inbox.lastCodeFor(username),
      ...(signedUp.session !== undefined && { session: signedUp.session }),
    })
    const result = await cognito.signIn({ method: 'after-sign-up', username, session })
    if (result.status !== 'signed-in') throw new Error(result.status)
    expect(await cognito.verifyAccessToken(result.tokens.accessToken)).toMatchObject({
      sub: signedUp.sub,
    })

    const again = cognito.signIn({ method: 'after-sign-up', username, session })
    await expect(again).rejects.toMatchObject({ code: 'COGNITO_SESSION_EXPIRED' })
  })

  it('does without a password where the pool does', async () => {
    const { pool, cognito } = poolAnd({ ...byEmail, firstFactors: ['password', 'email-code'] })
    await cognito.signUp({ username })
    const { session = '' } = await cognito.confirmSignUp({
      username,
      code: pool.inbox.lastCodeFor(username),
    })
    const result = await cognito.signIn({ method: 'after-sign-up', username, session })
    if (result.status !== 'signed-in') throw new Error(result.status)

    const { accessToken } = result.tokens
    await cognito.password.change({ accessToken, newPassword: password })
    expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
  })

  it('tells of no delivery where there is nothing to verify', async () => {
    const { cognito } = poolAnd({})
    const signedUp = await cognito.signUp({ username: 'ada', password })
    expect(signedUp).toMatchObject({ status: 'confirm-sign-up' })
    expect(signedUp).not.toHaveProperty('delivery')
    await expect(cognito.resendSignUpCode({ username: 'ada' })).rejects.toMatchObject({
      key: 'COGNITO_MISCONFIGURED.noVerification',
    })
  })

  it('sends the code once more, and the newest is the one that counts', async () => {
    const { pool, cognito } = poolAnd()
    await cognito.signUp({ username, password })
    const first = pool.inbox.lastCodeFor(username)
    expect(await cognito.resendSignUpCode({ username })).toEqual({
      medium: 'email',
      destination: 'a***@e***',
      attribute: 'email',
    })
    const second = pool.inbox.lastCodeFor(username)
    if (first !== second) {
      await expect(cognito.confirmSignUp({ username, code: first })).rejects.toMatchObject({
        code: 'COGNITO_CODE_MISMATCH',
      })
    }
    await expect(cognito.confirmSignUp({ username, code: second })).resolves.toBeDefined()
  })
})

describe('a sign-up is refused', () => {
  it.each([
    ['Sh0rt!', 'tooShort'],
    ['lower-case-1', 'uppercase'],
    ['UPPER-CASE-1', 'lowercase'],
    ['No-digits-here', 'digit'],
    ['NoSymbolsHere1', 'symbol'],
    [' Correct-horse-1', 'form'],
  ])('for the password «%s», and says why: %s', async (weak, rule) => {
    const { cognito } = poolAnd()
    const refused = await cognito
      .signUp({ username, password: weak })
      .catch((error: Error) => error)
    expect(refused).toMatchObject({ key: `COGNITO_INVALID_PASSWORD.${rule}`, retryable: false })
    expect((refused as Error).message).not.toContain(weak)
  })

  it('for a name that is taken', async () => {
    const { cognito } = poolAnd()
    await cognito.signUp({ username, password })
    await expect(cognito.signUp({ username, password })).rejects.toMatchObject({
      code: 'COGNITO_USERNAME_TAKEN',
    })
  })

  it.each<[TestUserPoolOptions, string, string]>([
    [{ signInWith: ['email'] }, 'ada', 'usernameIsEmail'],
    [{ signInWith: ['phone_number'] }, 'ada', 'usernameIsPhoneNumber'],
    [{ signInWith: ['email', 'phone_number'] }, 'ada', 'usernameIsEmailOrPhoneNumber'],
    [{ aliases: ['email'] }, 'ada@example.com', 'usernameIsNoEmail'],
    [{ aliases: ['phone_number'] }, '+441234567890', 'usernameIsNoPhoneNumber'],
  ])('for a name of the wrong form: %j %s', async (options, name, form) => {
    const { cognito } = poolAnd(options)
    await expect(cognito.signUp({ username: name, password })).rejects.toMatchObject({
      key: `COGNITO_INVALID_INPUT.${form}`,
    })
  })

  it('for attributes that are missing, all of them named', async () => {
    const { cognito } = poolAnd({ ...byEmail, requiredAttributes: ['name', 'given_name'] })
    const refused = cognito.signUp({ username, password, attributes: { nickname: 'ada' } })
    await expect(refused).rejects.toMatchObject({
      code: 'COGNITO_ATTRIBUTE_MISSING',
      params: { attributes: expect.stringMatching(/^(name, given_name|given_name, name)$/) },
    })
  })

  it.each([
    [{ 'custom:nowhere': 'x' }, 'custom:nowhere'],
    [{ email: 'no address' }, 'email'],
    [{ phone_number: '0123' }, 'phone_number'],
    [{ birthdate: '1815' }, 'birthdate'],
  ])('for an attribute that cannot be: %j', async (attributes, name) => {
    const { cognito } = poolAnd({})
    await expect(cognito.signUp({ username: 'ada', password, attributes })).rejects.toMatchObject({
      code: 'COGNITO_ATTRIBUTE_INVALID',
      params: { attributes: name },
    })
  })

  it('for an attribute that the app client may not write', async () => {
    const { cognito } = poolAnd({ customAttributes: [{ name: 'team' }] })
    const attributes = { 'custom:team': 'blue' }
    await expect(cognito.signUp({ username: 'ada', password, attributes })).rejects.toMatchObject({
      code: 'COGNITO_ATTRIBUTE_READ_ONLY',
    })
  })

  it('where nobody may sign up', async () => {
    const { cognito } = poolAnd({ ...byEmail, adminCreateUserOnly: true })
    await expect(cognito.signUp({ username, password })).rejects.toMatchObject({
      code: 'COGNITO_SIGN_UP_CLOSED',
    })
  })
})

describe('a confirmation is refused', () => {
  const signedUp = async (options?: TestUserPoolOptions) => {
    const { pool, cognito } = poolAnd(options)
    await cognito.signUp({ username, password })
    return { pool, cognito, code: pool.inbox.lastCodeFor(username) }
  }

  it('for a wrong code, which may be typed again', async () => {
    const { cognito, code } = await signedUp()
    const wrong = code === '000000' ? '111111' : '000000'
    for (const untrusted of [wrong, 'two words']) {
      await expect(cognito.confirmSignUp({ username, code: untrusted })).rejects.toMatchObject({
        code: 'COGNITO_CODE_MISMATCH',
      })
    }
    await expect(cognito.confirmSignUp({ username, code })).resolves.toBeDefined()
  })

  it('for a code of yesterday', async () => {
    const { pool, cognito, code } = await signedUp()
    pool.clock.advance(24 * 3600 + 1)
    await expect(cognito.confirmSignUp({ username, code })).rejects.toMatchObject({
      code: 'COGNITO_CODE_EXPIRED',
    })
  })

  it('of somebody who is confirmed already, and so is another code', async () => {
    const { cognito, code } = await signedUp()
    await cognito.confirmSignUp({ username, code })
    await expect(cognito.confirmSignUp({ username, code })).rejects.toMatchObject({
      code: 'COGNITO_ALREADY_CONFIRMED',
    })
    await expect(cognito.resendSignUpCode({ username })).rejects.toMatchObject({
      code: 'COGNITO_ALREADY_CONFIRMED',
    })
  })

  it('for an address that somebody else has, unless it is taken away from them', async () => {
    const { pool, cognito } = poolAnd({
      aliases: ['email'],
      users: [
        {
          username: 'bob',
          password,
          attributes: { email: username, email_verified: 'true' },
        },
      ],
    })
    await cognito.signUp({ username: 'ada', password, attributes: { email: username } })
    const input = { username: 'ada', code: pool.inbox.lastCodeFor('ada') }
    await expect(cognito.confirmSignUp(input)).rejects.toMatchObject({
      code: 'COGNITO_ALIAS_TAKEN',
    })
    await cognito.confirmSignUp({ ...input, forceAliasCreation: true })
    const result = await cognito.signIn({ username, password })
    if (result.status !== 'signed-in') throw new Error(result.status)
    expect(await cognito.profile.get(result.tokens)).toMatchObject({ username: 'ada' })
  })

  it('for a session of another sign-up', async () => {
    const { cognito, code } = await signedUp()
    const other = await cognito.signUp({ username: 'bob@example.com', password })
    const { session = '' } = other
    await expect(cognito.confirmSignUp({ username, code, session })).rejects.toMatchObject({
      code: 'COGNITO_SESSION_EXPIRED',
    })
  })

  it('after five codes an hour, and is not asked three times for that', async () => {
    const { pool, cognito } = await signedUp()
    for (let count = 0; count < 5; count++) await cognito.resendSignUpCode({ username })
    await expect(cognito.resendSignUpCode({ username })).rejects.toMatchObject({
      code: 'COGNITO_LIMIT_EXCEEDED',
      retryable: true,
    })
    expect(pool.calls['ResendConfirmationCode']).toBe(6)
    pool.clock.advance(3601)
    await expect(cognito.resendSignUpCode({ username })).resolves.toBeDefined()
  })

  it('of nobody, in the words of the app client', async () => {
    const nobody = { username: 'nobody@example.com', code: '123456' }
    const hiding = poolAnd().cognito
    await expect(hiding.confirmSignUp(nobody)).rejects.toMatchObject({
      code: expect.stringMatching(/^COGNITO_CODE_(MISMATCH|EXPIRED)$/),
    })
    await expect(hiding.resendSignUpCode(nobody)).resolves.toMatchObject({ medium: 'email' })
    const telling = poolAnd({
      ...byEmail,
      clients: [{ preventUserExistenceErrors: false }],
    }).cognito
    await expect(telling.confirmSignUp(nobody)).rejects.toMatchObject({
      code: 'COGNITO_USER_NOT_FOUND',
    })
  })
})
