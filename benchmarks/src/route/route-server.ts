import cognitoPlugin from '@x/fastify-cognito'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import Fastify from 'fastify'
import { clientId, createTokenSet, userPoolId } from '../tokens/access-tokens.ts'

export interface RouteServerReady {
  readonly url: string
  readonly tokens: readonly string[]
}

export interface Spent {
  /** CPU time of this process, user and system, since it began. */
  readonly microseconds: number
  /** How often the keys of the pool have been fetched. */
  readonly keyFetches: number
}

const { jwks, tokens } = createTokenSet(100)
const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' })
verifier.cacheJwks(jwks)

let keyFetches = 0
const keys = Fastify()
keys.get(`/${userPoolId}/.well-known/jwks.json`, () => {
  keyFetches += 1
  return jwks
})
const endpoint = await keys.listen({ host: '127.0.0.1', port: 0 })

const app = Fastify()
/** Each in a scope of its own, with guards of its own. */
const guarded = (path: string, more: { tokenCache?: false } = {}) =>
  app.register(async (scope) => {
    await scope.register(cognitoPlugin, { userPoolId, clientId, endpoint, routes: false, ...more })
    scope.get(path, { onRequest: scope.requireAuth() }, () => ({ hello: 'world' }))
  })
await guarded('/guarded')
await guarded('/anew', { tokenCache: false })

app.get('/open', () => ({ hello: 'world' }))
// As one would write it with aws-jwt-verify alone: no scopes, no problem details, no 503.
app.get(
  '/by-hand',
  {
    onRequest: async (request, reply) => {
      const [scheme, token = ''] = request.headers.authorization?.split(' ') ?? []
      if (scheme !== 'Bearer') return reply.code(401).send()
      await verifier.verify(token).catch(() => reply.code(401).send())
    },
  },
  () => ({ hello: 'world' }),
)

const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.on('disconnect', () => process.exit())
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ microseconds: user + system, keyFetches } satisfies Spent)
})
process.send?.({ url, tokens } satisfies RouteServerReady)
