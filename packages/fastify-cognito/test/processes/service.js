// A service in a process of its own, on what is built: Node 20 runs no TypeScript.
import rateLimit from '@fastify/rate-limit'
import KeyvRedis from '@keyv/redis'
import cognitoPlugin from '@x/fastify-cognito'
import Fastify from 'fastify'
import { Redis } from 'ioredis'
import { Keyv } from 'keyv'

/** Time is told from outside: the pool of the test has a clock of its own. */
const realNow = Date.now
const clock = { ahead: 0 }
Date.now = () => realNow() + clock.ahead * 1000

const { pool, secret, redisUrl, rateLimits } = JSON.parse(process.env['SERVICE'] ?? '{}')

const app = Fastify()
if (rateLimits) await app.register(rateLimit, { global: false, redis: new Redis(redisUrl) })
await app.register(cognitoPlugin, {
  ...pool,
  session: {
    secrets: [secret],
    ...(redisUrl && { store: new Keyv(new KeyvRedis(redisUrl)) }),
  },
  rateLimit: rateLimits ?? false,
})
app.get('/who', { onRequest: app.requireAuth() }, ({ user }) => user.username)
const url = await app.listen({ host: '127.0.0.1', port: 0 })

process.on('message', ({ ahead }) => {
  clock.ahead = ahead
  process.send({ ahead })
})
process.send({ url })
