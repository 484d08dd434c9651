import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const folders = ['cognito-core', 'cognito-testing', 'fastify-cognito']

/** Uses all three together, so that the packages really meet as installed. */
const use = `
const app = fastify.default()
const pool = testing.createTestUserPool({
  clients: [{ secret: true }],
  users: [{ username: 'ada', password: 'Correct-horse-1' }],
})
const secrets = ['0123456789abcdef0123456789abcdef']
app.register(plugin.default, { ...pool.options, session: { secrets } })
const payload = { username: 'ada', password: 'Correct-horse-1' }
app.inject({ method: 'POST', url: '/auth/sign-in', payload }).then(async (answer) => {
  const cognito = core.createCognito(pool.options)
  const { status } = await cognito.signIn(payload)
  console.log(answer.statusCode, answer.json().status, status)
  await app.close()
})
`
const names = {
  core: '@x/cognito-core',
  testing: '@x/cognito-testing',
  plugin: '@x/fastify-cognito',
  fastify: 'fastify',
}
const imports = Object.entries(names).map(([name, from]) => `import * as ${name} from '${from}'`)
const requires = Object.entries(names).map(([name, from]) => `const ${name} = require('${from}')`)

describe('the packed tarballs', () => {
  let folder = ''
  const node = (file: string) => run(process.execPath, [file], { cwd: folder })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packed-'))
    const tarballs = join(folder, 'tarballs')
    await mkdir(tarballs)
    for (const name of folders) {
      await run('npx', ['-y', 'pnpm@12.21.0', 'pack', '--pack-destination', tarballs], {
        cwd: join(root, 'packages', name),
      })
    }
    await writeFile(join(folder, 'package.json'), '{ "name": "consumer", "private": true }')
    const files = (await readdir(tarballs)).map((file) => `./tarballs/${file}`)
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
    await run('npm', ['install', ...quiet, ...files, 'fastify@5'], { cwd: folder })
  }, 180_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('sign a user in from an ES module', async () => {
    await writeFile(join(folder, 'use.mjs'), [...imports, use].join('\n'))
    expect((await node('use.mjs')).stdout).toBe('200 signed-in signed-in\n')
  })

  it('sign a user in from CommonJS, by require', async () => {
    await writeFile(join(folder, 'use.cjs'), [...requires, use].join('\n'))
    expect((await node('use.cjs')).stdout).toBe('200 signed-in signed-in\n')
  })

  it('bring the test pool as a program', async () => {
    const bin = join(folder, 'node_modules/.bin/cognito-testing')
    expect((await run(bin, ['--help'], { cwd: folder })).stdout).toContain('--config')
  })

  it('bring the IAM policies of operators as a program', async () => {
    const bin = join(folder, 'node_modules/.bin/cognito-core')
    const { stdout } = await run(bin, ['iam-policy', 'users.create'], { cwd: folder })
    expect(stdout).toContain('"cognito-idp:AdminCreateUser"')
  })

  it('carry their types', async () => {
    const code = [
      `import cognitoPlugin, { userOf } from '@x/fastify-cognito'`,
      `import { createCognito, type SignInResult } from '@x/cognito-core'`,
      `import { createTestUserPool } from '@x/cognito-testing'`,
      `import Fastify from 'fastify'`,
      'const pool = createTestUserPool()',
      'const app = Fastify()',
      `declare module '@x/fastify-cognito' {`,
      '  interface CognitoUser { id: number }',
      `  interface Register { options: { groups: readonly ['staff'] } }`,
      '}',
      'const resolveUser = (claims: Parameters<typeof userOf>[0]) => ({ ...userOf(claims), id: 1 })',
      'await app.register(cognitoPlugin, { ...pool.options, resolveUser })',
      `const onRequest = app.requireAuth({ groups: ['staff'] })`,
      `app.get('/', { onRequest }, ({ user }) => user.sub + user.id.toFixed())`,
      '// @ts-expect-error there is no such group',
      `app.requireAuth({ groups: ['admn'] })`,
      'const credentials = { username: "a", password: "b" }',
      'export const result: SignInResult = await createCognito(pool.options).signIn(credentials)',
      '// @ts-expect-error an app client has an id',
      'createCognito({ userPoolId: "eu-west-1_AbCdEf123" })',
    ]
    await writeFile(join(folder, 'types.mts'), code.join('\n'))
    const options = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--noEmit',
      '--skipLibCheck',
    ]
    const tsc = join(root, 'node_modules/.bin/tsc')
    await expect(
      run(tsc, [...options, '--types', '', 'types.mts'], { cwd: folder }),
    ).resolves.toBeDefined()
  })

  it('hold no test, no source map to nowhere, and nothing of this machine', async () => {
    for (const name of Object.values(names).filter((name) => name.startsWith('@x/'))) {
      const files = await readdir(join(folder, 'node_modules', name), { recursive: true })
      const own = files.filter((file) => !file.startsWith('node_modules'))
      expect(own.filter((file) => /\.test\.|turbo|tsconfig|vectors/.test(file))).toEqual([])
      expect(own).toContain('README.md')
      expect(own).toContain('LICENSE')
    }
  })
})
