import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { checkRoutes } from '../check-options.ts'
import type { CognitoRoutesOptions, RouteFeature } from '../options.ts'
import { refuse } from '../problems/refusal.ts'
import { refusalOf } from '../problems/refusal-of.ts'
import { sendProblem } from '../problems/send-problem.ts'
import { takeJsonOnly } from './json-bodies.ts'
import { profileRoutes } from './profile.ts'
import { sessionRoutes } from './session.ts'
import { signInRoutes } from './sign-in.ts'
import { compile } from './validator.ts'

const features: Readonly<Record<RouteFeature, readonly FastifyPluginAsync[]>> = {
  'sign-in': [signInRoutes, sessionRoutes],
  profile: [profileRoutes],
}

/** In bytes; no body of ours comes near it. */
const bodyLimit = 32 * 1024

const routes: FastifyPluginAsync<CognitoRoutesOptions> = async (fastify, options) => {
  checkRoutes(options)
  const chosen = options.features ?? (Object.keys(features) as RouteFeature[])

  fastify.setValidatorCompiler(({ schema }) => compile(schema))
  takeJsonOnly(fastify)
  fastify.addHook('onRequest', neverStore)
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit ??= bodyLimit
  })
  fastify.setErrorHandler(answerProblem)
  answerUnknownPaths(fastify)
  for (const feature of chosen) {
    for (const plugin of features[feature]) await fastify.register(plugin)
  }
}

/**
 * The routes alone, for those who mount them by hand, inside a `cognitoPlugin` with `routes: false`.
 * Encapsulated: `prefix`, hooks and rate limits apply to them alone.
 */
export const cognitoRoutes: FastifyPluginAsync<CognitoRoutesOptions> = fp(routes, {
  name: '@x/fastify-cognito/routes',
  fastify: '5.x',
  dependencies: ['@x/fastify-cognito'],
  encapsulate: true,
})

const neverStore = async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  reply.header('cache-control', 'no-store')
}

const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(refusalOf(error), request, reply)

/** 404 and 405 below the prefix. Without one, what is unknown belongs to the app. */
const answerUnknownPaths = (fastify: FastifyInstance): void => {
  if (fastify.prefix === '' || fastify.prefix === '/') return
  const methods = new Map<string, Set<string>>()
  fastify.addHook('onRoute', ({ url, method }) => {
    methods.set(url, new Set([...(methods.get(url) ?? []), ...[method].flat()]))
  })
  fastify.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?', 1)
    const allowed = methods.get(path)
    const refusal = allowed
      ? refuse('METHOD_NOT_ALLOWED', `${request.method} is not for this path.`, {
          headers: { allow: [...allowed].join(', ') },
        })
      : refuse('NOT_FOUND', 'There is nothing at this path.')
    return sendProblem(refusal, request, reply)
  })
}
