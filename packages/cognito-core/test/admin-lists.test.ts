import type { CognitoAdmin, Listing } from '@x/cognito-core/admin'
import { describe, expect, it } from 'vitest'
import { type AdminFunction, iamActions } from '../src/admin/iam-actions.ts'
import { scriptedAdmin, userPoolId } from './scripted-admin.ts'

const UserPoolId = userPoolId
const username = 'ada'

interface List {
  list: (admin: CognitoAdmin) => Listing<unknown>
  operation: string
  sends: object
  /** What the answer has its items under. */
  items: string
  item: object
  gives: object
  /** @default 'NextToken' */
  token?: string
}

const user = { attributes: {}, status: 'UNKNOWN', enabled: false, createdAt: 0, updatedAt: 0 }

const lists: Readonly<Record<string, List>> = {
  'users.list': {
    list: ({ users }) => users.list(),
    operation: 'ListUsers',
    sends: { UserPoolId, Limit: 60 },
    items: 'Users',
    item: { Username: 'ada' },
    gives: { ...user, username: 'ada' },
    token: 'PaginationToken',
  },
  'users.list, some': {
    list: ({ users }) =>
      users.list({
        filter: { email: { startsWith: 'ada@' } },
        attributes: ['email', 'custom:team'],
        pageSize: 2,
      }),
    operation: 'ListUsers',
    sends: {
      UserPoolId,
      Limit: 2,
      Filter: 'email ^= "ada@"',
      AttributesToGet: ['email', 'custom:team'],
    },
    items: 'Users',
    item: { Username: 'ada', Attributes: [{ Name: 'email', Value: 'ada@example.com' }] },
    gives: { ...user, username: 'ada', attributes: { email: 'ada@example.com' } },
    token: 'PaginationToken',
  },
  'users.inGroup': {
    list: ({ users }) => users.inGroup({ group: 'staff' }),
    operation: 'ListUsersInGroup',
    sends: { UserPoolId, GroupName: 'staff', Limit: 60 },
    items: 'Users',
    item: { Username: 'ada' },
    gives: { ...user, username: 'ada' },
  },
  'groups.members': {
    list: ({ groups }) => groups.members({ group: 'staff', pageSize: 1 }),
    operation: 'ListUsersInGroup',
    sends: { UserPoolId, GroupName: 'staff', Limit: 1 },
    items: 'Users',
    item: { Username: 'ada' },
    gives: { ...user, username: 'ada' },
  },
  'groups.list': {
    list: ({ groups }) => groups.list({ pageSize: 10 }),
    operation: 'ListGroups',
    sends: { UserPoolId, Limit: 10 },
    items: 'Groups',
    item: { GroupName: 'staff' },
    gives: { name: 'staff', createdAt: 0, updatedAt: 0 },
  },
  'groups.ofUser': {
    list: ({ groups }) => groups.ofUser({ username }),
    operation: 'AdminListGroupsForUser',
    sends: { UserPoolId, Username: username, Limit: 60 },
    items: 'Groups',
    item: { GroupName: 'staff' },
    gives: { name: 'staff', createdAt: 0, updatedAt: 0 },
  },
  'users.authEvents': {
    list: ({ users }) => users.authEvents({ username }),
    operation: 'AdminListUserAuthEvents',
    sends: { UserPoolId, Username: username, MaxResults: 60 },
    items: 'AuthEvents',
    item: {
      EventId: 'e1',
      EventType: 'SignIn',
      EventResponse: 'Fail',
      CreationDate: 1_700_000_000,
      EventRisk: {
        RiskDecision: 'Block',
        RiskLevel: 'High',
        CompromisedCredentialsDetected: true,
      },
      ChallengeResponses: [
        { ChallengeName: 'Password', ChallengeResponse: 'Success' },
        { ChallengeName: 'Mfa' },
      ],
      EventContextData: {
        IpAddress: '203.0.113.7',
        DeviceName: 'Chrome 125',
        City: 'London',
        Country: 'United Kingdom',
      },
    },
    gives: {
      id: 'e1',
      type: 'SignIn',
      response: 'Fail',
      createdAt: 1_700_000_000,
      risk: { decision: 'Block', level: 'High', compromisedCredentials: true },
      challenges: [{ name: 'Password', response: 'Success' }, { name: 'Mfa' }],
      ipAddress: '203.0.113.7',
      deviceName: 'Chrome 125',
      location: { city: 'London', country: 'United Kingdom' },
    },
  },
}

const all = async (list: AsyncIterable<unknown>): Promise<unknown[]> => {
  const items: unknown[] = []
  for await (const item of list) items.push(item)
  return items
}

describe.each(Object.entries(lists))('%s', (name, of) => {
  const { list, operation, sends, items, item, gives, token = 'NextToken' } = of

  it('follows every page, also those without items', async () => {
    const { admin, calls } = await scriptedAdmin(
      { answer: { [items]: [item, item], [token]: 'two' } },
      { answer: { [items]: [], [token]: 'three' } },
      { answer: { [token]: 'four' } },
      { answer: { [items]: [item] } },
    )
    expect(await all(list(admin))).toEqual([gives, gives, gives])
    expect(calls.map((call) => [call.operation, call.input])).toEqual([
      [operation, sends],
      [operation, { ...sends, [token]: 'two' }],
      [operation, { ...sends, [token]: 'three' }],
      [operation, { ...sends, [token]: 'four' }],
    ])
  })

  it('is what IAM has to permit', () => {
    const [named = ''] = name.split(', ')
    expect(iamActions[named as AdminFunction]).toEqual([operation])
  })

  it('asks for nothing more once the caller has broken off', async () => {
    const { admin, calls } = await scriptedAdmin({ answer: { [items]: [item], [token]: 'more' } })
    for await (const first of list(admin)) {
      expect(first).toEqual(gives)
      break
    }
    expect(calls).toHaveLength(1)
  })

  it('gives a page at a time, and how to go on', async () => {
    const { admin, calls } = await scriptedAdmin(
      { answer: { [items]: [item], [token]: 'two' } },
      { answer: { [items]: [] } },
    )
    expect(await list(admin).page()).toEqual({ items: [gives], cursor: 'two' })
    expect(await list(admin).page({ cursor: 'two' })).toEqual({ items: [] })
    expect(calls.map(({ input }) => input)).toEqual([sends, { ...sends, [token]: 'two' }])
  })

  it('ends where a page leads to itself', async () => {
    const { admin, calls } = await scriptedAdmin({ answer: { [token]: 'again' } })
    await expect(all(list(admin))).rejects.toMatchObject({ code: 'COGNITO_UNEXPECTED' })
    expect(calls).toHaveLength(2)
  })
})

describe('a list', () => {
  it('is asked for only when it is read, and anew each time', async () => {
    const { admin, calls } = await scriptedAdmin({ answer: { Users: [{ Username: 'ada' }] } })
    const users = admin.users.list()
    expect(calls).toEqual([])
    await all(users)
    await all(users)
    expect(calls).toHaveLength(2)
  })

  it('ends between two pages when the signal says so', async () => {
    const { admin, calls } = await scriptedAdmin({
      answer: { Users: [{ Username: 'ada' }], PaginationToken: 'more' },
    })
    const controller = new AbortController()
    const reason = new Error('enough')
    const reading = (async () => {
      for await (const _user of admin.users.list({}, { signal: controller.signal })) {
        controller.abort(reason)
      }
    })()
    await expect(reading).rejects.toBe(reason)
    expect(calls).toHaveLength(1)
  })

  it.each<[string, (admin: CognitoAdmin) => Listing<unknown>]>([
    ['pageSize', ({ users }) => users.list({ pageSize: 0 })],
    ['pageSize', ({ users }) => users.list({ pageSize: 61 })],
    ['pageSize', ({ groups }) => groups.list({ pageSize: 1.5 })],
    ['filter.custom:team', ({ users }) => users.list({ filter: { 'custom:team': {} } as never })],
    ['attributes', ({ users }) => users.list({ attributes: [] })],
    ['attributes[1]', ({ users }) => users.list({ attributes: ['email', 'sub' as never] })],
    ['group', ({ users }) => users.inGroup({} as never)],
    ['group', ({ groups }) => groups.members(undefined as never)],
    ['username', ({ groups }) => groups.ofUser({} as never)],
    ['username', ({ users }) => users.authEvents({} as never)],
  ])('that Cognito could not give is refused before a call, by name: %s', async (field, list) => {
    const { admin, calls } = await scriptedAdmin({ answer: {} })
    const refusal = { code: 'COGNITO_INVALID_INPUT', params: { field } }
    await expect(all(list(admin))).rejects.toMatchObject(refusal)
    await expect(list(admin).page()).rejects.toMatchObject(refusal)
    expect(calls).toEqual([])
  })

  it.each(['', 7, null])('cannot go on from a cursor that is none: %j', async (cursor) => {
    const { admin, calls } = await scriptedAdmin({ answer: {} })
    await expect(admin.users.list().page({ cursor: cursor as never })).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field: 'cursor' },
    })
    expect(calls).toEqual([])
  })

  it('of what users did needs threat protection, which is said', async () => {
    const { admin } = await scriptedAdmin({ error: 'UserPoolAddOnNotEnabledException' })
    await expect(admin.users.authEvents({ username }).page()).rejects.toMatchObject({
      key: 'COGNITO_MISCONFIGURED.threatProtection',
    })
  })
})
