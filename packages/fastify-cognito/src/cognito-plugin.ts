import { type Cognito, type CognitoError, ConfigurationError, TokenError } from '@x/cognito-core'
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import './augment.ts'
import type { CognitoUser } from './auth/cognito-user.ts'
import { createGuards } from './auth/guards.ts'
import { checkOptions } from './check-options.ts'
import { settleAnswers } from './delivery/settle-answers.ts'
import { checkAuthRequirements } from './guards/auth-requirements.ts'
import { guardRoutes } from './guards/guard-routes.ts'
import { createKit, hasKit, type Kit, keepKit } from './kit.ts'
import type { FastifyCognitoOptions } from './options.ts'
import { reasonOf } from './problems/reason-of.ts'
import { toRefusal } from './problems/refusal.ts'
import { renderInUserRoutes } from './problems/render-in-user-routes.ts'
import { redactLog } from './redaction/redact-log.ts'
import { cognitoRoutes } from './routes/cognito-routes.ts'
import { loadCookieHeader } from './session/cookie-header.ts'

const decorate: FastifyPluginAsync<FastifyCognitoOptions> = async (fastify, options) => {
  checkOptions(options)
  refuseSecond(fastify)
  const { onWarning = toLogOf(fastify) } = options
  const header = await loadCookieHeader(fastify)
  const kit = keepKit(createKit({ ...options, onWarning }, { header, log: fastify.log }))
  const guards = createGuards({
    authenticate: kit.authenticate,
    untrustedAccessTokenIn: kit.untrustedAccessTokenIn,
    check: (requirements) =>
      checkAuthRequirements(requirements, {
        pools: kit.pools,
        revocationMode: kit.revocation.mode,
      }),
  })

  redactLog(fastify.log, Object.values(kit.headerNames).flatMap(Object.values))
  fastify.decorate('cognito', kit.cognito)
  fastify.decorate('requireAuth', guards.requireAuth)
  fastify.decorate('optionalAuth', guards.optionalAuth)
  fastify.decorateRequest('auth', null)
  if (options.decorateUser !== false) decorateUser(fastify)

  prefetchKeys(fastify, kit, options)
  settleAnswers(fastify, kit)
  renderInUserRoutes(fastify)
  guardRoutes(fastify, { guards, guardedRoutes: kit.guardedRoutes, options })

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
  { cognito, pools }: Kit,
  options: Pick<FastifyCognitoOptions, 'userPoolId' | 'pools'>,
): void => {
  const prefetch = (
    { prefetchKeys: fetchKeys }: Pick<Cognito, 'prefetchKeys'>,
    details: { userPoolId: string | undefined; pool?: string | undefined },
  ): void => {
    fetchKeys().catch((error: CognitoError) => {
      const hint = 'if this stays so, check userPoolId'
      fastify.log.warn(
        { code: error.code, ...details, reason: reasonOf(error) },
        `the keys of the user pool could not be fetched yet; ${hint}`,
      )
    })
  }
  fastify.addHook('onListen', async () => {
    prefetch(cognito, { userPoolId: options.userPoolId })
    for (const { name = '', cognito: named } of pools.named) {
      prefetch(named, { userPoolId: options.pools?.[name]?.userPoolId, pool: name })
    }
  })
}

const refuseSecond = (fastify: FastifyInstance): void => {
  if (!hasKit(fastify)) return
  throw new ConfigurationError(
    'cognitoPlugin',
    'is registered around this scope already. Two pools in one app need a scope each, side by side.',
  )
}
