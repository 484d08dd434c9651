import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const plugin = join(import.meta.dirname, '../../fastify-cognito/dist/index.js')

/** Tells each module of the routes for operators as it is loaded. */
const hooks = `
import { writeSync } from 'node:fs'
export const load = (url, context, next) => {
  if (url.includes('/fastify-cognito/dist/admin/')) writeSync(1, url.replace(/.*\\//, '') + ' ')
  return next(url, context)
}
`

const script = (mounted: boolean): string => `
import { register } from 'node:module'
register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)})
const { cognitoPlugin, cognitoAdminRoutes } = await import(${JSON.stringify(plugin)})
const { default: Fastify } = await import('fastify')
const app = Fastify()
await app.register(cognitoPlugin, { userPoolId: 'us-east-1_AbCdEf123', clientId: '1example23456789' })
if (${mounted}) await app.register(cognitoAdminRoutes, { guard: { groups: ['admin'] } })
await app.close()
`

const loaded = async (mounted: boolean): Promise<readonly string[]> => {
  const args = ['--input-type=module', '--eval', script(mounted)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname })
  return stdout.trim().split(' ').sort()
}

it('an app loads the routes for operators where it mounts them, and not else', async () => {
  expect(await loaded(false)).toEqual(['check-admin-routes.js', 'cognito-admin-routes.js'])
  expect(await loaded(true)).toEqual(
    expect.arrayContaining(['mount-admin-routes.js', 'users.js', 'groups.js']),
  )
})
