import { CognitoError } from '@x/cognito-core'
import type { FastifyPluginAsync, FastifyRequest, onRequestHookHandler } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { type Kit, kitOf } from '../kit.ts'
import { tellingFields } from '../problems/field-errors.ts'
import { invalidFields } from '../problems/invalid-input.ts'
import { confirmSignUp } from './confirm-sign-up.ts'
import { defineRoutes } from './define-routes.ts'
import type { codeDelivery } from './schemas/code-delivery.ts'
import {
  type confirmBody,
  type resendBody,
  type signUpAnswer,
  signUpBody,
} from './schemas/sign-up.ts'
import { withTypedAttributes } from './schemas/typed-attributes.ts'
import { answerConfirmed, answerSignUp } from './sign-up-answer.ts'
import { fieldsOfSignUp, type SignUpBody, signUpInput } from './sign-up-input.ts'

type ConfirmBody = FromSchema<typeof confirmBody>
type ResendBody = FromSchema<typeof resendBody>
type SignUpReply = FromSchema<typeof signUpAnswer>
type DeliveryReply = FromSchema<typeof codeDelivery>

/** `POST /sign-up`, `POST /sign-up/confirm`, `POST /sign-up/resend` */
export const signUpRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const { cognito, enumeration, callFor } = kit
  const define = defineRoutes(fastify)
  const body = withTypedAttributes(signUpBody, kit.customAttributes)

  fastify.post<{ Body: SignUpBody; Reply: SignUpReply }>(
    '/sign-up',
    define('signUp', { body, onRequest: refuseWhereClosed(kit) }),
    async (request, reply) => {
      const input = signUpInput(request.body)
      const { told, result } = await enumeration
        .signUp({ request, input, ask: () => cognito.signUp(input, callFor(request)) })
        .catch(tellingFields(fieldsOfSignUp(request.body)))
      const { username } = input
      if (result) {
        const { sub, status } = result
        await kit.runHook('onSignUp', { sub, username, status, request })
      }
      const pending = { username, session: result?.session }
      return answerSignUp(told, pending, { kit, request, reply })
    },
  )

  fastify.post<{ Body: ConfirmBody }>(
    '/sign-up/confirm',
    define('confirmSignUp'),
    async (request, reply) => {
      const { username, code } = request.body
      const proof = { username, code, session: sessionIn(request, kit) }
      const { session } = await enumeration
        .spendCode({
          purpose: 'confirm',
          request,
          ask: () => confirmSignUp(cognito, proof, callFor(request)),
        })
        .catch(tellingFields({ code: '/code' }))
      kit.signUps.clear(request, reply)
      return answerConfirmed({ username, session }, { kit, request, reply })
    },
  )

  fastify.post<{ Body: ResendBody; Reply: DeliveryReply }>(
    '/sign-up/resend',
    define('resendSignUpCode'),
    (request) => {
      const { username } = request.body
      const ask = () => cognito.resendSignUpCode({ username }, callFor(request))
      return enumeration.sendCode({ purpose: 'resend', request, username, ask })
    },
  )
}

const refuseWhereClosed =
  ({ isSignUpOpen }: Kit): onRequestHookHandler =>
  (_request, _reply, done) => {
    if (!isSignUpOpen) throw new CognitoError('COGNITO_SIGN_UP_CLOSED')
    done()
  }

/** Cognito's session of the sign-up, where it is the one of this client and user. */
const sessionIn = (
  request: FastifyRequest<{ Body: ConfirmBody }>,
  { signUps, deliveryFor }: Kit,
): string | undefined => {
  const { username, signUpToken: untrustedToken } = request.body
  if (deliveryFor(request) !== 'cookie' && untrustedToken === undefined) return undefined
  if (deliveryFor(request) === 'cookie' && untrustedToken !== undefined) {
    const message = 'is in a cookie for this client; leave it out.'
    throw invalidFields([{ path: '/signUpToken', message }])
  }
  return signUps.sessionOf({ username, untrustedToken, request })
}
