import {
  type ChallengeKind,
  CognitoError,
  type FirstFactor,
  type SignInResult,
} from '@x/cognito-core'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { isProof } from '../enumeration/is-proof.ts'
import { codeKindOf } from '../enumeration/unsent-code.ts'
import { kitOf } from '../kit.ts'
import { tellingFields } from '../problems/field-errors.ts'
import { invalidFields } from '../problems/invalid-input.ts'
import { refuse } from '../problems/refusal.ts'
import type { PendingChallenge, SignInAttempt } from '../session/pending-challenges.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { answerTo } from './challenge-answer.ts'
import { answerChallengeProblem } from './challenge-problem.ts'
import { defineRoutes } from './define-routes.ts'
import { pendingChallengeOf } from './pending-challenge-of.ts'
import { refuseOthersSession } from './refuse-others-session.ts'
import type { challengeBody, resendChallengeBody } from './schemas/sign-in.ts'
import { answerSignIn, type Exchange } from './sign-in-answer.ts'

type ChallengeBody = FromSchema<typeof challengeBody>
type ResendBody = FromSchema<typeof resendChallengeBody> | undefined

/** `POST /challenge`, `POST /challenge/resend` */
export const challengeRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const define = defineRoutes(fastify)

  fastify.post<{ Body: ChallengeBody }>(
    '/challenge',
    { ...define('answerChallenge'), errorHandler: answerChallengeProblem(kit) },
    async (request, reply) => {
      const exchange = { kit, request, reply }
      const pending = await pendingIn(request, exchange)
      const { challenge, attempt } = pending
      const result = await answer(pending, request.body.answer, exchange)
      const next = { ...attempt, isProved: attempt.isProved || isProof(challenge.kind) }
      return answerSignIn(result, { attempt: next, device: challenge.device }, exchange)
    },
  )

  fastify.post<{ Body: ResendBody }>(
    '/challenge/resend',
    define('resendChallenge'),
    async (request, reply) => {
      const exchange = { kit, request, reply }
      const { challenge, attempt } = await pendingIn(request, exchange)
      const { typed: username, reauthenticates } = attempt
      const way = freshWay(challenge.kind, attempt)
      return beginSignIn({ username, way, device: challenge.device, reauthenticates }, exchange)
    },
  )
}

/** @throws CognitoError `COGNITO_SESSION_EXPIRED` where no challenge is under way, or none of this user. */
const pendingIn = async (
  request: FastifyRequest<{ Body: ChallengeBody | ResendBody }>,
  exchange: Exchange,
): Promise<PendingChallenge> => {
  const { kit } = exchange
  const isByCookie = kit.deliveryFor(request) === 'cookie'
  if (isByCookie !== (request.body?.challengeToken === undefined)) {
    const message = isByCookie ? 'is in a cookie for this client; leave it out.' : 'is missing.'
    throw invalidFields([{ path: '/challengeToken', message }])
  }
  const found = pendingChallengeOf(request, kit)
  if (!found) throw new CognitoError('COGNITO_SESSION_EXPIRED')
  const { reauthenticates } = found.attempt
  if (reauthenticates) await refuseOthersSession(reauthenticates.sub, exchange)
  return found
}

const answer = async (
  { challenge, attempt }: PendingChallenge,
  untrustedAnswer: unknown,
  { kit, request, reply }: Exchange,
): Promise<SignInResult> => {
  const answered = answerTo(challenge, untrustedAnswer)
  const ask = () => kit.cognito.answerChallenge(challenge, answered, kit.callFor(request))
  try {
    return await kit.enumeration.answerChallenge({
      request,
      ask,
      kind: challenge.kind,
      session: challenge.session,
      codeKind:
        challenge.kind === 'factor-choice' ? codeKindOf(Object(answered).factor) : undefined,
      typed: attempt.typed,
      isOpenToAnybody: !attempt.isProved && attempt.reauthenticates === undefined,
    })
  } catch (error) {
    if (!isDeviceGone(error)) return tellingFields(fields)(error)
    if (challenge.device) kit.devices.forget({ key: challenge.device.key, request, reply })
    throw new CognitoError('COGNITO_SESSION_EXPIRED', { cause: error })
  }
}

/** The attempt cannot go on without it, and the next one will begin without it. */
const isDeviceGone = (error: unknown): boolean =>
  error instanceof CognitoError && error.code === 'COGNITO_DEVICE_NOT_FOUND'

const fields = {
  code: '/answer/code',
  password: '/answer/newPassword',
  attribute: (name: string) => `/answer/attributes/${name}`,
}

/** What brings the user to the same place again. */
const preferences: Readonly<Partial<Record<ChallengeKind, FirstFactor>>> = {
  'email-code': 'email-code',
  'sms-code': 'sms-code',
  passkey: 'passkey',
  password: 'password',
}

/** @throws a refusal `SIGN_IN_AGAIN` where a fresh attempt takes what only the user knows. */
const freshWay = (kind: ChallengeKind, { method, isProved }: SignInAttempt) => {
  if (!method || isProved) throw refuse('SIGN_IN_AGAIN', 'Sign in again to get a new code.')
  const prefer = method === 'choice' ? preferences[kind] : undefined
  return { method, ...(prefer && { prefer }) }
}
