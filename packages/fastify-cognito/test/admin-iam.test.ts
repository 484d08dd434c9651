import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startAdmin } from './start-admin.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

/** What the table of the README says of each route. */
const rows = readme.split('\n').flatMap((line) => {
  const [, route, , , actions = ''] = line.split('|')
  const [, method, path] = /`(\w+) (\/admin\/\S+)`/.exec(route ?? '') ?? []
  const named = [...actions.matchAll(/`(\w+)`/g)].flatMap(([, action = '']) => action)
  return method && path ? [{ method, path, actions: named }] : []
})

test('every route is in the README', () => {
  expect(rows).toHaveLength(13)
})

test.each(rows)('$method $path asks for the actions that the README says', async (row) => {
  const { signedIn, pool } = await startAdmin({ pool: { sessionTracking: true } })
  const [olga] = [await signedIn('olga'), await signedIn('ada')]
  const send = { GET: olga.get, POST: olga.post, PUT: olga.put, DELETE: olga.delete }[row.method]
  const { sessions } = (await olga.get('/admin/users/ada/sessions')).json()
  const path = row.path
    .replace(':username', 'ada')
    .replace(':group', 'admin')
    .replace(':id', sessions[0].id)
  const before = { ...pool.calls }
  const answer = await send?.(path, row.path === '/admin/users' ? newUser[row.method] : undefined)
  expect(answer?.statusCode).toBeLessThan(300)
  const called = Object.entries(pool.calls)
    .filter(([name, calls]) => calls !== before[name as keyof typeof before])
    .map(([name]) => name)
  expect(called.sort()).toEqual([...row.actions].sort())
})

const newUser: Readonly<Record<string, object>> = { POST: { username: 'eve', invitation: 'none' } }
