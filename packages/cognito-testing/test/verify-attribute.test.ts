import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import {
  askForCode,
  attributesOf,
  expiredCode,
  limitExceeded,
  otherCode,
  password,
  tokenOf,
  update,
  verify,
  wrongCode,
} from './account-calls.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'

const email = 'ann@example.com'
const moved = 'ann@example.org'

const signedIn = async (options: TestUserPoolOptions = {}, attributes: object = { email }) => {
  const pool = createTestUserPool({
    users: [{ username: 'ann', password, attributes: { ...attributes } }],
    ...options,
  })
  return { pool, token: await tokenOf(pool, 'ann') }
}
const asked = async (...args: Parameters<typeof signedIn>) => {
  const { pool, token } = await signedIn(...args)
  await askForCode(pool, token, 'email')
  return { pool, token, code: pool.inbox.lastCodeFor('ann') }
}

describe('a code for an attribute', () => {
  it.each([
    ['email', email, 'EMAIL', 'a***@e***'],
    ['phone_number', '+15550101234', 'SMS', '+*******1234'],
  ])('is sent to the %s when asked for, whatever the pool verifies', async (...expected) => {
    const [attribute, to, DeliveryMedium, Destination] = expected
    const options = { autoVerifiedAttributes: [] }
    const { pool, token } = await signedIn(options, { [attribute]: to })
    expect(await askForCode(pool, token, attribute)).toMatchObject({
      CodeDeliveryDetails: { Destination, DeliveryMedium, AttributeName: attribute },
    })
    expect(pool.inbox.messages).toMatchObject([{ to, purpose: 'verify-attribute' }])
    await verify(pool, token, attribute, pool.inbox.lastCodeFor('ann'))
    expect(await attributesOf(pool, token)).toMatchObject({ [`${attribute}_verified`]: 'true' })
  })

  it('is sent for one that is verified, too', async () => {
    const { pool, token, code } = await asked({}, { email, email_verified: 'true' })
    await verify(pool, token, 'email', code)
  })

  it('that is wrong is refused, and the right one works once', async () => {
    const { pool, token, code } = await asked()
    expect(await refusalOf(verify(pool, token, 'email', otherCode(code)))).toBe(wrongCode)
    await verify(pool, token, 'email', code)
    expect(await refusalOf(verify(pool, token, 'email', code))).toBe(expiredCode)
  })

  it('is good for a day', async () => {
    const { pool, code } = await asked()
    pool.clock.advance(24 * 3600)
    expect(await refusalOf(verify(pool, await tokenOf(pool, 'ann'), 'email', code))).toBe(
      expiredCode,
    )
  })

  it('is wrong once a newer one was sent', async () => {
    const { pool, token, code: older } = await asked()
    do await askForCode(pool, token, 'email')
    while (pool.inbox.lastCodeFor('ann') === older)
    expect(await refusalOf(verify(pool, token, 'email', older))).toBe(wrongCode)
  })

  it('is good for that attribute of that user only', async () => {
    const { pool, token, code } = await asked({}, { email, phone_number: '+15550101234' })
    pool.addUser({ username: 'ben', password, attributes: { email } })
    expect(await refusalOf(verify(pool, token, 'phone_number', code))).toBe(expiredCode)
    const foreign = await tokenOf(pool, 'ben')
    expect(await refusalOf(verify(pool, foreign, 'email', code))).toBe(expiredCode)
  })

  it('does not come from nowhere', async () => {
    const { pool, token } = await signedIn()
    expect(await refusalOf(verify(pool, token, 'email', '123456'))).toBe(expiredCode)
  })

  it.each([
    ['email', 'User does not have a valid registered email address'],
    ['phone_number', 'User does not have a valid registered phone number'],
    ['name', 'Invalid attribute name. Only phone_number and email can be verified.'],
    ['custom:x', 'Invalid attribute name. Only phone_number and email can be verified.'],
  ])('is not sent to %s where there is none', async (attribute, message) => {
    const { pool, token } = await signedIn({}, {})
    expect(await refusalOf(askForCode(pool, token, attribute))).toBe(
      `InvalidParameterException: ${message}`,
    )
  })

  it('verifies nothing but addresses and numbers', async () => {
    const { pool, token, code } = await asked()
    expect(await refusalOf(verify(pool, token, 'email_verified', code))).toBe(
      'InvalidParameterException: Invalid attribute name. Only phone_number and email can be ' +
        'verified.',
    )
  })

  it('may be asked for five times an hour, and tried fifteen times', async () => {
    const { pool, token } = await asked()
    for (let attempt = 2; attempt <= 5; attempt += 1) await askForCode(pool, token, 'email')
    expect(await refusalOf(askForCode(pool, token, 'email'))).toBe(limitExceeded)
    const code = pool.inbox.lastCodeFor('ann')
    for (let attempt = 1; attempt <= 15; attempt += 1) {
      expect(await refusalOf(verify(pool, token, 'email', otherCode(code)))).toBe(wrongCode)
    }
    expect(await refusalOf(verify(pool, token, 'email', code))).toBe(limitExceeded)
    pool.clock.advance(3600)
    await verify(pool, await tokenOf(pool, 'ann'), 'email', code)
  })
})

describe('an address that is to be verified before it counts', () => {
  const options: TestUserPoolOptions = { aliases: ['email'], verifyBeforeUpdate: ['email'] }
  const changed = async () => {
    const { pool, token } = await signedIn(options, { email, email_verified: 'true' })
    const { CodeDeliveryDetailsList } = await update(pool, token, { email: moved, name: 'Anna' })
    return { pool, token, deliveries: CodeDeliveryDetailsList }
  }
  const old = { email, email_verified: 'true', name: 'Anna' }

  it('leaves the old one as it is, until the code comes', async () => {
    const { pool, token, deliveries } = await changed()
    expect(deliveries).toMatchObject([{ AttributeName: 'email', Destination: 'a***@e***' }])
    expect(pool.inbox.messages).toMatchObject([{ to: moved, purpose: 'update-attribute' }])
    expect(await attributesOf(pool, token)).toMatchObject(old)
    expect(await tokenOf(pool, email)).not.toBe('')
    await verify(pool, token, 'email', pool.inbox.lastCodeFor('ann'))
    expect(await attributesOf(pool, token)).toMatchObject({ ...old, email: moved })
    expect(await tokenOf(pool, moved)).not.toBe('')
    expect(await refusalOf(signInWithPassword(pool, email, password))).toMatch(/^NotAuthorized/)
  })

  it('is where another code goes that is asked for', async () => {
    const { pool, token } = await changed()
    await askForCode(pool, token, 'email')
    expect(pool.inbox.messages.map(({ to }) => to)).toEqual([moved, moved])
    await verify(pool, token, 'email', pool.inbox.lastCodeFor('ann'))
    expect(await attributesOf(pool, token)).toMatchObject({ email: moved })
  })

  it('is called off by the old one, and by taking both away', async () => {
    const { pool, token } = await changed()
    const code = pool.inbox.lastCodeFor('ann')
    await update(pool, token, { email })
    expect(await refusalOf(verify(pool, token, 'email', code))).toBe(expiredCode)
    expect(await attributesOf(pool, token)).toMatchObject(old)

    await update(pool, token, { email: moved })
    await update(pool, token, { email: '' })
    const later = pool.inbox.lastCodeFor(moved)
    expect(await refusalOf(verify(pool, token, 'email', later))).toBe(expiredCode)
    expect(await attributesOf(pool, token)).not.toHaveProperty('email')
  })

  it('is replaced by another one', async () => {
    const { pool, token } = await changed()
    await update(pool, token, { email: 'ann@example.net' })
    await verify(pool, token, 'email', pool.inbox.lastCodeFor('ann'))
    expect(await attributesOf(pool, token)).toMatchObject({ ...old, email: 'ann@example.net' })
  })

  it('may be somebody’s way in by then: the code stays good, and nothing changes', async () => {
    const { pool, token } = await changed()
    pool.addUser({ username: 'ben', attributes: { email: moved, email_verified: 'true' } })
    const code = pool.inbox.lastCodeFor('ann')
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      expect(await refusalOf(verify(pool, token, 'email', code))).toBe(
        'AliasExistsException: An account with the given email already exists.',
      )
    }
    expect(await attributesOf(pool, token)).toMatchObject(old)
  })

  it('may be somebody’s already, which nobody is told before they own it', async () => {
    const users = [email, moved].map((username) => ({ username, password }))
    const pool = createTestUserPool({
      signInWith: ['email'],
      verifyBeforeUpdate: ['email'],
      users,
    })
    const token = await tokenOf(pool, email)
    await update(pool, token, { email: moved })
    const code = pool.inbox.lastCodeFor(moved)
    expect(await refusalOf(verify(pool, token, 'email', code))).toMatch(/^AliasExistsException: /)
  })

  it('may be the first one a user has', async () => {
    const { pool, token } = await signedIn(options, {})
    await update(pool, token, { email })
    expect(await attributesOf(pool, token)).not.toHaveProperty('email')
    await verify(pool, token, 'email', pool.inbox.lastCodeFor(email))
    expect(await attributesOf(pool, token)).toMatchObject({ email, email_verified: 'true' })
  })
})
