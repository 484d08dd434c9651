import type { FastifyPluginAsync } from 'fastify'
import { kitOf } from '../kit.ts'
import { forgetEnded } from './forget-ended.ts'
import { profileAnswer } from './schemas/profile.ts'

/** `GET /me` */
export const profileRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)

  fastify.get(
    '/me',
    { onRequest: fastify.requireAuth(), schema: { response: { 200: profileAnswer } } },
    async (request, reply) => {
      const { accessToken = '', user } = request.auth ?? {}
      const { attributes } = await kit.cognito.profile
        .get({ accessToken })
        .catch(forgetEnded(kit, request, reply))
      return { user, attributes }
    },
  )
}
