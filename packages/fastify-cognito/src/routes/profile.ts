import type { FastifyPluginAsync } from 'fastify'
import { kitOf } from '../kit.ts'
import { profileAnswer } from './schemas/profile.ts'

/** `GET /me` */
export const profileRoutes: FastifyPluginAsync = async (fastify) => {
  const { cognito } = kitOf(fastify)

  fastify.get(
    '/me',
    { onRequest: fastify.requireAuth(), schema: { response: { 200: profileAnswer } } },
    async ({ auth }) => {
      const { attributes } = await cognito.profile.get({ accessToken: auth?.accessToken ?? '' })
      return { user: auth?.user, attributes }
    },
  )
}
