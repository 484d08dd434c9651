import cognitoPlugin from '@x/fastify-cognito'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import Fastify from 'fastify'
import { clientId, createTokenSet, userPoolId } from '../tokens/access-tokens.ts'

export interface RouteServerReady {
  readonly url: string
  readonly tokens: readonly string[]
}

export interface CpuTime {
  /** Of this process, user and system, since it began. */
  readonly microseconds: number
}

const { jwks, tokens } = createTokenSet(100)
const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' })
verifier.cacheJwks(jwks)

const app = Fastify()
await app.register(cognitoPlugin, {
  userPoolId,
  clientId,
  jwks,
  routes: false,
})

app.get('/open', () => ({ hello: 'world' }))
app.get('/guarded', { onRequest: app.requireAuth() }, () => ({ hello: 'world' }))
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
  process.send?.({ microseconds: user + system } satisfies CpuTime)
})
process.send?.({ url, tokens } satisfies RouteServerReady)
