import type { Server } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { refuse } from '../problems/refusal.ts'
import { sendProblem } from '../problems/send-problem.ts'

/** The methods of each of our paths, with an asterisk for each parameter. */
type Methods = Map<string, ReadonlySet<string>>

/** By prefix: Fastify takes one not-found handler for each, and several mounts may share one. */
const prefixes = new WeakMap<Server, Map<string, Methods>>()

/**
 * 404 and 405 below the prefix of a mount. Without a prefix of its own, what is unknown belongs to
 * the scope around it. Paths are compared to the letter, but for parameters; what the router takes
 * beyond that is a 404.
 */
export const answerUnknownPaths = (
  fastify: FastifyInstance,
  { prefix = '' }: { prefix?: string },
): void => {
  if (prefix === '' || prefix === '/') return
  const known = prefixes.get(fastify.server) ?? new Map<string, Methods>()
  prefixes.set(fastify.server, known)
  const shared = known.get(fastify.prefix)
  const methods: Methods = shared ?? new Map()
  known.set(fastify.prefix, methods)

  fastify.addHook('onRoute', ({ url, method }) => {
    if (url === `${fastify.prefix}/*`) return
    const path = url.replace(/\/:\w+/g, '/*')
    methods.set(path, new Set([...(methods.get(path) ?? []), ...[method].flat()]))
  })
  if (shared) return
  const answer = answerUnknown(methods)
  fastify.setNotFoundHandler(answer)
  takeFromWildcards(fastify, answer)
}

/** Of an app that answers whatever is left with a page: OPTIONS stay with whoever answers preflights. */
const elsewhereTaken = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What is below the prefix and unknown is told so, and goes to no wildcard of the app. */
const takeFromWildcards = (
  fastify: FastifyInstance,
  answer: (request: FastifyRequest, reply: FastifyReply) => FastifyReply,
): void => {
  // For @fastify/swagger, whose types need not be there.
  const hidden: FastifySchema & { hide: true } = { hide: true }
  fastify.route({
    method: elsewhereTaken,
    url: '/*',
    schema: hidden,
    // Before any body is read.
    onRequest: async (request, reply) => answer(request, reply),
    handler: answer,
  })
}

const answerUnknown =
  (methods: Methods) =>
  (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const [path = ''] = request.url.split('?', 1)
    const allowed = methods.get(path) ?? ofPattern(methods, path)
    // The router takes no parameter that is too long.
    const isOtherMethod = allowed !== undefined && !allowed.has(request.method)
    const refusal = isOtherMethod
      ? refuse(
          'METHOD_NOT_ALLOWED',
          `${request.method} is not for this path. Use ${[...allowed].join(' or ')}.`,
          {
            headers: { allow: [...allowed].join(', ') },
          },
        )
      : refuse('NOT_FOUND', 'There is nothing at this path.')
    return sendProblem(refusal, request, reply)
  }

const ofPattern = (methods: Methods, path: string): ReadonlySet<string> | undefined => {
  const parts = path.split('/')
  const isMeant = (pattern: readonly string[]): boolean =>
    pattern.length === parts.length &&
    pattern.every((part, index) => part === '*' || part === parts[index])
  return [...methods].find(([pattern]) => isMeant(pattern.split('/')))?.[1]
}
