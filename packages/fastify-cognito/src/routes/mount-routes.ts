import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { type Kit, kitOf } from '../kit.ts'
import type { CognitoRoutesOptions, RouteFeature } from '../options.ts'
import { warnOfNoRateLimits } from '../rate-limits/rate-limits-of.ts'
import { challengeRoutes } from './challenge.ts'
import { deviceRoutes } from './devices.ts'
import { mfaRoutes } from './mfa.ts'
import { passkeyRoutes } from './passkeys.ts'
import { passwordRoutes } from './password.ts'
import { passwordPolicyRoutes } from './password-policy.ts'
import { prepareScope } from './prepare-scope.ts'
import { profileRoutes } from './profile.ts'
import { sessionRoutes } from './session.ts'
import { userSessionRoutes } from './sessions.ts'
import { signInRoutes } from './sign-in.ts'
import { signUpRoutes } from './sign-up.ts'

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

/** @param options have been checked. */
export const mountRoutes = async (
  fastify: FastifyInstance,
  options: CognitoRoutesOptions & { prefix?: string },
): Promise<void> => {
  const chosen = options.features ?? usual

  prepareScope(fastify, options)
  if (chosen.some((feature) => sealing.has(feature))) warnOfLoneKey(fastify)
  warnOfNoRateLimits(fastify, kitOf(fastify))
  for (const feature of chosen) {
    for (const plugin of features[feature]) await fastify.register(plugin)
  }
}

const warned = new WeakSet<Kit>()

const warnOfLoneKey = (fastify: FastifyInstance): void => {
  const kit = kitOf(fastify)
  if (!kit.hasLoneKey || warned.has(kit)) return
  warned.add(kit)
  fastify.log.warn(
    'Set challenge: { secrets: […] }. Without it a challenge or a sign-up can be gone on with, and a deviceToken be taken back, in the process that gave it only, and not after a restart.',
  )
}
