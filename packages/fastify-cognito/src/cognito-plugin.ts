import { type CognitoError, ConfigurationError, TokenError } from '@x/cognito-core'
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import './augment.ts'
import type { CognitoUser } from './auth/cognito-user.ts'
import { createGuards } from './auth/guards.ts'
import { checkOptions } from './check-options.ts'
import { createKit, hasKit, type Kit, keepKit } from './kit.ts'
import type { FastifyCognitoOptions } from './options.ts'
import { reasonOf } from './problems/reason-of.ts'
import { toRefusal } from './problems/refusal.ts'
import { renderInUserRoutes } from './problems/render-in-user-routes.ts'
import { cognitoRoutes } from './routes/cognito-routes.ts'
import { loadCookieHeader } from './session/cookie-header.ts'

const decorate: FastifyPluginAsync<FastifyCognitoOptions> = async (fastify, options) => {
  checkOptions(options)
  refuseSecond(fastify)
  const { onWarning = toLogOf(fastify) } = options
  const header = await loadCookieHeader(fastify)
  const kit = keepKit(createKit({ ...options, onWarning }, { header, log: fastify.log }))
  const { requireAuth, optionalAuth } = createGuards(kit.authenticate, options.groups)

  fastify.decorate('cognito', kit.cognito)
  fastify.decorate('requireAuth', requireAuth)
  fastify.decorate('optionalAuth', optionalAuth)
  fastify.decorateRequest('auth', null)
  if (options.decorateUser !== false) decorateUser(fastify)

  prefetchKeys(fastify, { ...kit, userPoolId: options.userPoolId })
  settleAnswers(fastify, kit)
  renderInUserRoutes(fastify)

  if (options.routes === false) return
  const { prefix = '/auth', ...routes } = options.routes ?? {}
  await fastify.register(cognitoRoutes, { ...routes, prefix })
}

/** Decorates the server and, unless `routes` is `false`, mounts the routes under `/auth`. */
export const cognitoPlugin: FastifyPluginAsync<FastifyCognitoOptions> = fp(decorate, {
  name: '@x/fastify-cognito',
  fastify: '5.x',
})

/** What core warns of, where the app does not want it elsewhere. */
const toLogOf =
  ({ log }: FastifyInstance): NonNullable<FastifyCognitoOptions['onWarning']> =>
  ({ code, message, params }) =>
    log.warn({ code, ...params }, message)

const decorateUser = (fastify: FastifyInstance): void => {
  if (fastify.hasRequestDecorator('user')) {
    throw new ConfigurationError(
      'decorateUser',
      'request.user belongs to another plugin already. Set decorateUser to false, and read request.auth instead.',
    )
  }
  fastify.decorateRequest('user', {
    getter(this: FastifyRequest): CognitoUser {
      if (this.auth) return this.auth.user
      throw toRefusal(new TokenError('TOKEN_MISSING', 'No guard has proved who is calling.'))
    },
  })
}

/** In the background: a server is not kept from starting by keys that it may never need. */
const prefetchKeys = (
  fastify: FastifyInstance,
  { cognito, userPoolId }: Kit & { userPoolId: string },
): void => {
  fastify.addHook('onListen', async () => {
    cognito.prefetchKeys().catch((error: CognitoError) => {
      const details = { code: error.code, userPoolId, reason: reasonOf(error) }
      const hint = 'if this stays so, check userPoolId'
      fastify.log.warn(details, `the keys of the user pool could not be fetched yet; ${hint}`)
    })
  })
}

/** Whatever a route says: no cache hands out a cookie or a token, and none is given for a session that has ended. */
const settleAnswers = (fastify: FastifyInstance, { sessions, deliveries, settle }: Kit): void => {
  if (!sessions && !deliveries.includes('headers')) return
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    settle(request, reply)
    done()
  })
}

const refuseSecond = (fastify: FastifyInstance): void => {
  if (!hasKit(fastify)) return
  throw new ConfigurationError(
    'cognitoPlugin',
    'is registered around this scope already. Two pools in one app need a scope each, side by side.',
  )
}
