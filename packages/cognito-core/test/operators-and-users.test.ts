import { createCognito } from '@x/cognito-core'
import { createCognitoAdmin } from '@x/cognito-core/admin'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const username = 'ada'
const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const email = 'ada@example.com'
const verified = { email, email_verified: 'true' }
const ada = { username, password, attributes: verified }

const operatorOf = (pool: TestUserPool) =>
  createCognitoAdmin({
    userPoolId: pool.userPoolId,
    clientId: pool.options.clientId,
    client: pool.options.client,
    customAttributes: { level: 'number' },
  })

const all = async <Item>(list: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}

describe('whoever is invited', () => {
  it('signs in with the password that was sent, and chooses another one', async () => {
    const pool = createTestUserPool()
    const admin = operatorOf(pool)
    const attributes = { email, email_verified: true }
    const made = await admin.users.create({ username, attributes, deliverBy: ['email'] })
    expect(made).toMatchObject({
      username,
      attributes,
      status: 'FORCE_CHANGE_PASSWORD',
      enabled: true,
    })
    const { code: sent = '' } = pool.inbox.messages.at(-1) ?? {}
    const cognito = createCognito(pool.options)
    const step = await cognito.signIn({ username, password: sent })
    if (step.status !== 'challenge' || step.challenge.kind !== 'new-password') throw new Error()
    expect(await cognito.answerChallenge(step.challenge, { newPassword })).toMatchObject({
      status: 'signed-in',
    })
    await expect(admin.users.create({ username })).rejects.toMatchObject({
      code: 'COGNITO_USERNAME_TAKEN',
    })
  })

  it('has the password that the operator chose, and no message where that is suppressed', async () => {
    const pool = createTestUserPool()
    const cognito = createCognito(pool.options)
    const admin = operatorOf(pool)
    const temporaryPassword = 'Temporary-pass-1'
    await admin.users.create({ username, temporaryPassword, messageAction: 'suppress' })
    expect(pool.inbox.messages).toEqual([])
    const step = await cognito.signIn({ username, password: temporaryPassword })
    if (step.status !== 'challenge' || step.challenge.kind !== 'new-password') throw new Error()
    expect(await cognito.answerChallenge(step.challenge, { newPassword })).toMatchObject({
      status: 'signed-in',
    })
    expect(await admin.users.get({ username })).toMatchObject({ status: 'CONFIRMED' })
    await expect(admin.users.create({ username, messageAction: 'resend' })).rejects.toMatchObject({
      code: 'COGNITO_ALREADY_CONFIRMED',
    })
  })
})

describe('what a user is', () => {
  it('is told, changed, and taken away', async () => {
    const pool = createTestUserPool({
      users: [ada],
      customAttributes: [{ name: 'level', type: 'Number' }],
    })
    const { users } = operatorOf(pool)
    const changes = { nickname: 'A', phone_number: '+441234567890', phone_number_verified: true }
    await users.update({ username, attributes: { ...changes, 'custom:level': 3 } })
    const before = await users.get({ username })
    expect(before).toMatchObject({
      attributes: { email, email_verified: true, ...changes, 'custom:level': 3 },
      mfa: { enabled: [], preferred: 'none' },
    })
    await users.update({ username, attributes: { nickname: null } })
    await users.deleteAttributes({ username, names: ['custom:level'] })
    const { attributes } = await users.get({ username })
    expect(attributes.nickname).toBeUndefined()
    expect(attributes['custom:level']).toBeUndefined()
    await users.delete({ username })
    await expect(users.get({ username })).rejects.toMatchObject({ code: 'COGNITO_USER_NOT_FOUND' })
  })
})

describe('passwords', () => {
  it('are set for good, or until the next sign-in', async () => {
    const pool = createTestUserPool({ users: [ada] })
    const cognito = createCognito(pool.options)
    const { users } = operatorOf(pool)
    await users.setPassword({ username, password: newPassword, permanent: true })
    expect(await cognito.signIn({ username, password: newPassword })).toMatchObject({
      status: 'signed-in',
    })
    await users.setPassword({ username, password, permanent: false })
    expect(await cognito.signIn({ username, password })).toMatchObject({
      challenge: { kind: 'new-password' },
    })
    await expect(
      users.setPassword({ username, password: 'short', permanent: true }),
    ).rejects.toMatchObject({ key: 'COGNITO_INVALID_PASSWORD.tooShort' })
  })

  it('are reset by a code that the user is sent', async () => {
    const pool = createTestUserPool({ users: [ada] })
    const cognito = createCognito(pool.options)
    await operatorOf(pool).users.resetPassword({ username })
    expect(await cognito.signIn({ username, password })).toMatchObject({
      status: 'reset-password',
    })
    const code = pool.inbox.messages.at(-1)?.code ?? ''
    await cognito.password.reset({ username, code, newPassword })
    expect(await cognito.signIn({ username, password: newPassword })).toMatchObject({
      status: 'signed-in',
    })
  })
})

describe('whoever signed up', () => {
  it('is confirmed without a code', async () => {
    const pool = createTestUserPool()
    const cognito = createCognito(pool.options)
    const { users } = operatorOf(pool)
    await cognito.signUp({ username, password, attributes: { email } })
    await users.confirmSignUp({ username })
    expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
    await expect(users.confirmSignUp({ username })).rejects.toMatchObject({
      code: 'COGNITO_ALREADY_CONFIRMED',
    })
  })
})

describe('groups', () => {
  it('are made, joined, told in tokens, and left', async () => {
    const pool = createTestUserPool({ users: [ada] })
    const cognito = createCognito(pool.options)
    const { groups, users } = operatorOf(pool)
    expect(await groups.create({ name: 'staff', description: 'Us', precedence: 5 })).toMatchObject({
      name: 'staff',
      description: 'Us',
      precedence: 5,
    })
    await expect(groups.create({ name: 'staff' })).rejects.toMatchObject({
      code: 'COGNITO_GROUP_EXISTS',
    })
    await groups.add({ group: 'staff', username })
    await groups.add({ group: 'staff', username })
    expect((await all(groups.members({ group: 'staff' }))).map((user) => user.username)).toEqual([
      username,
    ])
    expect((await all(groups.ofUser({ username }))).map(({ name }) => name)).toEqual(['staff'])
    const step = await cognito.signIn({ username, password })
    if (step.status !== 'signed-in') throw new Error()
    await cognito.verifyAccessToken(step.tokens.accessToken, { groups: ['staff'] })

    expect(await groups.update({ name: 'staff', precedence: 1 })).toMatchObject({ precedence: 1 })
    await groups.remove({ group: 'staff', username })
    expect(await all(users.inGroup({ group: 'staff' }))).toEqual([])
    await groups.delete({ name: 'staff' })
    for (const gone of [
      groups.get({ name: 'staff' }),
      groups.add({ group: 'staff', username }),
      groups.members({ group: 'staff' }).page(),
    ]) {
      await expect(gone).rejects.toMatchObject({ code: 'COGNITO_GROUP_NOT_FOUND' })
    }
  })
})

describe('a list of users', () => {
  const names = Array.from({ length: 130 }, (_none, index) => `user-${1000 + index}`)
  const crowd = () =>
    createTestUserPool({
      users: names.map((name) => ({
        username: name,
        attributes: { email: `${name}@example.com`, given_name: 'Says "hi" \\o/' },
      })),
    })

  it('has everybody, over its pages', async () => {
    const users = await all(operatorOf(crowd()).users.list())
    expect(users.map((user) => user.username).sort()).toEqual(names)
  })

  it('asks for no more pages than are read', async () => {
    const pool = crowd()
    for await (const _user of operatorOf(pool).users.list({ pageSize: 10 })) break
    expect(pool.calls['ListUsers']).toBe(1)
  })

  it('is found by the beginning of a text, and by a text with quotes', async () => {
    const { users } = operatorOf(crowd())
    const found = await all(users.list({ filter: { email: { startsWith: 'user-100' } } }))
    expect(found.map((user) => user.username).sort()).toEqual(names.slice(0, 10))
    const quoted = users.list({
      filter: { given_name: { equals: 'Says "hi" \\o/' } },
      pageSize: 60,
    })
    expect((await all(quoted)).length).toBe(130)
  })

  it('is found by status, and by who may sign in', async () => {
    const pool = createTestUserPool({
      users: [ada, { username: 'bob', status: 'UNCONFIRMED' }, { username: 'eve', enabled: false }],
    })
    const { users } = operatorOf(pool)
    const namesBy = async (filter: Parameters<typeof users.list>[0]) =>
      (await all(users.list(filter))).map((user) => user.username)
    expect(await namesBy({ filter: { status: { equals: 'UNCONFIRMED' } } })).toEqual(['bob'])
    expect(await namesBy({ filter: { enabled: { equals: false } } })).toEqual(['eve'])
  })
})
