import { createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'
const email = 'ada@example.com'
const customAttributes = { team: 'string', level: 'number', beta: 'boolean', born: 'date' } as const
const customNames = Object.keys(customAttributes).map((name) => `custom:${name}`)

const signedIn = async (options: TestUserPoolOptions = {}) => {
  const pool = createTestUserPool({
    users: [{ username: 'ada', password, attributes: { email, email_verified: 'true' } }],
    customAttributes: [
      { name: 'team' },
      { name: 'level', type: 'Number' },
      { name: 'beta', type: 'Boolean' },
      { name: 'born', type: 'DateTime' },
      { name: 'tenant', mutable: false },
    ],
    clients: [
      {
        secret: true,
        writeAttributes: ['email', 'phone_number', 'nickname', 'updated_at', ...customNames],
      },
    ],
    ...options,
  })
  const cognito = createCognito({ ...pool.options, customAttributes })
  const result = await cognito.signIn({ username: 'ada', password })
  if (result.status !== 'signed-in') throw new Error(result.status)
  const { accessToken } = result.tokens
  const attributes = async () => (await cognito.profile.get({ accessToken })).attributes
  return { pool, cognito, accessToken, attributes }
}

describe('updating a profile', () => {
  it('writes every kind of value as a text, and reads it as what it was', async () => {
    const { pool, cognito, accessToken, attributes } = await signedIn()
    const born = new Date(Date.UTC(1815, 11, 10))
    const update = cognito.profile.update({
      accessToken,
      attributes: {
        nickname: 'true',
        updated_at: 1_700_000_000,
        'custom:team': '42',
        'custom:level': 42,
        'custom:beta': false,
        'custom:born': born,
      },
    })
    expect(await update).toEqual({ toVerify: [] })
    const { sub } = await cognito.verifyAccessToken(accessToken)
    expect(await attributes()).toEqual({
      sub,
      email,
      email_verified: true,
      nickname: 'true',
      updated_at: 1_700_000_000,
      'custom:team': '42',
      'custom:level': 42,
      'custom:beta': false,
      'custom:born': born,
    })
    const untyped = createCognito(pool.options)
    expect((await untyped.profile.get({ accessToken })).attributes).toMatchObject({
      email_verified: true,
      'custom:level': '42',
      'custom:beta': 'false',
    })
  })

  it('takes an attribute away by null, and leaves the others', async () => {
    const { cognito, accessToken, attributes } = await signedIn()
    const given = { nickname: 'ada', 'custom:level': 3 }
    await cognito.profile.update({ accessToken, attributes: given })
    await cognito.profile.update({ accessToken, attributes: { 'custom:level': null } })
    expect(await attributes()).toMatchObject({ nickname: 'ada' })
    expect(await attributes()).not.toHaveProperty('custom:level')
    await cognito.profile.deleteAttributes({ accessToken, names: ['nickname'] })
    expect(await attributes()).not.toHaveProperty('nickname')
  })

  it('says what is to be verified, and the code verifies it', async () => {
    const { pool, cognito, accessToken, attributes } = await signedIn()
    const changed = { accessToken, attributes: { email: 'ada@example.org' } }
    expect(await cognito.profile.update(changed)).toEqual({
      toVerify: [{ medium: 'email', destination: 'a***@e***', attribute: 'email' }],
    })
    expect(await attributes()).toMatchObject({ email: 'ada@example.org', email_verified: false })

    const code = pool.inbox.lastCodeFor('ada')
    await cognito.profile.verifyAttribute({ accessToken, attribute: 'email', code })
    expect(await attributes()).toMatchObject({ email_verified: true })
  })

  it('keeps the old address until the new one is verified, where the pool does so', async () => {
    const { pool, cognito, accessToken, attributes } = await signedIn({
      verifyBeforeUpdate: ['email'],
    })
    await cognito.profile.update({ accessToken, attributes: { email: 'ada@example.org' } })
    expect(await attributes()).toMatchObject({ email, email_verified: true })
    const code = pool.inbox.lastCodeFor('ada@example.org')
    await cognito.profile.verifyAttribute({ accessToken, attribute: 'email', code })
    expect(await attributes()).toMatchObject({ email: 'ada@example.org', email_verified: true })
  })

  it.each<[string, object, string, object]>([
    ['that Cognito alone writes', { sub: 'x' }, 'READ_ONLY', { attributes: 'sub' }],
    ['that the app client may not write', { given_name: 'Ada' }, 'READ_ONLY', {}],
    ['that may be set once', { 'custom:tenant': 'x' }, 'READ_ONLY', {}],
    ['that there is not', { 'custom:nowhere': 'x' }, 'INVALID', { attributes: 'custom:nowhere' }],
    ['of the wrong form', { phone_number: '0123' }, 'INVALID', { attributes: 'phone_number' }],
  ])('refuses an attribute %s, and changes nothing', async (_what, wrong, code, params) => {
    const { cognito, accessToken, attributes } = await signedIn()
    const before = await attributes()
    const update = { accessToken, attributes: { nickname: 'ada', ...wrong } }
    await expect(cognito.profile.update(update)).rejects.toMatchObject({
      code: `COGNITO_ATTRIBUTE_${code}`,
      params,
    })
    expect(await attributes()).toEqual(before)
  })

  it('names an attribute that may be set once where the app client may write it', async () => {
    const { cognito, accessToken } = await signedIn({
      clients: [{ writeAttributes: ['custom:tenant'] }],
    })
    const wrong = { 'custom:tenant': 'x' } as object
    await expect(cognito.profile.update({ accessToken, attributes: wrong })).rejects.toMatchObject({
      code: 'COGNITO_ATTRIBUTE_READ_ONLY',
      params: { attributes: 'custom:tenant' },
    })
  })

  it('does not take away what everybody must have', async () => {
    const { cognito, accessToken } = await signedIn({
      requiredAttributes: ['email'],
      clients: [{}],
    })
    await expect(
      cognito.profile.deleteAttributes({ accessToken, names: ['email'] }),
    ).rejects.toMatchObject({
      code: 'COGNITO_ATTRIBUTE_MISSING',
      params: { attributes: 'email' },
    })
  })
})

describe('verifying an address', () => {
  it('sends a code whenever it is asked, five times an hour', async () => {
    const { cognito, accessToken } = await signedIn()
    const ask = () => cognito.profile.requestVerification({ accessToken, attribute: 'email' })
    for (let count = 0; count < 5; count++) {
      expect(await ask()).toEqual({
        medium: 'email',
        destination: 'a***@e***',
        attribute: 'email',
      })
    }
    await expect(ask()).rejects.toMatchObject({ code: 'COGNITO_LIMIT_EXCEEDED' })
  })

  it('is refused where there is none', async () => {
    const { cognito, accessToken } = await signedIn()
    await expect(
      cognito.profile.requestVerification({ accessToken, attribute: 'phone_number' }),
    ).rejects.toMatchObject({
      code: 'COGNITO_ATTRIBUTE_MISSING',
      params: { attributes: 'phone_number' },
    })
  })

  it('is refused for a wrong code and for a used one', async () => {
    const { pool, cognito, accessToken } = await signedIn()
    await cognito.profile.requestVerification({ accessToken, attribute: 'email' })
    const code = pool.inbox.lastCodeFor('ada')
    const verify = (untrusted: string) =>
      cognito.profile.verifyAttribute({ accessToken, attribute: 'email', code: untrusted })
    await expect(verify(code === '000000' ? '111111' : '000000')).rejects.toMatchObject({
      code: 'COGNITO_CODE_MISMATCH',
    })
    await verify(code)
    await expect(verify(code)).rejects.toMatchObject({ code: 'COGNITO_CODE_EXPIRED' })
  })

  it('is refused where the address is an alias of somebody else', async () => {
    const { pool, cognito, accessToken } = await signedIn({
      aliases: ['email'],
      users: [
        { username: 'ada', password },
        { username: 'bob', password, attributes: { email, email_verified: 'true' } },
      ],
      clients: [{}],
    })
    const refused = async () => {
      await cognito.profile.update({ accessToken, attributes: { email } })
      const code = pool.inbox.lastCodeFor('ada')
      await cognito.profile.verifyAttribute({ accessToken, attribute: 'email', code })
    }
    await expect(refused()).rejects.toMatchObject({ code: 'COGNITO_ALIAS_TAKEN' })
  })
})

describe('deleting a user', () => {
  it('deletes the user for good, and the name is free again', async () => {
    const { cognito, accessToken } = await signedIn()
    expect(await cognito.profile.delete({ accessToken })).toBeUndefined()
    await expect(cognito.profile.get({ accessToken })).rejects.toMatchObject({
      code: expect.stringMatching(/^COGNITO_(USER_NOT_FOUND|TOKEN_REJECTED)$/),
    })
    await expect(cognito.signIn({ username: 'ada', password })).rejects.toMatchObject({
      code: 'COGNITO_INVALID_CREDENTIALS',
    })
    await expect(cognito.signUp({ username: 'ada', password })).resolves.toBeDefined()
  })
})
