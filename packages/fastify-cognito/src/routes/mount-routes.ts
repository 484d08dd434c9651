import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { markOwn } from '../guards/route-guard.ts'
import { type Kit, kitOf } from '../kit.ts'
import type { CognitoRoutesOptions, RouteFeature } from '../options.ts'
import { warnOfNoRateLimits } from '../rate-limits/rate-limits-of.ts'
import { answerProblem } from './answer-problem.ts'
import { challengeRoutes } from './challenge.ts'
import { deviceRoutes } from './devices.ts'
import { takeJsonOnly } from './json-bodies.ts'
import { mfaRoutes } from './mfa.ts'
import { warnOfLateSwagger } from './openapi/warn-of-late-swagger.ts'
import { passkeyRoutes } from './passkeys.ts'
import { passwordRoutes } from './password.ts'
import { passwordPolicyRoutes } from './password-policy.ts'
import { profileRoutes } from './profile.ts'
import { sessionRoutes } from './session.ts'
import { userSessionRoutes } from './sessions.ts'
import { signInRoutes } from './sign-in.ts'
import { signUpRoutes } from './sign-up.ts'
import { answerUnknownPaths } from './unknown-paths.ts'
import { compile } from './validator.ts'

const features: Readonly<Record<RouteFeature, readonly FastifyPluginAsync[]>> = {
  'sign-in': [signInRoutes, challengeRoutes, sessionRoutes],
  'sign-up': [signUpRoutes],
  password: [passwordRoutes],
  'password-policy': [passwordPolicyRoutes],
  profile: [profileRoutes],
  mfa: [mfaRoutes],
  passkeys: [passkeyRoutes],
  devices: [deviceRoutes],
  sessions: [userSessionRoutes],
}

/** All that needs no more than the options say. */
const usual: readonly RouteFeature[] = [
  'sign-in',
  'sign-up',
  'password',
  'profile',
  'mfa',
  'passkeys',
  'devices',
]

/** What may hand out something sealed that has to be opened again. */
const sealing: ReadonlySet<RouteFeature> = new Set<RouteFeature>(['sign-in', 'sign-up'])

/** In bytes; no body of ours comes near it. */
const bodyLimit = 32 * 1024

/** @param options have been checked. */
export const mountRoutes = async (
  fastify: FastifyInstance,
  options: CognitoRoutesOptions & { prefix?: string },
): Promise<void> => {
  const chosen = options.features ?? usual

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
  if (chosen.some((feature) => sealing.has(feature))) warnOfLoneKey(fastify)
  warnOfNoRateLimits(fastify, kitOf(fastify))
  warnOfLateSwagger(fastify)
  for (const feature of chosen) {
    for (const plugin of features[feature]) await fastify.register(plugin)
  }
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

const warned = new WeakSet<Kit>()

const warnOfLoneKey = (fastify: FastifyInstance): void => {
  const kit = kitOf(fastify)
  if (!kit.hasLoneKey || warned.has(kit)) return
  warned.add(kit)
  fastify.log.warn(
    'Set challenge: { secrets: […] }. Without it a challenge or a sign-up can be gone on with, and a deviceToken be taken back, in the process that gave it only, and not after a restart.',
  )
}
