import { describe, expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import { attributesOf, password, tokenOf } from './account-calls.ts'
import { claimsOf, signInWithPassword } from './sign-in.ts'

const customAttributes = [{ name: 'tenant' }]

it.each([
  [{ passwordPolicy: { historySize: -1 } }, 'passwordPolicy.historySize must be a whole number'],
  [{ passwordPolicy: { historySize: 25 } }, 'passwordPolicy.historySize must be a whole number'],
  [{ customAttributes: [{}] }, 'customAttributes[0].name is missing'],
  [{ customAttributes: [{ name: 'x'.repeat(21) }] }, 'customAttributes[0].name must look like'],
  [
    { customAttributes: [{ name: 'x', type: 'string' }] },
    'customAttributes[0].type must be one of String, Number, DateTime, Boolean, not "string"',
  ],
  [
    { customAttributes: [{ name: 'x', mutable: 'no' }] },
    'customAttributes[0].mutable must be true or false',
  ],
  [
    { customAttributes: [{ name: 'x', required: true }] },
    'customAttributes[0].required is not an option',
  ],
  [{ customAttributes: [{ name: 'x' }, { name: 'x' }] }, 'customAttributes must not repeat a name'],
  [
    { autoVerifiedAttributes: ['name'] },
    'autoVerifiedAttributes[0] must be one of email, phone_number, not "name"',
  ],
  [{ autoVerifiedAttributes: 'email' }, 'autoVerifiedAttributes must be a list'],
  [{ verifyBeforeUpdate: ['sms'] }, 'verifyBeforeUpdate[0] must be one of email, phone_number'],
  [
    { autoVerifiedAttributes: ['email'], verifyBeforeUpdate: ['phone_number'] },
    "verifyBeforeUpdate has 'phone_number', which autoVerifiedAttributes leave out",
  ],
  [{ accountRecovery: [] }, 'accountRecovery must not be empty'],
  [{ accountRecovery: ['email'] }, 'accountRecovery[0] must be one of verified_phone_number'],
  [
    { accountRecovery: ['admin_only', 'verified_email'] },
    "accountRecovery must be 'admin_only' alone, or without it",
  ],
  [
    { accountRecovery: ['verified_email', 'verified_email'] },
    'accountRecovery must not repeat an entry',
  ],
  [{ adminCreateUserOnly: 1 }, 'adminCreateUserOnly must be true or false'],
  [
    { clients: [{}, { readAttributes: ['shoe'] }] },
    "clients[1].readAttributes names no attribute with 'shoe'",
  ],
  [
    { customAttributes, clients: [{ writeAttributes: ['tenant'] }] },
    "clients[0].writeAttributes names no attribute with 'tenant'",
  ],
  [
    { clients: [{ writeAttributes: ['email_verified'] }] },
    "clients[0].writeAttributes must leave 'email_verified' out, which no client may write",
  ],
  [
    { requiredAttributes: ['email'], clients: [{ writeAttributes: ['name'] }] },
    "clients[0].writeAttributes must have 'email', which the pool requires",
  ],
  [
    {
      signInWith: ['email', 'phone_number'],
      users: [
        { username: 'ann@example.com', attributes: { phone_number: '+15550101234' } },
        { username: 'ben@example.com', attributes: { phone_number: '+15550101234' } },
      ],
    },
    'users[1].attributes.phone_number is refused: An account with the given phone_number already',
  ],
  [
    { clients: [{ writeAttributes: ['name', 'name'] }] },
    'clients[0].writeAttributes must not repeat an entry',
  ],
])('refuses %j by name', (options, message) => {
  // What a configuration file may hold, whatever the types say.
  const create = () => createTestUserPool(options as Parameters<typeof createTestUserPool>[0])
  expect(create).toThrow(TypeError)
  expect(create).toThrow(message)
})

describe('readAttributes', () => {
  const attributes = { email: 'ann@example.com', name: 'Ann', 'custom:tenant': '7' }
  const seenWith = async (readAttributes?: readonly string[]) => {
    const pool = createTestUserPool({
      customAttributes,
      clients: [{ ...(readAttributes && { readAttributes }) }],
      users: [{ username: 'ann', password, attributes }],
    })
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    const claims = claimsOf(AuthenticationResult?.IdToken)
    const { sub: _sub, ...read } = await attributesOf(pool, await tokenOf(pool, 'ann'))
    return { claims, read }
  }

  it('are what a client is shown, in ID tokens as at GetUser', async () => {
    const { claims, read } = await seenWith(['name', 'custom:tenant'])
    expect(read).toEqual({ name: 'Ann', 'custom:tenant': '7' })
    expect(claims).toMatchObject({ name: 'Ann', 'custom:tenant': '7' })
    expect(claims).not.toHaveProperty('email')
  })

  it('are all there are unless they are listed', async () => {
    const { claims, read } = await seenWith()
    expect(read).toEqual(attributes)
    expect(claims).toMatchObject(attributes)
  })

  it('may be none', async () => {
    expect((await seenWith([])).read).toEqual({})
  })
})
