import { createHmac } from 'node:crypto'
import {
  type CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import {
  confirmSignUp,
  expiredCode,
  forgot,
  newPassword,
  password,
  resend,
  reset,
  signUp,
} from './account-calls.ts'
import { refusalOf } from './sign-in.ts'

const email = 'ann@example.com'
const code = { ConfirmationCode: '123456' }

interface Named {
  ClientId: string
  Username: string
  SecretHash?: string
}
const calls: readonly [
  string,
  (client: CognitoIdentityProviderClient, input: Named) => Promise<unknown>,
][] = [
  ['SignUp', (client, input) => client.send(new SignUpCommand({ ...input, Password: 'weak' }))],
  [
    'ConfirmSignUp',
    (client, input) => client.send(new ConfirmSignUpCommand({ ...input, ...code })),
  ],
  [
    'ResendConfirmationCode',
    (client, input) => client.send(new ResendConfirmationCodeCommand(input)),
  ],
  ['ForgotPassword', (client, input) => client.send(new ForgotPasswordCommand(input))],
  [
    'ConfirmForgotPassword',
    (client, input) =>
      client.send(new ConfirmForgotPasswordCommand({ ...input, ...code, Password: 'weak-pass' })),
  ],
]

const poolWith = (secret: true | undefined) =>
  createTestUserPool({
    signInWith: ['email'],
    clients: [
      { id: 'webclient', ...(secret && { secret }) },
      { id: 'other', secret: true },
    ],
    users: [{ username: email, password }],
  })
const hashOver = (secret: string | undefined, message: string) =>
  createHmac('sha256', secret ?? '')
    .update(message)
    .digest('base64')
const wrong = 'NotAuthorizedException: Unable to verify secret hash for client webclient'

describe.each(calls)('%s', (_, call) => {
  it('wants the hash over the name as it was sent, before it looks at anything else', async () => {
    const pool = poolWith(true)
    const { client, clientSecret } = pool.options
    const [, { secret: otherSecret } = {}] = pool.clients
    const sub = pool.users[0]?.sub ?? ''
    for (const Username of [email, 'nobody@example.com', sub]) {
      const input = { ClientId: 'webclient', Username }
      expect(await refusalOf(call(client, input))).toBe(
        'NotAuthorizedException: Client webclient is configured with secret but SECRET_HASH was ' +
          'not received',
      )
      for (const SecretHash of [
        'x',
        hashOver(clientSecret, `${Username}x`),
        hashOver(clientSecret, 'webclient'),
        hashOver(clientSecret, `${Username}other`),
        hashOver(otherSecret, `${Username}webclient`),
      ]) {
        expect(await refusalOf(call(client, { ...input, SecretHash }))).toBe(wrong)
      }
    }
    expect(
      await refusalOf(
        call(client, {
          ClientId: 'webclient',
          Username: email,
          SecretHash: hashOver(clientSecret, `${sub}webclient`),
        }),
      ),
    ).toBe(wrong)
  })

  it('takes no hash for a client without a secret', async () => {
    const { client } = poolWith(undefined).options
    const input = { ClientId: 'webclient', Username: email, SecretHash: 'x' }
    expect(await refusalOf(call(client, input))).toBe(wrong)
  })

  it('knows no other client', async () => {
    const { client } = poolWith(undefined).options
    expect(await refusalOf(call(client, { ClientId: 'x', Username: email }))).toBe(
      'ResourceNotFoundException: User pool client x does not exist.',
    )
  })

  it('checks the form of everything first', async () => {
    const { client } = poolWith(true).options
    const input = { ClientId: 'a-b', Username: 'two words', SecretHash: '?' }
    const refusal = await refusalOf(call(client, input))
    expect(refusal).toMatch(/^InvalidParameterException: \d validation errors detected: /)
    for (const place of ['clientId', 'username', 'secretHash']) {
      expect(refusal).toContain(
        `Value at '${place}' failed to satisfy constraint: Member must satisfy regular expression`,
      )
    }
    expect(refusal).not.toContain('two words')
  })
})

it('lets the whole story happen with the right hashes', async () => {
  const pool = poolWith(true)
  const name = 'ben@example.com'
  await signUp(pool, name)
  await resend(pool, name)
  await confirmSignUp(pool, name, pool.inbox.lastCodeFor(name))
  await forgot(pool, name)
  await reset(pool, name, pool.inbox.lastCodeFor(name))
  expect(await refusalOf(reset(pool, name, '123456', newPassword))).toBe(expiredCode)
})
