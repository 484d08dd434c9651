import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { attributesOf, confirmSignUp, password, signUp, tokenOf } from './account-calls.ts'
import { refusalOf, signInWithSrp } from './sign-in.ts'

const invalid = (...problems: readonly string[]) =>
  `InvalidParameterException: ${problems.length} validation error${
    problems.length === 1 ? '' : 's'
  } detected: ${problems.join('; ')}`
const broken = (place: string, constraint: string) =>
  `Value ${place} failed to satisfy constraint: Member must ${constraint}`
const passwordPattern = broken(
  "at 'password'",
  'satisfy regular expression pattern: ^[\\S]+.*[\\S]+$',
)
const namePattern = broken(
  "at 'username'",
  'satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
)

describe('user names', () => {
  it.each([
    ['a letter', 'ℵ'],
    ['letters', 'Zoë-日本'],
    ['a mark', 'e\u0301'],
    ['symbols', '€+😀'],
    ['numbers', '٣Ⅷ½'],
    ['punctuation', '¿…—"\''],
    ['the longest', '😀'.repeat(128)],
    ['what objects have', '__proto__'],
    ['what objects have', 'constructor'],
  ])('can be of every kind of character: %s, %s', async (_, name) => {
    const pool = createTestUserPool()
    await signUp(pool, name, { email: 'ann@example.com' })
    await confirmSignUp(pool, name, pool.inbox.lastCodeFor(name))
    const { AuthenticationResult } = await signInWithSrp(pool, name, password)
    expect(AuthenticationResult).toBeDefined()
    expect(pool.users[0]?.username).toBe(name)
  })

  it.each([
    ['a space', 'ann lee', [namePattern]],
    ['another space', 'ann\u00a0lee', [namePattern]],
    ['a line', 'ann\n', [namePattern]],
    ['a control character', 'ann\u0000', [namePattern]],
    ['a format character', 'ann\u200b', [namePattern]],
    ['none', '', [broken("at 'username'", 'have length greater than or equal to 1'), namePattern]],
    [
      'too much',
      'x'.repeat(129),
      [broken("at 'username'", 'have length less than or equal to 128')],
    ],
  ])('cannot have %s', async (_, name, problems) => {
    const pool = createTestUserPool()
    expect(await refusalOf(signUp(pool, name))).toBe(invalid(...problems))
  })
})

describe('passwords', () => {
  it.each([
    ['spaces inside', 'Correct Horse 1'],
    ['other scripts', 'Pässwort-1日本😀'],
    ['256 characters', `Aa1-${'😀'.repeat(252)}`],
  ])('can have %s', async (_, Password) => {
    const pool = createTestUserPool()
    await signUp(pool, 'ann', { email: 'ann@example.com' }, { Password })
    await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
    expect(await tokenOf(pool, 'ann', Password)).not.toBe('')
    expect((await signInWithSrp(pool, 'ann', Password)).AuthenticationResult).toBeDefined()
  })

  it.each([
    ['a space before', ' Correct-Horse1', [passwordPattern]],
    ['a space after', 'Correct-Horse1 ', [passwordPattern]],
    ['a line inside', 'Correct-\nHorse1', [passwordPattern]],
    [
      '257 characters',
      `Aa1-${'x'.repeat(253)}`,
      [broken("at 'password'", 'have length less than or equal to 256')],
    ],
  ])('cannot have %s', async (_, Password, problems) => {
    const pool = createTestUserPool()
    expect(await refusalOf(signUp(pool, 'ann', {}, { Password }))).toBe(invalid(...problems))
  })

  it.each([
    ['Password not long enough', 'Aa1-😀😀'],
    ['Password must have lowercase characters', 'PÄSSWÖRD-1ß'],
    ['Password must have uppercase characters', 'ÄÖÜpassword-1'],
    ['Password must have numeric characters', 'Password-٣'],
    ['Password must have symbol characters', 'Password1€'],
  ])('are told the first rule they break: %s', async (message, Password) => {
    const pool = createTestUserPool()
    expect(await refusalOf(signUp(pool, 'ann', {}, { Password }))).toBe(
      `InvalidPasswordException: Password did not conform with policy: ${message}`,
    )
  })
})

describe('attributes', () => {
  const options: TestUserPoolOptions = {
    clients: [
      {
        writeAttributes: [
          'email',
          'phone_number',
          'birthdate',
          'updated_at',
          'custom:age',
          'custom:member',
          'custom:born',
          'custom:fixed',
        ],
      },
    ],
    customAttributes: [
      { name: 'age', type: 'Number' },
      { name: 'member', type: 'Boolean' },
      { name: 'born', type: 'DateTime' },
      { name: 'fixed', mutable: false },
      { name: 'secret' },
    ],
  }
  const schema = 'InvalidParameterException: Attributes did not conform to the schema: '

  it.each<[string, Record<string, string>, string]>([
    ['of no schema', { shoe: '43' }, `${schema}shoe: Attribute does not exist in the schema.\n`],
    [
      'of no schema, each',
      { shoe: '43', 'custom:x': '1', email: 'x' },
      `${schema}shoe: Attribute does not exist in the schema.\n` +
        'custom:x: Attribute does not exist in the schema.\n',
    ],
    [
      'that only the pool writes',
      { email_verified: 'true' },
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
    [
      'that only the pool writes',
      { sub: 'x' },
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
    [
      'that the client does not',
      { 'custom:secret': '1' },
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
    [
      'that the client does not',
      { nickname: 'A' },
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
    ['that is no number', { 'custom:age': 'old' }, `${schema}custom:age: The attribute must be a`],
    [
      'that is no number one can count',
      { updated_at: '-1' },
      `${schema}updated_at: The attribute must not be less than 0\n`,
    ],
    [
      'that is neither true nor false',
      { 'custom:member': 'yes' },
      `${schema}custom:member: The attribute must be a boolean\n`,
    ],
    [
      'that is no time',
      { 'custom:born': '2001-13-01' },
      `${schema}custom:born: The attribute must be a date\n`,
    ],
    [
      'that is too short',
      { birthdate: '1.1.2001' },
      `${schema}birthdate: String must be no shorter than 10 characters\n`,
    ],
    ['that is no address', { email: 'ann' }, 'InvalidParameterException: Invalid email address'],
    [
      'that is no number to call',
      { phone_number: '0155 1234' },
      'InvalidParameterException: Invalid phone number format.',
    ],
    [
      'that is too long',
      { email: `ann@${'x'.repeat(2045)}` },
      invalid(
        broken("at 'userAttributes.1.member.value'", 'have length less than or equal to 2048'),
      ),
    ],
    [
      'with a name that is none',
      { email: 'ann@example.com', '': 'x', ['n'.repeat(33)]: 'x' },
      invalid(
        broken("'' at 'userAttributes.2.member.name'", 'have length greater than or equal to 1'),
        broken(
          "'' at 'userAttributes.2.member.name'",
          'satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+',
        ),
        broken(
          `'${'n'.repeat(33)}' at 'userAttributes.3.member.name'`,
          'have length less than or equal to 32',
        ),
      ),
    ],
  ])('are refused where there is one %s: %j', async (_, attributes, refusal) => {
    const pool = createTestUserPool(options)
    expect(await refusalOf(signUp(pool, 'ann', attributes))).toContain(refusal)
    expect(pool.users).toEqual([])
  })

  it('are kept as they came, and empty ones not at all', async () => {
    const pool = createTestUserPool(options)
    const given = {
      email: 'ann@example.com',
      birthdate: '2001-02-03',
      updated_at: '1700000000',
      'custom:age': '41.5',
      'custom:member': 'false',
      'custom:born': '2001-02-03T04:05:06.789Z',
      'custom:fixed': 'for ever',
    }
    const { UserSub } = await signUp(pool, 'ann', { ...given, phone_number: '' })
    await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
    expect(await attributesOf(pool, await tokenOf(pool, 'ann'))).toEqual({
      ...given,
      sub: UserSub,
      email_verified: 'true',
    })
  })

  it('that are required are asked for all at once, and an empty one is none', async () => {
    const pool = createTestUserPool({ requiredAttributes: ['email', 'name'] })
    expect(await refusalOf(signUp(pool, 'ann', { name: '' }))).toBe(
      `${schema}name: The attribute is required\nemail: The attribute is required\n`,
    )
  })

  it('cannot be custom ones where the client has no list', async () => {
    const pool = createTestUserPool({ customAttributes: [{ name: 'tenant' }] })
    expect(await refusalOf(signUp(pool, 'ann', { 'custom:tenant': '7' }))).toBe(
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    )
  })
})
