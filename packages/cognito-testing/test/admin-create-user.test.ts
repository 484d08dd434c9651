import type { CustomMessageTriggerEvent, PreSignUpTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { newPassword } from './account-calls.ts'
import { operatorOf } from './operator-calls.ts'
import { recorded } from './recorded-trigger.ts'
import { initiate, refusalOf, respond, signInWithPassword } from './sign-in.ts'
import { password, uuid } from './signed-in-pool.ts'

const email = 'bob@example.com'
const phone = '+15550100'
const named = (attributes: Record<string, string>) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
const byEmail = {
  UserAttributes: named({ email, email_verified: 'true' }),
  DesiredDeliveryMediums: ['EMAIL'],
}
const poolOf = (options: TestUserPoolOptions = {}) => {
  const pool = createTestUserPool(options)
  return { pool, operator: operatorOf(pool) }
}

describe('a user whom an operator makes', () => {
  it('is invited with a password that is replaced at the first sign-in', async () => {
    const { pool, operator } = poolOf()
    const { User } = await operator.create('bob', byEmail)
    expect(User).toEqual({
      Username: 'bob',
      Attributes: named({ sub: pool.users[0]?.sub ?? '', email, email_verified: 'true' }),
      UserCreateDate: expect.any(Date),
      UserLastModifiedDate: expect.any(Date),
      Enabled: true,
      UserStatus: 'FORCE_CHANGE_PASSWORD',
    })
    const temporary = pool.inbox.lastCodeFor('bob')
    expect(pool.inbox.messages).toEqual([
      {
        to: email,
        medium: 'email',
        purpose: 'invitation',
        code: temporary,
        at: expect.any(Number),
      },
    ])
    const asked = await signInWithPassword(pool, 'bob', temporary)
    expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    const answer = await respond(pool, asked, { USERNAME: 'bob', NEW_PASSWORD: newPassword })
    expect(answer.AuthenticationResult).toBeDefined()
    expect((await operator.get('bob')).UserStatus).toBe('CONFIRMED')
  })

  it('has the password that was given, and hears of nothing where that is suppressed', async () => {
    const { pool, operator } = poolOf()
    const given = { TemporaryPassword: password, MessageAction: 'SUPPRESS' }
    await operator.create('bob', { ...byEmail, ...given })
    expect(pool.inbox.messages).toEqual([])
    expect((await signInWithPassword(pool, 'bob', password)).ChallengeName).toBe(
      'NEW_PASSWORD_REQUIRED',
    )
  })

  it('is written to by SMS where nothing else is said, and by each medium that is', async () => {
    const { pool, operator } = poolOf()
    const UserAttributes = named({ email, phone_number: phone })
    await operator.create('bob', { UserAttributes })
    await operator.create('eve', { UserAttributes, DesiredDeliveryMediums: ['EMAIL', 'SMS'] })
    expect(pool.inbox.messages.map(({ to }) => to)).toEqual([phone, email, phone])
  })

  it('has a UUID for a name in a pool without user names', async () => {
    const { pool, operator } = poolOf({ signInWith: ['email'] })
    const { User } = await operator.create(email, { TemporaryPassword: password })
    expect(User?.Username).toMatch(uuid)
    expect(User?.Attributes).toContainEqual({ Name: 'email', Value: email })
    expect((await signInWithPassword(pool, email, password)).ChallengeName).toBeDefined()
  })

  it('needs no password where codes stand for it', async () => {
    const { pool, operator } = poolOf({ firstFactors: ['password', 'email-code'] })
    const { User } = await operator.create('bob', byEmail)
    expect(User?.UserStatus).toBe('CONFIRMED')
    expect(pool.inbox.messages).toMatchObject([{ purpose: 'invitation', code: '' }])
    const parameters = { USERNAME: 'bob', PREFERRED_CHALLENGE: 'EMAIL_OTP' }
    const asked = await initiate(pool, 'USER_AUTH', parameters)
    const answer = await respond(pool, asked, {
      USERNAME: 'bob',
      EMAIL_OTP_CODE: pool.inbox.lastCodeFor('bob'),
    })
    expect(answer.AuthenticationResult).toBeDefined()
  })
})

describe('RESEND', () => {
  it('sends another password in place of the first, for as long', async () => {
    const { pool, operator } = poolOf({ passwordPolicy: { temporaryPasswordDays: 2 } })
    await operator.create('bob', byEmail)
    const first = pool.inbox.lastCodeFor('bob')
    pool.clock.advance(36 * 3600)
    await operator.create('bob', { MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] })
    const second = pool.inbox.lastCodeFor('bob')
    expect(await refusalOf(signInWithPassword(pool, 'bob', first))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
    pool.clock.advance(36 * 3600)
    expect((await signInWithPassword(pool, 'bob', second)).ChallengeName).toBe(
      'NEW_PASSWORD_REQUIRED',
    )
  })

  it('is for users who wait for their first sign-in', async () => {
    const { operator } = poolOf({ users: [{ username: 'ann', password }] })
    expect(await refusalOf(operator.create('ann', { MessageAction: 'RESEND' }))).toBe(
      'UnsupportedUserStateException: Resend not possible. ann status is not FORCE_CHANGE_PASSWORD',
    )
    expect(await refusalOf(operator.create('bob', { MessageAction: 'RESEND' }))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  })
})

describe('nobody is made', () => {
  const taken = { username: 'ann', attributes: { email, email_verified: 'true' } }

  it('whose name is taken', async () => {
    const { operator } = poolOf({ users: [taken] })
    expect(await refusalOf(operator.create('ann'))).toBe(
      'UsernameExistsException: User account already exists',
    )
  })

  it('with an address that somebody else signs in with, unless it is taken away', async () => {
    const { pool, operator } = poolOf({ aliases: ['email'], users: [taken] })
    expect(await refusalOf(operator.create('bob', byEmail))).toBe(
      'AliasExistsException: An account with the email already exists.',
    )
    expect(pool.users).toHaveLength(1)
    await operator.create('bob', { ...byEmail, ForceAliasCreation: true })
    expect((await operator.get(email)).Username).toBe('bob')
    expect((await operator.get('ann')).UserAttributes).toContainEqual({
      Name: 'email_verified',
      Value: 'false',
    })
  })

  it.each([
    ['a weak password', { TemporaryPassword: 'Ab1!' }, /^InvalidPasswordException/],
    ['an attribute that is none', { UserAttributes: named({ shoe: '42' }) }, /schema: shoe:/],
    [
      'a medium that is none',
      { DesiredDeliveryMediums: ['FAX'] },
      /enum value set: \[SMS, EMAIL\]/,
    ],
  ])('with %s', async (_case, input, message) => {
    const { pool, operator } = poolOf()
    expect(await refusalOf(operator.create('bob', input))).toMatch(message)
    expect(pool.users).toEqual([])
  })
})

describe('triggers are told', () => {
  it('of an operator’s user before there is one, and have no say in it', async () => {
    const events: PreSignUpTriggerEvent[] = []
    const { operator } = poolOf({
      triggers: {
        preSignUp: (event) => {
          events.push(event)
          return { ...event, response: { ...event.response, autoConfirmUser: true } }
        },
      },
    })
    const ValidationData = named({ ticket: '7' })
    const { User } = await operator.create('bob', { ...byEmail, ValidationData })
    expect(User?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
    expect(events).toMatchObject([
      {
        triggerSource: 'PreSignUp_AdminCreateUser',
        callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
        request: { validationData: { ticket: '7' } },
      },
    ])
  })

  it('that refuse keep the user out', async () => {
    const { pool, operator } = poolOf({
      triggers: {
        preSignUp: () => {
          throw new Error('no')
        },
      },
    })
    expect(await refusalOf(operator.create('bob'))).toBe(
      'UserLambdaValidationException: PreSignUp failed with error no.',
    )
    expect(pool.users).toEqual([])
  })

  it('of an invitation, and write it', async () => {
    const { handler, events } = recorded<CustomMessageTriggerEvent>((event) => ({
      ...event,
      response: {
        ...event.response,
        emailSubject: 'Welcome',
        emailMessage: 'You are {username}, with {####}',
      },
    }))
    const { pool, operator } = poolOf({ triggers: { customMessage: handler } })
    await operator.create('bob', { ...byEmail, TemporaryPassword: 'Cost-$&-100' })
    expect(events).toMatchObject([
      {
        triggerSource: 'CustomMessage_AdminCreateUser',
        request: { codeParameter: '{####}', usernameParameter: '{username}' },
      },
    ])
    expect(pool.inbox.messages).toMatchObject([
      { subject: 'Welcome', text: 'You are bob, with Cost-$&-100', code: 'Cost-$&-100' },
    ])
  })
})
