import { describe, expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'

const password = 'Correct-Horse1'

const passwordLength =
  "Value at 'password' failed to satisfy constraint: " +
  'Member must have length less than or equal to 256'
const passwordPattern =
  "Value at 'password' failed to satisfy constraint: " +
  'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$'

const messageOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof TypeError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}

it.each([
  [{ userPool: 'x' }, 'userPool is not an option'],
  [{ userPoolId: 'TestPool' }, 'userPoolId must look like eu-west-1_AbCdEf123'],
  [{ deviceTracking: 'on' }, 'deviceTracking must be one of off, always, opt-in, not "on"'],
  [{ deviceStandsForMfa: 'yes' }, 'deviceStandsForMfa must be true or false'],
  [{ timestampTolerance: 0 }, 'timestampTolerance must be a whole number from 1 to 86400'],
  [{ firstFactors: ['totp'] }, 'firstFactors[0] must be one of password, email-code, sms-code'],
  [{ firstFactors: ['email-code'] }, "firstFactors must have 'password'"],
  [
    { mfa: 'required', firstFactors: ['password', 'sms-code'] },
    "firstFactors must not have 'sms-code' where mfa is 'required'",
  ],
  [
    { mfa: 'required', firstFactors: ['password', 'passkey'] },
    "firstFactors must not have 'passkey' where mfa is 'required' unless passkeys.asMfa is true",
  ],
  [
    {
      mfa: 'required',
      firstFactors: ['password', 'passkey', 'email-code'],
      passkeys: { asMfa: true },
    },
    "firstFactors must not have 'email-code' where mfa is 'required'",
  ],
  [{ passkeys: {} }, "passkeys needs 'passkey' in firstFactors"],
  [
    { firstFactors: ['password', 'passkey'], passkeys: { relyingPartyId: 'https://example.com' } },
    'passkeys.relyingPartyId must look like example.com',
  ],
  [
    { firstFactors: ['password', 'passkey'], passkeys: { userVerification: 'discouraged' } },
    'passkeys.userVerification must be one of preferred, required, not "discouraged"',
  ],
  [{ passkeys: { asMfa: 1 } }, 'passkeys.asMfa must be true or false'],
  [{ triggers: { defineAuthChallenge: 'x' } }, 'triggers.defineAuthChallenge must be a function'],
  [{ signInWith: ['e-mail'] }, 'signInWith[0] must be one of username, email, phone_number'],
  [{ signInWith: [] }, 'signInWith must not be empty'],
  [{ signInWith: ['email', 'email'] }, 'signInWith must not repeat an entry'],
  [{ signInWith: ['email'], aliases: ['email'] }, "aliases needs 'username' in signInWith"],
  [{ aliases: 'email' }, 'aliases must be a list'],
  [{ clients: [] }, 'clients must not be empty'],
  [{ clients: [{ id: 'a-b' }] }, 'clients[0].id must look like'],
  [{ clients: [{ id: 'a' }, { id: 'a' }] }, 'clients must not repeat an id'],
  [{ clients: [{ secret: 'short' }] }, 'clients[0].secret must look like 24 to 64'],
  [
    { clients: [{ secret: ['s'.repeat(24)] }] },
    'clients[0].secret must be one secret, or a list of two',
  ],
  [
    { clients: [{ secret: ['s'.repeat(24), 'short'] }] },
    'clients[0].secret[1] must look like 24 to 64',
  ],
  [
    { clients: [{ secret: ['s'.repeat(24), 's'.repeat(24)] }] },
    'clients[0].secret must not repeat an entry',
  ],
  [{ sessionTracking: { maxPerUser: 101 } }, 'sessionTracking.maxPerUser must be a whole number'],
  [{ sessionTracking: 'on' }, 'sessionTracking must be true or false'],
  [{ clients: [{ tokenRevocation: 'on' }] }, 'clients[0].tokenRevocation must be true or false'],
  [{ clients: [{}, { secret: false }] }, 'clients[1].secret must look like 24 to 64'],
  [{ clients: [{ flows: ['ALLOW_CLIENT_TOKEN_AUTH'] }] }, 'clients[0].flows[0] must be one of'],
  [{ clients: [{ rotation: {} }] }, 'clients[0].rotation.graceSeconds is missing'],
  [
    { clients: [{ rotation: { graceSeconds: 61 } }] },
    'clients[0].rotation.graceSeconds must be a whole',
  ],
  [
    { clients: [{ rotation: { graceSeconds: 0 }, flows: ['ALLOW_REFRESH_TOKEN_AUTH'] }] },
    'clients[0].flows must leave ALLOW_REFRESH_TOKEN_AUTH out',
  ],
  [
    { clients: [{ lifetimes: { challenge: 10 } }] },
    'clients[0].lifetimes.challenge must be a whole',
  ],
  [{ clients: [{ oauth: {} }] }, 'clients[0].oauth is not an option'],
  [{ mfa: 'on' }, 'mfa must be one of off, optional, required, not "on"'],
  [
    { userPoolId: 'cn-north-1_AbCdEf123' },
    'userPoolId is in a region of China, where issuers end in amazonaws.com.cn: not supported',
  ],
  [{ mfa: 'required', mfaMethods: [] }, "mfaMethods must not be empty where mfa is 'required'"],
  [{ mfaMethods: ['webauthn'] }, 'mfaMethods[0] must be one of'],
  [{ passwordPolicy: { minimumLength: 5 } }, 'passwordPolicy.minimumLength must be a whole'],
  [{ passwordPolicy: { historySize: 25 } }, 'passwordPolicy.historySize must be a whole'],
  [{ requiredAttributes: ['custom:x'] }, 'requiredAttributes[0] must be a standard attribute'],
  [
    { customAttributes: [{ name: 'x', type: 'number' }] },
    'customAttributes[0].type must be one of String, Number, DateTime, Boolean',
  ],
  [{ users: [{}] }, 'users[0].username is missing'],
  [{ users: [{ username: 'ann', pasword: 'x' }] }, 'users[0].pasword is not an option'],
  [
    { users: [{ username: 'ann lee' }] },
    'users[0].username must be 1 to 128 characters without spaces',
  ],
  [
    { users: [{ username: 'ann', password: 'weak' }] },
    'Password did not conform with policy: Password not long enough',
  ],
  [
    { users: [{ username: 'ann' }, { username: 'ann' }] },
    'users[1].username is refused: User already exists',
  ],
  [
    { users: [{ username: 'ann', password: ' Correct-Horse1' }] },
    `users[0].password is refused: 1 validation error detected: ${passwordPattern}`,
  ],
  [
    { users: [{ username: 'ann', password: 'Correct-Horse1\t' }] },
    `users[0].password is refused: 1 validation error detected: ${passwordPattern}`,
  ],
  [
    { users: [{ username: 'ann', password: 'Aa1-'.repeat(64).concat('!') }] },
    `users[0].password is refused: 1 validation error detected: ${passwordLength}`,
  ],
  [
    { users: [{ username: 'ann', groups: ['staff', 'two words'] }] },
    'users[0].groups[1] must look like 1 to 128 characters, no spaces',
  ],
  [
    { users: [{ username: 'ann', groups: [''] }] },
    'users[0].groups[0] must look like 1 to 128 characters',
  ],
  [
    { users: [{ username: 'ann', groups: ['g'.repeat(129)] }] },
    'users[0].groups[0] must look like 1 to 128 characters',
  ],
  [
    { users: [{ username: 'ann', attributes: { sub: 'x' } }] },
    'users[0].attributes.sub is refused: Attributes did not conform to the schema: sub: ',
  ],
  [{ users: [{ username: 'ann', status: 'ARCHIVED' }] }, 'users[0].status must be one of'],
  [
    { users: [{ username: 'ann', attributes: { email: 7 } }] },
    'users[0].attributes.email must be a string',
  ],
  [{ users: [{ username: 'ann', attributes: { email: 'x' } }] }, 'Invalid email address format.'],
  [
    { users: [{ username: 'ann', attributes: { phone_number: '0123' } }] },
    'Invalid phone number format.',
  ],
  [{ users: [{ username: 'ann', attributes: { email_verified: 'yes' } }] }, 'email_verified'],
  [
    { users: [{ username: 'ann', attributes: { shoe: '43' } }] },
    'shoe: Attribute does not exist in the schema.',
  ],
  [
    { users: [{ username: 'ann', mfa: 'sms' }] },
    "users[0].mfa is 'sms', which needs the attribute phone_number",
  ],
  [
    { users: [{ username: 'ann', mfa: 'totp', preferredMfa: 'sms' }] },
    "users[0].preferredMfa is 'sms', which mfa does not have",
  ],
  [
    { users: [{ username: 'ann', preferredMfa: 'totp' }] },
    "users[0].preferredMfa is 'totp', which mfa does not have",
  ],
  [
    { users: [{ username: 'ann', mfa: { totp: 'abc' } }] },
    'users[0].mfa.totp must look like a base32 secret',
  ],
  [
    { users: [{ username: 'ann', mfa: ['totp', { totp: 'A'.repeat(32) }] }] },
    'users[0].mfa must not repeat a factor',
  ],
  [
    { mfa: 'off', users: [{ username: 'ann', mfa: 'totp' }] },
    "users[0].mfa needs a pool whose mfa is not 'off'",
  ],
  [
    { mfaMethods: ['sms'], users: [{ username: 'ann', mfa: 'totp' }] },
    "users[0].mfa is 'totp', which the pool's mfaMethods leave out",
  ],
  [{ signInWith: ['email'], users: [{ username: 'ann' }] }, 'Username should be an email.'],
  [
    { signInWith: ['phone_number'], users: [{ username: 'ann' }] },
    'Username should be a phone number.',
  ],
  [
    { signInWith: ['email', 'phone_number'], users: [{ username: 'ann' }] },
    'Username should be either an email or a phone number.',
  ],
  [
    { aliases: ['email'], users: [{ username: 'a@b.example' }] },
    'Username cannot be of email format, since user pool is configured for email alias.',
  ],
  [
    {
      aliases: ['email'],
      users: ['ann', 'ben'].map((username) => ({
        username,
        attributes: { email: 'a@b.example', email_verified: 'true' },
      })),
    },
    'users[1].attributes.email is refused: An account with the email already exists.',
  ],
])('refuses %j by name', (options, message) => {
  // What a configuration file may hold, whatever the types say.
  const create = () => createTestUserPool(options as Parameters<typeof createTestUserPool>[0])
  expect(messageOf(create)).toContain(message)
})

it('checks a user that is added later just so', () => {
  const pool = createTestUserPool()
  expect(messageOf(() => pool.addUser({ username: 'ann', password: 'weak' }))).toContain(
    'user.password',
  )
})

it.each([
  ['Password not long enough', 'Aa1-'],
  ['Password must have lowercase characters', 'PASSWORD-1'],
  ['Password must have uppercase characters', 'password-1'],
  ['Password must have numeric characters', 'Password-x'],
  ['Password must have symbol characters', 'Password1'],
])('the password policy says: %s', (message, weak) => {
  const create = () => createTestUserPool({ users: [{ username: 'ann', password: weak }] })
  expect(messageOf(create)).toContain(message)
})

it('a laxer policy takes a laxer password', () => {
  const passwordPolicy = { minimumLength: 6, requireSymbols: false, requireUppercase: false }
  const pool = createTestUserPool({
    passwordPolicy,
    users: [{ username: 'ann', password: 'abcde1' }],
  })
  expect(pool.users).toHaveLength(1)
})

it('takes an option set to undefined for one that was left out', () => {
  const options = { mfa: undefined, clients: [{ lifetimes: { access: undefined } }] }
  const pool = createTestUserPool(options as object)
  expect(pool.clients).toHaveLength(1)
})

it('takes the longest password, and spaces and group names of any script', () => {
  const password = 'Aa1 '.repeat(64).slice(0, -1).concat('-')
  const groups = ['Ämter/Köln', 'g'.repeat(128)]
  const pool = createTestUserPool({ users: [{ username: 'ann', password, groups }] })
  expect(password).toHaveLength(256)
  expect(pool.users).toHaveLength(1)
})

describe('what a pool shows of itself', () => {
  it('its ids, and what was made up', () => {
    const pool = createTestUserPool({ clients: [{ secret: true }, { id: 'other' }] })
    const [first] = pool.clients
    expect(pool.userPoolId).toBe('us-east-1_TestPool1')
    expect(first).toEqual({
      id: expect.stringMatching(/^\w{26}$/),
      secret: expect.stringMatching(/^\w{24,64}$/),
    })
    expect(pool.clients[1]).toEqual({ id: 'other' })
    expect(pool.options).toMatchObject({ clientId: first?.id, clientSecret: first?.secret })
  })

  it('its users with their real names', () => {
    const pool = createTestUserPool({ signInWith: ['email'] })
    const added = pool.addUser({ username: 'ann@example.com', password, mfa: 'totp' })
    expect(pool.users).toEqual([added])
    expect(added).toEqual({
      username: added.sub,
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: 'CONFIRMED',
      totpSecret: expect.stringMatching(/^[A-Z2-7]{52}$/),
    })
  })

  it('the same keys to every pool of one id, and others to another id', () => {
    const [one, same, other] = ['us-east-1_A', 'us-east-1_A', 'us-east-1_B'].map(
      (userPoolId) => createTestUserPool({ userPoolId }).options.jwks,
    )
    expect(one?.keys).toHaveLength(2)
    expect(same).toEqual(one)
    expect(other?.keys).not.toEqual(one?.keys)
    expect(one?.keys[0]).toEqual({
      kid: expect.any(String),
      alg: 'RS256',
      kty: 'RSA',
      e: 'AQAB',
      n: expect.any(String),
      use: 'sig',
    })
  })
})
