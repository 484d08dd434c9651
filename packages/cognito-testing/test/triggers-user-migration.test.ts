import {
  ForgotPasswordCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserMigrationTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { attributesOf, forgot, newPassword, reset, tokenOf, unknownUser } from './account-calls.ts'
import { eventOf, recorded, refusing } from './recorded-trigger.ts'
import { claimsOf, refusalOf, respond, signInWithPassword, signInWithSrp } from './sign-in.ts'
import { uuid } from './signed-in-pool.ts'

const email = 'ann@example.com'
const phone = '+15550101234'
const verified = { email, email_verified: 'true' }
/** Too weak for the policy. */
const password = 'legacy'
const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'
type Response = Partial<UserMigrationTriggerEvent['response']>

const known: Response = {
  userAttributes: verified,
  finalUserStatus: 'CONFIRMED',
  messageAction: 'SUPPRESS',
}

const poolThat = (response: Response = known, options: TestUserPoolOptions = {}) => {
  const trigger = recorded<UserMigrationTriggerEvent>((event) => ({
    ...event,
    response: { ...event.response, ...response },
  }))
  const triggers = { userMigration: trigger.handler }
  return { pool: createTestUserPool({ ...options, triggers }), events: trigger.events }
}

const nothing = {
  userAttributes: null,
  forceAliasCreation: null,
  enableSMSMFA: null,
  finalUserStatus: null,
  messageAction: null,
  desiredDeliveryMediums: null,
}

describe('at sign-in with a password in clear', () => {
  it('the trigger is told the name and the password, and metadata as validation data', async () => {
    const { pool, events } = poolThat()
    await pool.options.client.send(
      new InitiateAuthCommand({
        ClientId: pool.options.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ann', PASSWORD: password },
        ClientMetadata: { from: 'web' },
      }),
    )
    expect(events).toEqual([
      {
        ...eventOf(pool, 'UserMigration_Authentication', 'ann'),
        request: { password, validationData: { from: 'web' } },
        response: nothing,
      },
    ])
  })

  it('whoever it knows is in the pool from then on, with that password, over SRP too', async () => {
    const { pool, events } = poolThat()
    const token = await tokenOf(pool, 'ann', password)
    const [ann] = pool.users
    expect(ann).toMatchObject({ username: 'ann', status: 'CONFIRMED' })
    expect(await attributesOf(pool, token)).toEqual({ sub: ann?.sub, ...verified })
    expect((await signInWithSrp(pool, 'ann', password)).AuthenticationResult).toBeDefined()
    expect(await refusalOf(signInWithPassword(pool, 'ann', 'other'))).toBe(wrongCredentials)
    expect(events).toHaveLength(1)
    expect(events[0]?.request).toEqual({ password, validationData: null })
  })

  it.each([undefined, 'RESET_REQUIRED'] as const)(
    'with the final status %s they must reset the password',
    async (finalUserStatus) => {
      const { pool } = poolThat({ ...known, finalUserStatus })
      expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
        'PasswordResetRequiredException: Password reset required for the user',
      )
      expect(pool.users[0]?.status).toBe('RESET_REQUIRED')
    },
  )

  it('in a pool without user names they get a UUID, and the name is their address', async () => {
    const { pool, events } = poolThat(known, { signInWith: ['email'] })
    const { AuthenticationResult } = await signInWithPassword(pool, email, password)
    expect(events[0]?.userName).toBe(email)
    expect(pool.users[0]?.username).toMatch(uuid)
    expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({ email, email_verified: true })
  })

  it('whoever typed an alias gets the user name that the trigger gives', async () => {
    const userAttributes = { ...verified, username: 'ann' }
    const { pool } = poolThat({ ...known, userAttributes }, { aliases: ['email'] })
    await tokenOf(pool, email, password)
    expect(pool.users[0]?.username).toBe('ann')
    expect(await tokenOf(pool, 'ann', password)).not.toBe('')
  })

  it('a second factor by text message may be set up', async () => {
    const userAttributes = { ...verified, phone_number: phone }
    const { pool } = poolThat({ ...known, userAttributes, enableSMSMFA: true })
    const asked = await signInWithPassword(pool, 'ann', password)
    expect(asked.ChallengeName).toBe('SMS_MFA')
    const answer = { USERNAME: 'ann', SMS_MFA_CODE: pool.inbox.lastCodeFor('ann') }
    expect((await respond(pool, asked, answer)).AuthenticationResult).toBeDefined()
  })
})

describe('an alias that somebody else has', () => {
  const aliased = (forceAliasCreation?: boolean) =>
    poolThat(
      { ...known, ...(forceAliasCreation !== undefined && { forceAliasCreation }) },
      { aliases: ['email'], users: [{ username: 'ben', attributes: verified }] },
    ).pool

  it.each([undefined, false])('keeps a user out: %s', async (forceAliasCreation) => {
    const pool = aliased(forceAliasCreation)
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(wrongCredentials)
    expect(pool.users.map(({ username }) => username)).toEqual(['ben'])
  })

  it('is taken away by force', async () => {
    const pool = aliased(true)
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    expect(claimsOf(AuthenticationResult?.AccessToken)['username']).toBe('ann')
    expect(
      claimsOf((await signInWithPassword(pool, email, password)).AuthenticationResult?.AccessToken)[
        'username'
      ],
    ).toBe('ann')
  })
})

describe('when a password was forgotten', () => {
  it('the trigger is told the name and the metadata, and the code goes out', async () => {
    const { pool, events } = poolThat({ userAttributes: verified, messageAction: 'SUPPRESS' })
    const { client, clientId } = pool.options
    const ClientMetadata = { from: 'web' }
    const { CodeDeliveryDetails } = await client.send(
      new ForgotPasswordCommand({ ClientId: clientId, Username: 'ann', ClientMetadata }),
    )
    expect(events).toEqual([
      {
        ...eventOf(pool, 'UserMigration_ForgotPassword', 'ann'),
        request: { validationData: null, clientMetadata: { from: 'web' } },
        response: nothing,
      },
    ])
    expect(CodeDeliveryDetails).toMatchObject({ Destination: 'a***@e***' })
    expect(pool.users).toMatchObject([{ username: 'ann', status: 'RESET_REQUIRED' }])
    await reset(pool, 'ann', pool.inbox.lastCodeFor('ann'))
    expect(await tokenOf(pool, 'ann', newPassword)).not.toBe('')
  })

  it('a user who has no password yet cannot sign in with any', async () => {
    const { pool } = poolThat()
    await forgot(pool, 'ann')
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(wrongCredentials)
  })
})

describe('a welcome', () => {
  const userAttributes = { ...verified, phone_number: phone }
  const welcomesOf = async (response: Response) => {
    const { pool } = poolThat({ userAttributes, finalUserStatus: 'CONFIRMED', ...response })
    await tokenOf(pool, 'ann', password)
    expect(() => pool.inbox.lastCodeFor('ann')).toThrow('nothing was sent')
    return pool.inbox.messages
  }
  const welcome = { purpose: 'welcome', code: '', at: expect.any(Number) }

  it('is sent by text message, unless the trigger says otherwise', async () => {
    expect(await welcomesOf({})).toEqual([{ to: phone, medium: 'sms', ...welcome }])
    expect(await welcomesOf({ desiredDeliveryMediums: ['EMAIL', 'SMS'] })).toEqual([
      { to: email, medium: 'email', ...welcome },
      { to: phone, medium: 'sms', ...welcome },
    ])
  })

  it('is not sent where it is suppressed, or there is no number to send it to', async () => {
    expect(await welcomesOf({ messageAction: 'SUPPRESS' })).toEqual([])
    expect(await welcomesOf({ userAttributes: verified })).toEqual([])
  })
})

describe.each([
  [true, wrongCredentials],
  [false, 'UserNotFoundException: User does not exist.'],
])('where existence errors are hidden: %s', (preventUserExistenceErrors, unknown) => {
  const clients = [{ id: 'web', preventUserExistenceErrors }]

  it('whoever the trigger does not know does not exist', async () => {
    for (const response of [{}, { userAttributes: {} }]) {
      const { pool } = poolThat(response, { clients })
      expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(unknown)
      if (preventUserExistenceErrors) await forgot(pool, 'ann')
      else expect(await refusalOf(forgot(pool, 'ann'))).toBe(unknownUser)
      expect(pool.users).toEqual([])
      expect(pool.inbox.messages).toEqual([])
    }
  })

  it('a trigger that throws says so', async () => {
    const pool = createTestUserPool({
      clients,
      triggers: { userMigration: refusing('Bad password') },
    })
    const refusal = 'UserLambdaValidationException: UserMigration failed with error Bad password.'
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(refusal)
    expect(await refusalOf(forgot(pool, 'ann'))).toBe(refusal)
  })

  it.each<[Response, TestUserPoolOptions, string]>([
    [
      { userAttributes: { 'custom:shoe': '43' } },
      {},
      'Attributes did not conform to the schema: custom:shoe: Attribute does not exist in the ' +
        'schema.\n',
    ],
    [
      { userAttributes: { ...verified, sub: '7' } },
      {},
      'Attributes did not conform to the schema: sub: Attribute does not exist in the schema.\n',
    ],
    [{ userAttributes: { email: 'x' } }, {}, 'Invalid email address format.'],
    [{ finalUserStatus: 'ARCHIVED' }, {}, 'Error during migration: Invalid finalUserStatus'],
    [
      { userAttributes: { ...verified, username: 'ben' } },
      {},
      'Exception migrating user in app client web',
    ],
    [{ enableSMSMFA: true }, {}, 'Exception migrating user in app client web'],
    [{}, { signInWith: ['phone_number'] }, 'Exception migrating user in app client web'],
  ])('what makes no user is refused: %j, %j', async (response, options, message) => {
    const { pool } = poolThat({ ...known, ...response }, { ...options, clients })
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
      preventUserExistenceErrors ? wrongCredentials : `UserNotFoundException: ${message}`,
    )
    expect(pool.users).toEqual([])
  })
})

it('does not run over SRP, nor for a user who exists, whatever the password', async () => {
  const { pool, events } = poolThat(known, {
    users: [{ username: 'ben', password: 'Ben-Horse-1' }],
  })
  expect(await refusalOf(signInWithSrp(pool, 'ann', password))).toBe(wrongCredentials)
  expect(await refusalOf(signInWithPassword(pool, 'ben', password))).toBe(wrongCredentials)
  await forgot(pool, 'ben')
  expect(events).toEqual([])
})

describe('meanwhile', () => {
  it.each([true, false])('another call may have brought them in; hidden: %j', async (isHidden) => {
    const waiting: (() => void)[] = []
    const userMigration = async (event: UserMigrationTriggerEvent) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        if (waiting.length === 2) for (const goOn of waiting) goOn()
      })
      return { ...event, response: { ...event.response, ...known } }
    }
    const clients = [{ preventUserExistenceErrors: isHidden }]
    const pool = createTestUserPool({ clients, triggers: { userMigration } })
    const signIns = [tokenOf(pool, 'ann', password), tokenOf(pool, 'ann', password)]
    const subs = (await Promise.all(signIns)).map((token) => claimsOf(token)['sub'])
    expect(pool.users).toHaveLength(1)
    expect(subs).toEqual([pool.users[0]?.sub, pool.users[0]?.sub])
  })

  it('the name may be somebody else’s: their password counts', async () => {
    const pool: TestUserPool = createTestUserPool({
      triggers: {
        userMigration: (event) => {
          pool.addUser({ username: 'ann', password: 'Correct-Horse1' })
          return { ...event, response: { ...event.response, ...known } }
        },
      },
    })
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(wrongCredentials)
    expect(await tokenOf(pool, 'ann', 'Correct-Horse1')).not.toBe('')
  })
})
