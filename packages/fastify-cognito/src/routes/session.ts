import { CognitoError } from '@x/cognito-core'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { userOf } from '../auth/cognito-user.ts'
import { issuedClaims } from '../auth/issued-claims.ts'
import { type Kit, kitOf } from '../kit.ts'
import { invalidFields } from '../problems/invalid-input.ts'
import { isOver } from '../session/is-over.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import { refuseInCookie } from './refuse-in-cookie.ts'
import type { refreshBody, refreshTokenBody } from './schemas/session.ts'
import { proof, type SignedIn, shownTokens } from './sign-in-answer.ts'

type RefreshTokenBody = FromSchema<typeof refreshTokenBody>
type RefreshBody = FromSchema<typeof refreshBody>
type RefreshRequest = FastifyRequest<{ Body: RefreshBody | undefined }>

/** `POST /refresh`, `POST /sign-out`, `POST /sign-out/everywhere` */
export const sessionRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const define = defineRoutes(fastify)

  fastify.post<{ Body: RefreshBody | undefined }>(
    '/refresh',
    define('refresh'),
    (request, reply) =>
      kit.deliveryFor(request) === 'cookie'
        ? renewSession(kit, request, reply)
        : renewTokens(kit, request),
  )

  fastify.post<{ Body: RefreshTokenBody | undefined }>(
    '/sign-out',
    define('signOut'),
    async (request, reply) => {
      forget(kit, request, reply)
      const session = kit.sessions?.load(request)
      const refreshToken = request.body?.refreshToken
      if (session) await kit.sessions?.end({ session, request })
      if (refreshToken) await kit.revoke(refreshToken)
      if (session || refreshToken) {
        // What is in the cookie was sealed here, and came from Cognito.
        const user = session ? userOf(issuedClaims(session.accessToken)) : null
        await kit.runHook('onSignOut', { user, everywhere: false, request })
      }
      return reply.code(204).send()
    },
  )

  fastify.post('/sign-out/everywhere', define('signOutEverywhere'), async (request, reply) => {
    const { accessToken, claims, from } = proved(request)
    const endAll = () => kit.renewal.endAll(claims.sub)
    const signOut = kit.cognito.signOutEverywhere({ accessToken }, kit.callFor(request))
    await signOut.catch((error: unknown) => {
      if (isOver(error)) endAll()
      return forgetEnded(kit, request, reply)(error)
    })
    endAll()
    // A cookie that only came along with a token may be somebody else's.
    if (from === 'session') forget(kit, request, reply)
    await kit.runHook('onSignOut', { user: userOf(claims), everywhere: true, request })
    return reply.code(204).send()
  })
}

const renewSession = async (
  kit: Kit,
  request: RefreshRequest,
  reply: FastifyReply,
): Promise<SignedIn> => {
  refuseInCookie({ ...request.body })
  const session = kit.sessions?.load(request)
  if (!kit.sessions || !session) throw new CognitoError('COGNITO_TOKEN_REJECTED')
  return proof(await kit.sessions.renew({ session, request, reply }))
}

const renewTokens = async (kit: Kit, request: RefreshRequest): Promise<SignedIn> => {
  const { refreshToken, deviceToken } = request.body ?? {}
  if (refreshToken === undefined) {
    throw invalidFields([{ path: '/refreshToken', message: 'is missing.' }])
  }
  const call = kit.callFor(request)
  const deviceKey = deviceToken === undefined ? undefined : kit.devices.keyIn(deviceToken)
  const tokens = await kit.renewal.renew({ refreshToken, deviceKey, reason: 'renew', call })
  if (tokens.isFirstHand) await kit.runTokenHook('onRefresh', { ...tokens, request })
  return { ...proof(tokens), tokens: shownTokens(tokens) }
}

const forget = ({ sessions, pending }: Kit, request: FastifyRequest, reply: FastifyReply): void => {
  sessions?.clear({ request, reply })
  pending.clear(request, reply)
}
