import { expect, test } from 'vitest'
import type { AuditEntry } from '../src/index.ts'
import { startAdmin } from './start-admin.ts'

const shortened = (entries: readonly AuditEntry[]) =>
  entries.map(({ by: _by, at: _at, ...entry }) => entry)

test('the audit is told who did what to whom, and how it ended', async () => {
  const { signedIn, entries } = await startAdmin()
  const olga = await signedIn('olga')
  const { sub } = (await olga.get('/auth/me')).json().user
  const before = Math.floor(Date.now() / 1000)
  await olga.put('/admin/users/ada/groups/staff')
  expect(entries).toEqual([
    {
      action: 'addUserToGroup',
      isChange: true,
      by: { sub, username: 'olga' },
      username: 'ada',
      group: 'staff',
      outcome: 'done',
      at: expect.any(Number),
    },
  ])
  expect(entries[0]?.at).toBeGreaterThanOrEqual(before)
})

test('it is told of looks as well, of what was refused and of what may have been done or not', async () => {
  const { signedIn, entries, pool } = await startAdmin()
  const olga = await signedIn('olga')
  await olga.get('/admin/users?by=email&startsWith=ada')
  await olga.get('/admin/users/nobody')
  await olga.post('/admin/users/olga/disable')
  pool.failNext('AdminDisableUser', 'timeout')
  await olga.post('/admin/users/ada/disable')
  const ofUser = { username: 'ada', isChange: true }
  expect(shortened(entries)).toEqual([
    { action: 'listUsers', isChange: false, searchedBy: 'email', outcome: 'done' },
    {
      action: 'getUser',
      isChange: false,
      username: 'nobody',
      outcome: 'refused',
      code: 'COGNITO_USER_NOT_FOUND',
    },
    { ...ofUser, action: 'disableUser', username: 'olga', outcome: 'refused', code: 'OWN_ACCOUNT' },
    { ...ofUser, action: 'disableUser', outcome: 'failed', code: 'COGNITO_UNAVAILABLE' },
  ])
})

test('it is told after the deed and before the answer, and waited for', async () => {
  const order: string[] = []
  const { signedIn, pool } = await startAdmin({
    mount: {
      onAudit: async ({ action }) => {
        order.push(`${action}: ${pool.calls['AdminEnableUser']} calls`)
        await new Promise(setImmediate)
        order.push('written')
      },
    },
  })
  const olga = await signedIn('olga')
  await olga.post('/admin/users/ada/enable')
  order.push('answered')
  expect(order).toEqual(['enableUser: 1 calls', 'written', 'answered'])
})

test('what it throws is in the log with the entry, and what was done is answered as done', async () => {
  const { signedIn, log } = await startAdmin({
    mount: {
      onAudit: () => {
        throw new Error('the disk is full')
      },
    },
  })
  const olga = await signedIn('olga')
  expect((await olga.post('/admin/users/ada/disable')).statusCode).toBe(204)
  const line = log.lines.map((each) => JSON.parse(each)).find(({ code }) => code === 'AUDIT_FAILED')
  expect(line).toMatchObject({
    level: 50,
    audit: { action: 'disableUser', username: 'ada', outcome: 'done' },
    err: { message: 'the disk is full' },
  })
})

test('neither the audit nor the log ever has a temporary password or a value of an attribute', async () => {
  const { signedIn, entries, log } = await startAdmin()
  const olga = await signedIn('olga')
  const secrets = ['Only-for-once-1', 'short', 'eve@example.com']
  const body = { username: 'eve', attributes: { email: 'eve@example.com' } }
  await olga.post('/admin/users', { ...body, temporaryPassword: 'short' })
  await olga.post('/admin/users', { ...body, temporaryPassword: 'Only-for-once-1' })
  expect(entries.map(({ outcome }) => outcome)).toEqual(['refused', 'done'])
  for (const secret of secrets) expect(JSON.stringify(entries) + log.text()).not.toContain(secret)
})

test('the operator is who the token says, whatever a row of the app is', async () => {
  const { signedIn, entries } = await startAdmin({
    options: {
      session: { secrets: ['x'.repeat(32)] },
      resolveUser: () => ({ sub: 'row 7', username: 'Olga O.', groups: [], scopes: [] }),
    },
  })
  await (await signedIn('olga')).get('/admin/groups')
  expect(entries[0]?.by).toEqual({ sub: expect.stringMatching(/^[\da-f-]{36}$/), username: 'olga' })
})
