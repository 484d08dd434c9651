import { expect, test } from 'vitest'
import { publishedTypes } from './published-types.ts'

const problemsOf = publishedTypes()

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
