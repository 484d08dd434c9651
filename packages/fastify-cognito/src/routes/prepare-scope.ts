import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { markOwn } from '../guards/route-guard.ts'
import { answerProblem } from './answer-problem.ts'
import { takeJsonOnly } from './json-bodies.ts'
import { warnOfLateSwagger } from './openapi/warn-of-late-swagger.ts'
import { answerUnknownPaths } from './unknown-paths.ts'
import { compile } from './validator.ts'

/** In bytes; no body of ours comes near it. */
const bodyLimit = 32 * 1024

/** What holds for whatever routes of ours are mounted in this scope. */
export const prepareScope = (fastify: FastifyInstance, options: { prefix?: string }): void => {
  markOwn(fastify)
  fastify.setValidatorCompiler(({ schema }) => compile(schema))
  takeJsonOnly(fastify)
  fastify.addHook('onRequest', neverStore)
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit ??= bodyLimit
  })
  fastify.setErrorHandler(answerProblem(() => ({})))
  answerJson(fastify)
  answerUnknownPaths(fastify, options)
  warnOfLateSwagger(fastify)
}

const neverStore = async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  reply.header('cache-control', 'no-store')
}

/** What the app does to answers of its own, such as a serializer for schemas of another kind, is not for ours. */
const answerJson = (fastify: FastifyInstance): void => {
  fastify.setSerializerCompiler(() => toJson)
  fastify.setReplySerializer(toJson)
}

const toJson = (answer: unknown): string => JSON.stringify(answer)
