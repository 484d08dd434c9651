import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import {
  attributesOf,
  confirmSignUp,
  expiredCode,
  limitExceeded,
  otherCode,
  password,
  resend,
  signUp,
  tokenOf,
  wrongCode,
} from './account-calls.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'

const email = 'ann@example.com'

const signedUp = async (options: Parameters<typeof createTestUserPool>[0] = {}) => {
  const pool = createTestUserPool(options)
  const { Session } = await signUp(pool, 'ann', { email })
  return { pool, Session, code: pool.inbox.lastCodeFor('ann') }
}

describe('a code', () => {
  it('that is wrong is refused, and the right one still works', async () => {
    const { pool, code } = await signedUp()
    expect(await refusalOf(confirmSignUp(pool, 'ann', otherCode(code)))).toBe(wrongCode)
    expect(await refusalOf(confirmSignUp(pool, 'ann', `${code}0`))).toBe(wrongCode)
    await confirmSignUp(pool, 'ann', code)
    expect(pool.users[0]?.status).toBe('CONFIRMED')
  })

  it('is good for a day', async () => {
    const { pool, code } = await signedUp()
    pool.clock.advance(24 * 3600)
    expect(await refusalOf(confirmSignUp(pool, 'ann', code))).toBe(expiredCode)
    const other = await signedUp()
    other.pool.clock.advance(24 * 3600 - 60)
    await confirmSignUp(other.pool, 'ann', other.code)
  })

  it('is wrong once a newer one was sent', async () => {
    const { pool, code: older } = await signedUp()
    do await resend(pool, 'ann')
    while (pool.inbox.lastCodeFor('ann') === older)
    expect(await refusalOf(confirmSignUp(pool, 'ann', older))).toBe(wrongCode)
    await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
  })

  it('of somebody else is wrong', async () => {
    const { pool, code } = await signedUp()
    do {
      const name = `ben${pool.users.length}`
      await signUp(pool, name, { email: 'ben@example.com' })
    } while (pool.inbox.lastCodeFor('ben@example.com') === code)
    const foreign = pool.inbox.lastCodeFor('ben@example.com')
    expect(await refusalOf(confirmSignUp(pool, 'ann', foreign))).toBe(wrongCode)
  })

  it('does not come from nowhere', async () => {
    const pool = createTestUserPool({ autoVerifiedAttributes: [] })
    await signUp(pool, 'ann', { email })
    expect(await refusalOf(confirmSignUp(pool, 'ann', '123456'))).toBe(expiredCode)
  })

  it('may be tried fifteen times an hour', async () => {
    const { pool, code } = await signedUp()
    for (let attempt = 1; attempt <= 15; attempt += 1) {
      expect(await refusalOf(confirmSignUp(pool, 'ann', otherCode(code)))).toBe(wrongCode)
    }
    expect(await refusalOf(confirmSignUp(pool, 'ann', code))).toBe(limitExceeded)
    pool.clock.advance(3600)
    await confirmSignUp(pool, 'ann', code)
  })

  it.each([
    ['', 'greater than or equal to 1'],
    ['1'.repeat(2049), 'less than or equal to 2048'],
    ['12 34', 'regular expression pattern: [\\S]+'],
  ])('has a form: %#', async (code, constraint) => {
    const { pool } = await signedUp()
    expect(await refusalOf(confirmSignUp(pool, 'ann', code))).toMatch(
      /^InvalidParameterException: \d validation errors? detected: Value '.*' at 'confirmationCode'/,
    )
    expect(await refusalOf(confirmSignUp(pool, 'ann', code))).toContain(constraint)
  })
})

describe('the account', () => {
  it('is confirmed once', async () => {
    const { pool, code } = await signedUp()
    await confirmSignUp(pool, 'ann', code)
    for (const again of [code, otherCode(code)]) {
      expect(await refusalOf(confirmSignUp(pool, 'ann', again))).toBe(
        'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
      )
    }
  })

  it('is confirmed by one of two calls at once', async () => {
    const { pool, code } = await signedUp()
    const asked = [confirmSignUp(pool, 'ann', code), confirmSignUp(pool, 'ann', code)]
    const results = await Promise.allSettled(asked)
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  it.each(['FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED'] as const)(
    'cannot be confirmed as %s',
    async (status) => {
      const pool = createTestUserPool({ users: [{ username: 'ann', password, status }] })
      expect(await refusalOf(confirmSignUp(pool, 'ann', '123456'))).toBe(
        `NotAuthorizedException: User cannot be confirmed. Current status is ${status}`,
      )
    },
  )

  it('cannot be confirmed while it is disabled', async () => {
    const users = [{ username: 'ann', status: 'UNCONFIRMED', enabled: false }] as const
    const pool = createTestUserPool({ users })
    expect(await refusalOf(confirmSignUp(pool, 'ann', '123456'))).toBe(
      'NotAuthorizedException: User is disabled.',
    )
  })

  it('has verified what the code was sent to, and nothing else', async () => {
    const pool = createTestUserPool()
    await signUp(pool, 'ann', { email, phone_number: '+15550101234' })
    await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
    const attributes = await attributesOf(pool, await tokenOf(pool, 'ann'))
    expect(attributes['phone_number_verified']).toBe('true')
    expect(attributes).not.toHaveProperty('email_verified')
  })
})

describe('an address that is an alias', () => {
  const two = async () => {
    const pool = createTestUserPool({ aliases: ['email'] })
    const codes: string[] = []
    for (const name of ['ann', 'ben']) {
      await signUp(pool, name, { email })
      codes.push(pool.inbox.lastCodeFor(name))
    }
    const [first = '', second = ''] = codes
    await confirmSignUp(pool, 'ann', first)
    return { pool, code: second }
  }
  const ownerOf = async (pool: TestUserPool) => {
    const { AuthenticationResult } = await signInWithPassword(pool, email, password)
    const [, payload = ''] = (AuthenticationResult?.AccessToken ?? '').split('.')
    return JSON.parse(Buffer.from(payload, 'base64url').toString()).username
  }

  it('belongs to whoever confirmed first; the other keeps the code and the state', async () => {
    const { pool, code } = await two()
    for (const input of [{}, { ForceAliasCreation: false }]) {
      expect(await refusalOf(confirmSignUp(pool, 'ben', code, input))).toBe(
        'AliasExistsException: An account with the email already exists.',
      )
    }
    expect(pool.users.map(({ status }) => status)).toEqual(['CONFIRMED', 'UNCONFIRMED'])
    expect(await ownerOf(pool)).toBe('ann')
  })

  it('can be taken away by force: the first owner has it unverified then', async () => {
    const { pool, code } = await two()
    await confirmSignUp(pool, 'ben', code, { ForceAliasCreation: true })
    expect(await ownerOf(pool)).toBe('ben')
    expect(await attributesOf(pool, await tokenOf(pool, 'ann'))).toMatchObject({
      email,
      email_verified: 'false',
    })
  })

  it('is no matter where it is no alias, even to who has it for a name', async () => {
    const pool = createTestUserPool({ users: [{ username: email }] })
    for (const name of ['ann', 'ben']) {
      await signUp(pool, name, { email })
      await confirmSignUp(pool, name, pool.inbox.lastCodeFor(name))
    }
    expect(pool.users.every(({ status }) => status === 'CONFIRMED')).toBe(true)
  })
})

describe('the Session of the sign-up', () => {
  it('may come along, however old', async () => {
    const { pool, code, Session } = await signedUp()
    pool.clock.advance(3600)
    const { Session: next } = await confirmSignUp(pool, 'ann', code, { Session })
    expect(next).toMatch(/^.{20,2048}$/)
    expect(next).not.toBe(Session)
  })

  it('must be of this user, and is refused after the code is known to be right', async () => {
    const { pool, code } = await signedUp()
    const { Session } = await signUp(pool, 'ben', { email: 'ben@example.com' })
    const confirm = (given: string) => confirmSignUp(pool, 'ann', given, { Session })
    expect(await refusalOf(confirm(otherCode(code)))).toBe(wrongCode)
    expect(await refusalOf(confirm(code))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
    expect(pool.users[0]?.status).toBe('UNCONFIRMED')
  })

  it('is not given to a client that cannot use it', async () => {
    const { pool, code } = await signedUp({ clients: [{ flows: ['ALLOW_USER_SRP_AUTH'] }] })
    expect(await confirmSignUp(pool, 'ann', code)).not.toHaveProperty('Session')
  })
})
