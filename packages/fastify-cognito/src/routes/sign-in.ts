import { CognitoError, type CognitoErrorCode } from '@x/cognito-core'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { type Kit, kitOf } from '../kit.ts'
import { type Fields, fieldErrors } from '../problems/field-errors.ts'
import { invalidFields } from '../problems/invalid-input.ts'
import { type Refusal, toRefusal } from '../problems/refusal.ts'
import type { PendingChallenge } from '../session/pending-challenges.ts'
import { answerTo } from './challenge-answer.ts'
import { defineRoutes } from './define-routes.ts'
import type { challengeBody, signInBody } from './schemas/sign-in.ts'
import { answerSignIn } from './sign-in-answer.ts'

type SignInBody = FromSchema<typeof signInBody>
type ChallengeBody = FromSchema<typeof challengeBody>

/** `POST /sign-in`, `POST /challenge` */
export const signInRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const { cognito, enumeration, pending, callFor } = kit
  const define = defineRoutes(fastify)

  fastify.post<{ Body: SignInBody }>('/sign-in', define('signIn'), async (request, reply) => {
    const { method } = request.body
    const ask = () => cognito.signIn(request.body, callFor(request))
    const result = await enumeration.signIn({ request, method, ask })
    return answerSignIn(result, { kit, request, reply })
  })

  fastify.post<{ Body: ChallengeBody }>(
    '/challenge',
    define('answerChallenge'),
    async (request, reply) => {
      const { challenge } = pendingIn(request, kit)
      const answer = answerTo(challenge, request.body.answer)
      try {
        const ask = () => cognito.answerChallenge(challenge, answer, callFor(request))
        const result = await enumeration.answerChallenge({ request, ask })
        return await answerSignIn(result, { kit, request, reply })
      } catch (error) {
        if (isDead(error)) pending.clear(request, reply)
        throw isRetriable(error) ? askAgain(error) : error
      }
    },
  )
}

/** @throws CognitoError `COGNITO_SESSION_EXPIRED` where no challenge is under way. */
const pendingIn = (
  request: FastifyRequest<{ Body: ChallengeBody }>,
  { pending, deliveryFor }: Kit,
): PendingChallenge => {
  const { challengeToken } = request.body
  const isByCookie = deliveryFor(request) === 'cookie'
  if (isByCookie !== (challengeToken === undefined)) {
    const message = isByCookie ? 'is in a cookie for this client; leave it out.' : 'is missing.'
    throw invalidFields([{ path: '/challengeToken', message }])
  }
  const found = challengeToken === undefined ? pending.load(request) : pending.open(challengeToken)
  if (!found) throw new CognitoError('COGNITO_SESSION_EXPIRED')
  return found
}

/** The attempt is dead: the user starts again. */
const isDead = (error: unknown): boolean =>
  error instanceof CognitoError &&
  (error.code === 'COGNITO_SESSION_EXPIRED' || error.code === 'COGNITO_INVALID_CREDENTIALS')

const retriable: ReadonlySet<CognitoErrorCode> = new Set([
  'COGNITO_CODE_MISMATCH',
  'COGNITO_CODE_EXPIRED',
  'COGNITO_INVALID_PASSWORD',
  'COGNITO_ATTRIBUTE_MISSING',
  'COGNITO_ATTRIBUTE_INVALID',
  'COGNITO_INVALID_INPUT',
])

/** The attempt lives on, and another answer may do. */
const isRetriable = (error: unknown): error is CognitoError =>
  error instanceof CognitoError && retriable.has(error.code)

const fields: Fields = {
  code: '/answer/code',
  password: '/answer/newPassword',
  attribute: (name) => `/answer/attributes/${name}`,
}

const askAgain = (error: CognitoError): Refusal => {
  const errors = fieldErrors(error, fields)
  return toRefusal(error, { retriable: true, ...(errors.length > 0 && { errors }) })
}
