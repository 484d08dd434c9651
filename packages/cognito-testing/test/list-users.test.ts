import { describe, expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import { operatorOf } from './operator-calls.ts'
import { refusalOf } from './sign-in.ts'

const poolOf = () => {
  const pool = createTestUserPool({
    users: [
      { username: 'cleo', attributes: { email: 'Cleo@example.com', name: 'Cleo "C" \\ Smith' } },
      { username: 'ann', attributes: { email: 'ann@example.com', family_name: 'Smith' } },
      { username: 'ben', status: 'UNCONFIRMED', enabled: false },
    ],
  })
  return { pool, operator: operatorOf(pool) }
}
const namesOf = async (input: object) =>
  ((await poolOf().operator.list(input)).Users ?? []).map(({ Username }) => Username)

describe('ListUsers', () => {
  it('tells of everybody what AdminGetUser tells', async () => {
    const { operator } = poolOf()
    const { Users = [] } = await operator.list()
    expect(Users.map(({ Username }) => Username)).toEqual(['ann', 'ben', 'cleo'])
    const {
      UserAttributes: Attributes,
      $metadata: _notToldHere,
      ...rest
    } = await operator.get('ben')
    expect(Users[1]).toEqual({ ...rest, Attributes })
  })

  it('goes from page to page, and on behind somebody who is gone', async () => {
    const { operator } = poolOf()
    const { Users, PaginationToken } = await operator.list({ Limit: 1 })
    expect(Users).toMatchObject([{ Username: 'ann' }])
    await operator.remove('ann')
    const rest = await operator.list({ PaginationToken })
    expect(rest.Users).toMatchObject([{ Username: 'ben' }, { Username: 'cleo' }])
    expect(rest.PaginationToken).toBeUndefined()
    expect(await refusalOf(operator.list({ PaginationToken, Filter: 'name = "x"' }))).toBe(
      'InvalidParameterException: Invalid pagination token given.',
    )
  })

  it('gives short pages of a filtered list that goes on', async () => {
    const { operator } = poolOf()
    const Filter = 'username ^= ""'
    const { Users, PaginationToken } = await operator.list({ Filter, Limit: 2 })
    expect(Users).toMatchObject([{ Username: 'ann' }])
    expect((await operator.list({ Filter, PaginationToken })).Users).toMatchObject([
      { Username: 'ben' },
      { Username: 'cleo' },
    ])
  })

  it.each([
    ['', ['ann', 'ben', 'cleo']],
    ['username = "ann"', ['ann']],
    ['username = "Ann"', []],
    ['"username"="ann"', ['ann']],
    ['email ^= "cleo@"', ['cleo']],
    ['family_name = "Smith"', ['ann']],
    ['family_name = "Smit"', []],
    ['name = "Cleo \\"C\\" \\\\ Smith"', ['cleo']],
    ['cognito:user_status = "unconfirmed"', ['ben']],
    ['status = "Disabled"', ['ben']],
    ['status = "disabled"', []],
    ['given_name ^= ""', []],
  ])('finds by %s', async (Filter, names) => {
    expect(await namesOf({ Filter })).toEqual(names)
  })

  it('finds by sub', async () => {
    const { pool, operator } = poolOf()
    const { sub } = pool.users[1] ?? {}
    expect((await operator.list({ Filter: `sub = "${sub}"` })).Users).toMatchObject([
      { Username: 'ann' },
    ])
  })

  it.each(['custom:tenant', 'nickname', 'constructor'])('does not search %s', async (name) => {
    expect(await refusalOf(poolOf().operator.list({ Filter: `${name} = "x"` }))).toBe(
      `InvalidParameterException: Invalid search attribute: ${name}`,
    )
  })

  it.each([
    'email',
    'email = x',
    "email = 'x'",
    'email != "x"',
    'email = "a"b"',
    'email = "x" and name = "y"',
    'email = "x\\"',
  ])('cannot read %s', async (Filter) => {
    expect(await refusalOf(poolOf().operator.list({ Filter }))).toBe(
      'InvalidParameterException: Error while parsing filter',
    )
  })

  it('tells the attributes that were asked for, which everybody has to have', async () => {
    const { operator } = poolOf()
    const input = { AttributesToGet: ['email'], Filter: 'email ^= ""' }
    const { Users = [] } = await operator.list(input)
    expect(Users.map(({ Attributes }) => Attributes)).toEqual([
      [{ Name: 'email', Value: 'Cleo@example.com' }],
      [{ Name: 'email', Value: 'ann@example.com' }],
    ])
    for (const name of ['email', 'sub']) {
      expect(await refusalOf(operator.list({ AttributesToGet: [name] }))).toBe(
        'InvalidParameterException: One or more requested attributes do not exist.',
      )
    }
  })

  it('gives 60 at most', async () => {
    expect(await refusalOf(poolOf().operator.list({ Limit: 61 }))).toMatch(
      /'limit' failed to satisfy constraint: Member must have value less than or equal to 60$/,
    )
  })
})
