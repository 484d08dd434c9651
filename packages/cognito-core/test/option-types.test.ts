import {
  type AttributeChanges,
  type Cognito,
  type CognitoOptions,
  cognitoOptionsFromEnv,
  createCognito,
  type TokenRequirements,
  type UserAttributes,
  type WritableAttributes,
} from '@x/cognito-core'
import { describe, expect, expectTypeOf, it } from 'vitest'

const ids = { userPoolId: 'eu-west-1_AbCdEf123', clientId: '1example23456789' }
const plain = createCognito(ids)
const typed = createCognito({
  ...ids,
  customAttributes: { team: 'string', level: 'number', beta: 'boolean', born: 'date' },
  groups: ['staff', 'admin'],
})
type Plain = typeof plain
type Typed = typeof typed
type AttributesOf<Of extends Cognito> = Awaited<ReturnType<Of['profile']['get']>>['attributes']

// What stands in here need not run; it must compile, or must not.
const accessToken = ''

const reading = (plain: AttributesOf<Plain>, typed: AttributesOf<Typed>, any: UserAttributes) => {
  for (const attributes of [plain, typed, any]) {
    expectTypeOf(attributes.email).toEqualTypeOf<string | undefined>()
    expectTypeOf(attributes.email_verified).toEqualTypeOf<boolean | undefined>()
    expectTypeOf(attributes.updated_at).toEqualTypeOf<number | undefined>()
  }
  expectTypeOf(plain['custom:anything']).toEqualTypeOf<string | undefined>()
  expectTypeOf(plain['anything']).toEqualTypeOf<string | number | boolean | Date | undefined>()

  expectTypeOf(typed['custom:team']).toEqualTypeOf<string | undefined>()
  expectTypeOf(typed['custom:level']).toEqualTypeOf<number | undefined>()
  expectTypeOf(typed['custom:beta']).toEqualTypeOf<boolean | undefined>()
  expectTypeOf(typed['custom:born']).toEqualTypeOf<Date | undefined>()
  // @ts-expect-error a custom attribute that the options do not name
  typed['custom:lvel']
  // @ts-expect-error nothing is changed by assigning it
  typed.email = 'x'

  // Who is given just any pool cannot know what its custom attributes are.
  expectTypeOf(any['custom:level']).toEqualTypeOf<string | number | boolean | Date | undefined>()
}

const writing = async (plain: Plain, typed: Typed) => {
  const username = ''
  await plain.signUp({ username, attributes: { email: '', 'custom:a': '', 'custom:b': 1 } })
  await typed.signUp({ username, attributes: { email: '', 'custom:level': 1, updated_at: 1 } })
  await typed.signUp({ username, attributes: { 'custom:born': new Date() } })
  await typed.signUp({ username, attributes: { 'custom:born': '1815-12-10' } })
  await typed.profile.update({ accessToken, attributes: { email: null, 'custom:level': null } })
  await plain.profile.update({ accessToken, attributes: { nickname: null, 'custom:a': null } })
  await typed.profile.deleteAttributes({ accessToken, names: ['nickname', 'custom:level'] })
  await plain.profile.deleteAttributes({ accessToken, names: ['nickname', 'custom:a'] })

  // @ts-expect-error an unknown custom attribute
  await typed.signUp({ username, attributes: { 'custom:lvel': 1 } })
  // @ts-expect-error a number as text
  await typed.signUp({ username, attributes: { 'custom:level': '1' } })
  // @ts-expect-error a boolean as text
  await typed.profile.update({ accessToken, attributes: { 'custom:beta': 'true' } })
  // @ts-expect-error seconds are no date
  await typed.profile.update({ accessToken, attributes: { 'custom:born': 1 } })
  // @ts-expect-error nothing is taken away from somebody new
  await typed.signUp({ username, attributes: { email: null } })
  // @ts-expect-error an unknown custom attribute
  await typed.profile.deleteAttributes({ accessToken, names: ['custom:lvel'] })
  for (const cognito of [plain, typed]) {
    // @ts-expect-error what Cognito alone writes
    await cognito.signUp({ username, attributes: { email_verified: true } })
    // @ts-expect-error what Cognito alone writes
    await cognito.profile.update({ accessToken, attributes: { sub: '' } })
    // @ts-expect-error a misspelt name
    await cognito.profile.update({ accessToken, attributes: { emial: '' } })
    // @ts-expect-error a misspelt name
    await cognito.profile.deleteAttributes({ accessToken, names: ['emial'] })
    // @ts-expect-error a time as text
    await cognito.profile.update({ accessToken, attributes: { updated_at: '1' } })
    // @ts-expect-error nothing that is verified
    await cognito.profile.requestVerification({ accessToken, attribute: 'nickname' })
    // @ts-expect-error no session
    await cognito.signIn({ method: 'after-sign-up', username })
    // @ts-expect-error what nothing was signed up with
    await cognito.signUp({ username, passwrod: '' })
  }
}

const requiring = async (plain: Plain, typed: Typed) => {
  await plain.verifyAccessToken('', { groups: ['anybody'] })
  await typed.verifyAccessToken('', { groups: ['staff'], scopes: ['anything'] })
  // @ts-expect-error an unknown group
  await typed.verifyAccessToken('', { groups: ['stuff'] })
  await typed.verifyIdToken('', { groups: { all: ['staff'], any: ['admin'], none: ['staff'] } })
  await typed.verifyAccessToken('', { scopes: { any: ['anything'] }, maxAge: 300 })
  // @ts-expect-error an unknown group, among those to be kept out
  await typed.verifyIdToken('', { groups: { none: ['stuff'] } })
  // @ts-expect-error a misspelt quantity
  await typed.verifyAccessToken('', { groups: { every: ['staff'] } })
  // @ts-expect-error scopes can only be asked for
  await typed.verifyAccessToken('', { scopes: { none: ['anything'] } })
}

const options = () => {
  // @ts-expect-error an unknown type
  createCognito({ ...ids, customAttributes: { level: 'integer' } })
  // @ts-expect-error a misspelt option
  createCognito({ ...ids, clientSecrte: '' })
  // @ts-expect-error no client
  createCognito({ userPoolId: '' })
  createCognito({ ...ids, clientSecret: ['', ''], srp: { worker: true } })
  createCognito({ ...ids, trustedClientIds: [''], tokenCache: { maxEntries: 1 } })
  createCognito({ ...ids, tokenCache: false })
  // @ts-expect-error the size is in an object
  createCognito({ ...ids, tokenCache: 1 })
  // @ts-expect-error a rotation has two secrets
  createCognito({ ...ids, clientSecret: [''] })
  // @ts-expect-error an app client has two secrets at most
  createCognito({ ...ids, clientSecret: ['', '', ''] })
  // @ts-expect-error where SRP is done is told by name
  createCognito({ ...ids, srp: true })
  // @ts-expect-error groups are a list
  createCognito({ ...ids, groups: 'staff' })
}

const anyPool = () => {
  // Whatever the options name, it is a pool like any other.
  const pools: Cognito[] = [plain, typed]
  const first: Cognito = createCognito(ids)
  const second: Cognito = createCognito({ ...ids, customAttributes: { level: 'number' } })
  const third: Cognito<CognitoOptions> = createCognito(ids as CognitoOptions)
  const fourth: Plain = createCognito({ ...ids })
  const attributes: UserAttributes[] = [{} as AttributesOf<Plain>, {} as AttributesOf<Typed>]
  const writable: WritableAttributes = {} as WritableAttributes<{ customAttributes: { a: 'date' } }>
  const changes: AttributeChanges = {} as AttributeChanges<{ customAttributes: { a: 'number' } }>
  const requirements: TokenRequirements = {} as TokenRequirements<{ groups: ['staff'] }>
  // @ts-expect-error the same name, of another type
  const other: Cognito<{ userPoolId: ''; clientId: ''; customAttributes: { level: 'date' } }> =
    typed
  return [pools, first, second, third, fourth, attributes, writable, changes, requirements, other]
}

const fromEnvironment = async () => {
  const { attributes } = await createCognito(cognitoOptionsFromEnv()).profile.get({ accessToken })
  expectTypeOf(attributes['custom:team']).toEqualTypeOf<string | undefined>()
}

describe('the types', () => {
  it('follow the options, and names that are nowhere do not compile', () => {
    const compiled = [reading, writing, requiring, options, anyPool, fromEnvironment]
    expect(compiled).not.toContain(undefined)
  })

  it('stand for what is refused at run time, too', async () => {
    const refused = typed.verifyAccessToken('', { groups: ['stuff' as 'staff'] })
    await expect(refused).rejects.toMatchObject({
      name: 'ConfigurationError',
      option: 'groups',
      message: 'groups: "stuff" is no group of the pool.',
    })
  })
})
