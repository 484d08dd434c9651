import { describe, expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import { operatorOf } from './operator-calls.ts'
import { claimsOf, refusalOf } from './sign-in.ts'
import { password, refresh, signIn } from './signed-in-pool.ts'

const poolOf = (...groups: string[]) => {
  const pool = createTestUserPool({
    users: [{ username: 'ann', password, groups }, { username: 'ben' }, { username: 'cleo' }],
  })
  return { pool, operator: operatorOf(pool) }
}
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

describe('a group', () => {
  it('is made, found, changed and deleted', async () => {
    const { pool, operator } = poolOf()
    const details = { Description: 'Runs it', Precedence: 3, RoleArn: role('admins') }
    const { Group } = await operator.createGroup('admins', details)
    expect(Group).toEqual({
      GroupName: 'admins',
      UserPoolId: pool.userPoolId,
      ...details,
      CreationDate: expect.any(Date),
      LastModifiedDate: expect.any(Date),
    })
    await operator.updateGroup('admins', { Precedence: 0 })
    expect((await operator.getGroup('admins')).Group).toMatchObject({ ...details, Precedence: 0 })
    await operator.deleteGroup('admins')
    expect(await refusalOf(operator.getGroup('admins'))).toBe(
      'ResourceNotFoundException: Group not found.',
    )
  })

  it('has a name of its own', async () => {
    const { operator } = poolOf('staff')
    expect(await refusalOf(operator.createGroup('staff'))).toBe(
      'GroupExistsException: A group with the name already exists',
    )
  })

  it('that is gone has no members left', async () => {
    const { pool, operator } = poolOf('staff', 'sales')
    await operator.deleteGroup('staff')
    await operator.createGroup('staff')
    expect((await operator.membersOf('staff')).Users).toEqual([])
    expect(claimsOf((await signIn(pool)).AccessToken)['cognito:groups']).toEqual(['sales'])
  })
})

describe('groups', () => {
  it('are listed page by page, all and of a user', async () => {
    const { operator } = poolOf('c', 'a', 'b')
    await operator.createGroup('d')
    const first = await operator.listGroups({ Limit: 3 })
    const { NextToken } = first
    const second = await operator.listGroups({ Limit: 3, NextToken })
    const names = [first, second].map(({ Groups = [] }) => Groups.map((group) => group.GroupName))
    expect(names).toEqual([['a', 'b', 'c'], ['d']])
    expect(second.NextToken).toBeUndefined()
    const ofAnn = await operator.groupsOf('ann', { Limit: 2 })
    expect(ofAnn.Groups).toMatchObject([{ GroupName: 'a' }, { GroupName: 'b' }])
    expect((await operator.groupsOf('ann', { NextToken: ofAnn.NextToken })).Groups).toMatchObject([
      { GroupName: 'c' },
    ])
    expect(await refusalOf(operator.groupsOf('ben', { NextToken: ofAnn.NextToken }))).toBe(
      'InvalidParameterException: Invalid pagination token given.',
    )
  })

  it('take members in and leave them out, twice without complaint', async () => {
    const { operator } = poolOf('staff')
    for (const name of ['ben', 'cleo', 'ben']) await operator.addToGroup(name, 'staff')
    const members = await operator.membersOf('staff', { Limit: 2 })
    expect(members.Users).toMatchObject([{ Username: 'ann' }, { Username: 'ben' }])
    const { Users } = await operator.membersOf('staff', { NextToken: members.NextToken })
    expect(Users).toMatchObject([{ Username: 'cleo' }])
    for (const name of ['ann', 'ben', 'ben']) await operator.removeFromGroup(name, 'staff')
    expect((await operator.membersOf('staff')).Users).toMatchObject([{ Username: 'cleo' }])
  })

  it('and members have to be there', async () => {
    const { operator } = poolOf('staff')
    for (const name of ['addToGroup', 'removeFromGroup'] as const) {
      expect(await refusalOf(operator[name]('nobody', 'staff'))).toBe(
        'UserNotFoundException: User does not exist.',
      )
      expect(await refusalOf(operator[name]('ann', 'sales'))).toBe(
        'ResourceNotFoundException: Group not found.',
      )
    }
  })
})

describe('tokens name', () => {
  it('groups and roles by precedence, the lowest number first and none last', async () => {
    const { pool, operator } = poolOf('last', 'second', 'first')
    await operator.updateGroup('last', { RoleArn: role('last') })
    await operator.updateGroup('second', { Precedence: 2, RoleArn: role('second') })
    await operator.updateGroup('first', { Precedence: 1, RoleArn: role('first') })
    const { IdToken, AccessToken, RefreshToken } = await signIn(pool)
    expect(claimsOf(IdToken)).toMatchObject({
      'cognito:groups': ['first', 'second', 'last'],
      'cognito:roles': [role('first'), role('second'), role('last')],
      'cognito:preferred_role': role('first'),
    })
    expect(claimsOf(AccessToken)['cognito:groups']).toEqual(['first', 'second', 'last'])
    await operator.removeFromGroup('ann', 'first')
    const { AuthenticationResult } = await refresh(pool, RefreshToken)
    expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({
      'cognito:groups': ['second', 'last'],
      'cognito:preferred_role': role('second'),
    })
  })

  it.each([
    ['no preferred role where equals have different ones', 'other', undefined],
    ['the role that equals share', 'one', role('one')],
  ])('%s', async (_case, second, preferred) => {
    const { pool, operator } = poolOf('a', 'b')
    await operator.updateGroup('a', { Precedence: 1, RoleArn: role('one') })
    await operator.updateGroup('b', { Precedence: 1, RoleArn: role(second) })
    expect(claimsOf((await signIn(pool)).IdToken)['cognito:preferred_role']).toBe(preferred)
  })
})
