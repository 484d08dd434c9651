import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'

const packageFolder = join(import.meta.dirname, '..')
const tsc = join(packageFolder, '../../node_modules/.bin/tsc')

/** Beside the installed packages, so that they are found, and with our types as they are published. */
let folder = ''
const compile = async (name: string, config: object): Promise<string> => {
  const path = join(folder, `${name}.json`)
  const base = join(packageFolder, 'tsconfig.json')
  await writeFile(path, JSON.stringify({ extends: base, include: [], ...config }))
  return promisify(execFile)(tsc, ['-p', path], { cwd: folder }).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(packageFolder, 'node_modules/.types-'))
  const problems = await compile('declarations', {
    files: [join(packageFolder, 'src/index.ts')],
    compilerOptions: {
      noEmit: false,
      emitDeclarationOnly: true,
      declaration: true,
      rootDir: join(packageFolder, '..'),
      outDir: join(folder, 'published'),
    },
  })
  expect(problems).toBe('')
  return () => rm(folder, { recursive: true, force: true })
})

const app = `
  import Fastify from 'fastify'
  import cognitoPlugin, { type RequestAuth } from './published/fastify-cognito/src/index.js'
  export const app = Fastify()
  await app.register(cognitoPlugin, { userPoolId: 'u', clientId: 'c', decorateUser: false })
  app.get('/', { onRequest: app.requireAuth() }, ({ auth }) => {
    const proved: RequestAuth | null = auth
    return proved?.user.username
  })
`
const problemsOf = async (name: string, code: string): Promise<string> => {
  await writeFile(join(folder, `${name}.ts`), code)
  return compile(name, { files: [`./${name}.ts`] })
}

test.each([
  [
    'jwt and passport',
    `import fastifyJwt from '@fastify/jwt'
    import passport from '@fastify/passport'
    await app.register(fastifyJwt, { secret: 's' })
    await app.register(passport.initialize())`,
  ],
  [
    'auth',
    `import fastifyAuth from '@fastify/auth'
    await app.register(fastifyAuth)
    app.get('/any', { onRequest: app.auth([app.requireAuth(), app.optionalAuth()]) }, () => 1)`,
  ],
])(
  'types fit beside those of %s',
  async (name, neighbour) => {
    expect(await problemsOf(name.replaceAll(' ', '-'), `${app}\n${neighbour}`)).toBe('')
  },
  60_000,
)

test('a wrong use is still one beside them', async () => {
  const code = `${app}
    import '@fastify/jwt'
    app.get('/wrong', ({ auth }) => auth.user)`
  expect(await problemsOf('wrong', code)).toContain("'auth' is possibly 'null'")
}, 60_000)
