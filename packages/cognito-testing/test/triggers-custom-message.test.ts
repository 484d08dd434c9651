import {
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { CustomMessageTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import {
  createTestUserPool,
  type TestUserOptions,
  type TestUserPool,
  type TestUserPoolOptions,
} from '../src/index.ts'
import { forgot, password, resend, signUp, tokenOf, update } from './account-calls.ts'
import { eventOf, recorded, refusing } from './recorded-trigger.ts'
import { refusalOf, respond, signInWithPassword, signInWithSrp } from './sign-in.ts'

const email = 'ann@example.com'
const phone = '+15550101234'
const verified = { email, email_verified: 'true' }
type Response = Partial<CustomMessageTriggerEvent['response']>

const poolThat = (response: Response = {}, options: TestUserPoolOptions = {}) => {
  const trigger = recorded<CustomMessageTriggerEvent>((event) => ({
    ...event,
    response: { ...event.response, ...response },
  }))
  const triggers = { customMessage: trigger.handler }
  return { pool: createTestUserPool({ ...options, triggers }), events: trigger.events }
}

const ann: TestUserOptions = { username: 'ann', password, attributes: verified }
const metadata = { ClientMetadata: { locale: 'de' } }

/** Has a code sent, with `metadata` where the operation takes it. */
const calls: Record<string, { users?: TestUserOptions[]; send: (pool: TestUserPool) => unknown }> =
  {
    SignUp: { send: (pool) => signUp(pool, 'ann', { email }, metadata) },
    ResendCode: {
      users: [{ ...ann, attributes: { email }, status: 'UNCONFIRMED' }],
      send: ({ options: { client, clientId } }) =>
        client.send(
          new ResendConfirmationCodeCommand({ ClientId: clientId, Username: 'ann', ...metadata }),
        ),
    },
    ForgotPassword: {
      users: [ann],
      send: ({ options: { client, clientId } }) =>
        client.send(
          new ForgotPasswordCommand({ ClientId: clientId, Username: 'ann', ...metadata }),
        ),
    },
    UpdateUserAttribute: {
      users: [{ ...ann, attributes: { email: 'old@example.com' } }],
      send: async (pool) => {
        const UserAttributes = [{ Name: 'email', Value: email }]
        const AccessToken = await tokenOf(pool, 'ann')
        const input = { AccessToken, UserAttributes, ...metadata }
        await pool.options.client.send(new UpdateUserAttributesCommand(input))
      },
    },
    VerifyUserAttribute: {
      users: [{ ...ann, attributes: { email } }],
      send: async (pool) => {
        const AccessToken = await tokenOf(pool, 'ann')
        const input = { AccessToken, AttributeName: 'email', ...metadata }
        await pool.options.client.send(new GetUserAttributeVerificationCodeCommand(input))
      },
    },
  }

const statusFor: Record<string, string> = { SignUp: 'UNCONFIRMED', ResendCode: 'UNCONFIRMED' }

describe.each(Object.entries(calls))('for %s', (source, { users = [], send }) => {
  it('the trigger is told of the user, and what stands for the code', async () => {
    const { pool, events } = poolThat({}, { users })
    await send(pool)
    expect(events).toEqual([
      {
        ...eventOf(pool, `CustomMessage_${source}`, 'ann'),
        request: {
          userAttributes: {
            sub: pool.users[0]?.sub,
            'cognito:user_status': statusFor[source] ?? 'CONFIRMED',
            email,
            email_verified: source === 'ForgotPassword' ? 'true' : 'false',
          },
          codeParameter: '{####}',
          linkParameter: '{##Click Here##}',
          usernameParameter: null,
          clientMetadata: { locale: 'de' },
        },
        response: { smsMessage: null, emailMessage: null, emailSubject: null },
      },
    ])
    expect(pool.inbox.messages).toHaveLength(1)
    expect(pool.inbox.messages[0]).not.toHaveProperty('text')
    expect(pool.inbox.messages[0]).not.toHaveProperty('subject')
  })

  it('the message is what it responds, with the code in it', async () => {
    const emailMessage = '<b>{####}</b>, yes: {####}'
    const { pool } = poolThat({ emailMessage, emailSubject: 'Hello' }, { users })
    await send(pool)
    const [{ code = '', text, subject, to } = {}] = pool.inbox.messages
    expect(code).toMatch(/^\d{6}$/)
    expect({ text, subject, to }).toEqual({
      text: `<b>${code}</b>, yes: ${code}`,
      subject: 'Hello',
      to: email,
    })
  })

  it('a trigger that throws, or leaves the code out, has nothing sent', async () => {
    const triggers = { customMessage: refusing('No words') }
    const silent = createTestUserPool({ users, triggers })
    expect(await refusalOf(Promise.resolve(send(silent)))).toBe(
      'UserLambdaValidationException: CustomMessage failed with error No words.',
    )
    expect(silent.inbox.messages).toEqual([])
    const { pool } = poolThat({ emailMessage: 'Hello Ann' }, { users })
    expect(await refusalOf(Promise.resolve(send(pool)))).toMatch(
      /^InvalidParameterException: 1 validation error detected: Value 'Hello Ann' at 'emailBody'/,
    )
    expect(pool.inbox.messages).toEqual([])
  })
})

describe('for a second factor', () => {
  const users = [
    { username: 'ann', password, attributes: { email }, mfa: 'email' as const },
    { username: 'ben', password, attributes: { phone_number: phone }, mfa: 'sms' as const },
    {
      username: 'cat',
      password,
      attributes: { phone_number: phone, email },
      mfa: ['sms', 'email'] as const,
    },
  ]
  const responded = { emailMessage: 'Mail {####}', smsMessage: 'Text {####}' }

  it.each([signInWithPassword, signInWithSrp])('the trigger writes the message', async (signIn) => {
    const { pool, events } = poolThat(responded, { users })
    const asked = await signIn(pool, 'ann', password)
    expect(events).toMatchObject([
      {
        ...eventOf(pool, 'CustomMessage_Authentication', 'ann'),
        request: { codeParameter: '{####}' },
      },
    ])
    const code = pool.inbox.lastCodeFor('ann')
    expect(code).toMatch(/^\d{8}$/)
    expect(pool.inbox.messages).toMatchObject([{ medium: 'email', text: `Mail ${code}` }])
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: code }
    expect((await respond(pool, asked, answer)).AuthenticationResult).toBeDefined()
  })

  it('a text message has the words for one, and no subject', async () => {
    const { pool } = poolThat({ ...responded, emailSubject: 'Hello' }, { users })
    await signInWithPassword(pool, 'ben', password)
    const [message] = pool.inbox.messages
    expect(message).toMatchObject({ medium: 'sms', text: `Text ${message?.code}` })
    expect(message).not.toHaveProperty('subject')
  })

  it('metadata is told that came with the answer before, not with the first call', async () => {
    const { pool, events } = poolThat({}, { users })
    const { client, clientId: ClientId } = pool.options
    const { Session } = await client.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'cat', PASSWORD: password },
        ClientMetadata: { step: 'first' },
      }),
    )
    await client.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'SELECT_MFA_TYPE',
        Session,
        ChallengeResponses: { USERNAME: 'cat', ANSWER: 'SMS_MFA' },
        ClientMetadata: { step: 'second' },
      }),
    )
    await signInWithPassword(pool, 'ann', password)
    expect(events.map(({ request }) => request.clientMetadata)).toEqual([
      { step: 'second' },
      undefined,
    ])
  })
})

describe('a message', () => {
  const emailPattern =
    '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*'
  it.each<[Response, Record<string, string>, string]>([
    [
      { emailMessage: 'no code' },
      { email },
      `Value 'no code' at 'emailBody' failed to satisfy constraint: Member must satisfy regular ` +
        `expression pattern: ${emailPattern}`,
    ],
    [
      { emailMessage: `{####}${'x'.repeat(20_000)}` },
      { email },
      'Member must have length less than or equal to 20000',
    ],
    [{ emailSubject: 'x'.repeat(141) }, { email }, "at 'emailSubject' failed to satisfy"],
    [{ emailSubject: '' }, { email }, "Value '' at 'emailSubject' failed to satisfy"],
    [{ smsMessage: 'no code' }, { phone_number: phone }, "Value 'no code' at 'smsMessage'"],
    [
      { smsMessage: `{####}${'x'.repeat(140)}` },
      { phone_number: phone },
      'Member must have length less than or equal to 140',
    ],
  ])('cannot be %j', async (response, attributes, problem) => {
    const { pool } = poolThat(response)
    const refusal = await refusalOf(signUp(pool, 'ann', attributes))
    expect(refusal).toMatch(/^InvalidParameterException: \d validation errors? detected: /)
    expect(refusal).toContain(problem)
    expect(pool.users).toMatchObject([{ status: 'UNCONFIRMED' }])
  })

  it('of the other kind may be anything', async () => {
    const { pool } = poolThat({ smsMessage: 'no code', emailMessage: 'Mail {####}' })
    await signUp(pool, 'ann', { email })
    expect(pool.inbox.messages).toHaveLength(1)
  })
})

it('does not run where nothing is sent', async () => {
  const { pool, events } = poolThat({}, { users: [{ username: 'ben', password, attributes: {} }] })
  await signUp(pool, 'ann')
  await forgot(pool, 'nobody')
  await resend(pool, 'nobody')
  await tokenOf(pool, 'ben')
  await update(pool, await tokenOf(pool, 'ben'), { name: 'Ben' })
  expect(events).toEqual([])
})
