import { describe, expect, test } from 'vitest'
import { startAdmin } from './start-admin.ts'

test('operators see groups, who is in them, and whose they are', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  expect((await olga.get('/admin/groups')).json()).toEqual({
    groups: [{ name: 'admin' }, { name: 'staff' }],
  })
  const { users } = (await olga.get('/admin/groups/staff/users')).json()
  expect(users).toEqual([expect.objectContaining({ username: 'bob' })])
  expect((await olga.get('/admin/users/bob/groups')).json()).toEqual({
    groups: [{ name: 'staff' }],
  })
})

test('each list has pages', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  await olga.put('/admin/users/olga/groups/staff')
  for (const path of ['/admin/groups', '/admin/groups/staff/users', '/admin/users/olga/groups']) {
    const first = (await olga.get(`${path}?pageSize=1`)).json()
    const second = (await olga.get(`${path}?pageSize=1&cursor=${first.cursor}`)).json()
    const [each = ''] = Object.keys(first)
    expect([first[each].length, second[each].length]).toEqual([1, 1])
    expect(first[each]).not.toEqual(second[each])
    expect(second.cursor).toBeUndefined()
  }
})

test('whoever is added is let in after signing in anew, and whoever is taken out is not', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  const isOperator = async () => (await (await signedIn('ada')).get('/admin/groups')).statusCode
  expect(await isOperator()).toBe(403)
  expect((await olga.put('/admin/users/ada/groups/admin')).statusCode).toBe(204)
  expect(await isOperator()).toBe(200)
  expect((await olga.delete('/admin/users/ada/groups/admin')).statusCode).toBe(204)
  expect(await isOperator()).toBe(403)
})

test('adding twice and taking out twice are no faults', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  const path = '/admin/users/ada/groups/staff'
  for (const send of [olga.put, olga.put, olga.delete, olga.delete]) {
    expect((await send(path)).statusCode).toBe(204)
  }
})

test('a group there is not is a 404', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  for (const answer of [
    await olga.get('/admin/groups/nobody/users'),
    await olga.put('/admin/users/ada/groups/nobody'),
    await olga.delete('/admin/users/ada/groups/nobody'),
  ]) {
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'COGNITO_GROUP_NOT_FOUND'])
  }
})

describe('operators do not lock themselves out', () => {
  test('by leaving the group that makes them one', async () => {
    const { signedIn } = await startAdmin()
    const olga = await signedIn('olga')
    const answer = await olga.delete('/admin/users/olga/groups/admin')
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'OWN_ACCOUNT'])
    expect((await olga.get('/admin/users/olga/groups')).json().groups).toEqual([{ name: 'admin' }])
  })

  test('by joining one that keeps them out', async () => {
    const guard = { groups: { any: ['admin'], none: ['staff'] } }
    const { signedIn } = await startAdmin({ mount: { guard } })
    const olga = await signedIn('olga')
    const answer = await olga.put('/admin/users/olga/groups/staff')
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'OWN_ACCOUNT'])
    expect((await olga.put('/admin/users/ada/groups/staff')).statusCode).toBe(204)
  })

  test('and leave any other group as they like', async () => {
    const { signedIn } = await startAdmin()
    const olga = await signedIn('olga')
    await olga.put('/admin/users/olga/groups/staff')
    expect((await olga.delete('/admin/users/olga/groups/staff')).statusCode).toBe(204)
  })
})
