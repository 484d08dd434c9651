import { createCognitoAdmin, type User } from '@x/cognito-core/admin'
import { expect, expectTypeOf, it } from 'vitest'

const userPoolId = 'eu-west-1_AbCdEf123'
const plain = createCognitoAdmin({ userPoolId })
const typed = createCognitoAdmin({
  userPoolId,
  customAttributes: { team: 'string', level: 'number' },
})
type Plain = typeof plain
type Typed = typeof typed

// What stands in here need not run; it must compile, or must not.
const username = ''

const reading = async (plain: Plain, typed: Typed, any: User) => {
  const { attributes } = await typed.users.get({ username })
  expectTypeOf(attributes['custom:level']).toEqualTypeOf<number | undefined>()
  // @ts-expect-error a custom attribute that the options do not name
  attributes['custom:lvel']
  for await (const user of typed.groups.members({ group: 'staff' })) {
    expectTypeOf(user.attributes['custom:team']).toEqualTypeOf<string | undefined>()
  }
  const { items, cursor } = await plain.users.list().page()
  expectTypeOf(items[0]?.attributes['custom:any']).toEqualTypeOf<string | undefined>()
  expectTypeOf(cursor).toEqualTypeOf<string | undefined>()
  // @ts-expect-error nothing is changed by assigning it
  any.attributes.email = 'x'
}

const writing = async (plain: Plain, typed: Typed) => {
  await plain.users.update({ username, attributes: { email_verified: true, nickname: null } })
  await typed.users.create({ username, attributes: { 'custom:level': 1, email_verified: true } })
  // @ts-expect-error a custom attribute that the options do not name
  await typed.users.update({ username, attributes: { 'custom:lvel': 1 } })
  // @ts-expect-error a value of another type
  await typed.users.update({ username, attributes: { 'custom:level': '1' } })
  // @ts-expect-error Cognito alone decides it
  await plain.users.update({ username, attributes: { sub: '1' } })
  // @ts-expect-error whether the password has to be changed is said aloud
  await plain.users.setPassword({ username, password: '' })
}

const searching = (plain: Plain, typed: Typed) => {
  plain.users.list({ filter: { email: { startsWith: 'ada@' } } })
  plain.users.list({ filter: { status: { equals: 'CONFIRMED' } } })
  plain.users.list({ filter: { enabled: { equals: false } } })
  typed.users.list({ attributes: ['email', 'custom:level'] })
  // @ts-expect-error Cognito searches no custom attributes
  typed.users.list({ filter: { 'custom:level': { equals: '1' } } })
  // @ts-expect-error a status that there is not
  plain.users.list({ filter: { status: { equals: 'confirmed' } } })
  // @ts-expect-error a status has no beginning
  plain.users.list({ filter: { status: { startsWith: 'CONF' } } })
  // @ts-expect-error an operator that there is not
  plain.users.list({ filter: { email: { contains: 'ada' } } })
  // @ts-expect-error Cognito cannot be asked for it
  typed.users.list({ attributes: ['sub'] })
  // @ts-expect-error a custom attribute that the options do not name
  typed.users.list({ attributes: ['custom:lvel'] })
}

const signingIn = async (plain: Plain) => {
  const step = await plain.signIn({ method: 'admin-srp', username, password: '' })
  if (step.status === 'signed-in') expectTypeOf(step.tokens.accessToken).toEqualTypeOf<string>()
  // @ts-expect-error how the password is proved is said aloud
  await plain.signIn({ username, password: '' })
  const input = { method: 'admin-password', username, password: '' } as const
  await plain.signIn(input, { device: { ipAddress: '203.0.113.7' } })
  // @ts-expect-error Cognito wants the address
  await plain.signIn(input, { device: { encodedData: 'abc' } })
}

it('compiles so, and not otherwise', () => {
  for (const story of [reading, writing, searching, signingIn]) expect(story).toBeTypeOf('function')
  // @ts-expect-error an option that there is not
  expect(() => createCognitoAdmin({ userPoolId, groups: ['staff'] })).toThrow('groups')
})
