import { CognitoError } from '@x/cognito-core'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { kitOf } from '../kit.ts'
import { reasonOf } from '../problems/reason-of.ts'
import { refuse } from '../problems/refusal.ts'
import { defineRoutes } from './define-routes.ts'
import type { passwordPolicyAnswer } from './schemas/passwords.ts'

/** `GET /password/policy` */
export const passwordPolicyRoutes: FastifyPluginAsync = async (fastify) => {
  const { passwordPolicy } = kitOf(fastify)
  const refuseWhereNotPermitted = createRefusal()

  fastify.get<{ Reply: FromSchema<typeof passwordPolicyAnswer> }>(
    '/password/policy',
    defineRoutes(fastify)('getPasswordPolicy'),
    (request) => passwordPolicy().catch(refuseWhereNotPermitted(request)),
  )
}

const notPermitted: ReadonlySet<unknown> = new Set([
  'COGNITO_NO_CREDENTIALS',
  'COGNITO_NOT_PERMITTED',
])

/** Where this service may not ask there is nothing to be had, and the log says why, once. */
const createRefusal = () => {
  let isWarned = false
  return (request: FastifyRequest) =>
    (error: unknown): never => {
      if (!(error instanceof CognitoError) || !notPermitted.has(error.code)) throw error
      const details = { code: error.code, reason: reasonOf(error) }
      if (!isWarned) request.log.warn(details, 'the password policy cannot be asked for')
      isWarned = true
      throw refuse('NOT_FOUND', 'The password policy is not told here.')
    }
}
