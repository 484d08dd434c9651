import { type AccessTokenClaims, CognitoError, TokenError } from '@x/cognito-core'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { userOf } from '../auth/cognito-user.ts'
import { issuedClaims } from '../auth/issued-claims.ts'
import { type Kit, kitOf } from '../kit.ts'
import { isOver } from '../session/is-over.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import { refuseInCookie } from './refuse-in-cookie.ts'
import type { refreshBody, refreshTokenBody } from './schemas/session.ts'
import { proof, type SignedIn } from './sign-in-answer.ts'

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
        : renewTokens(kit, request, reply),
  )

  fastify.post<{ Body: RefreshTokenBody | undefined }>(
    '/sign-out',
    define('signOut'),
    async (request, reply) => {
      const session = await kit.sessions?.load(request)
      const refreshToken = kit.tokenDeliveryFor(request).untrustedRefreshTokenIn(request)
      const claims = await denyTokenSent(kit, request)
      // Where the store cannot be reached the cookie stays, so that this can be said again.
      if (session) await kit.sessions?.end({ session, request })
      forget(kit, request, reply)
      if (refreshToken) await kit.revoke(refreshToken)
      if (session || refreshToken || claims) {
        // What is in the cookie was sealed here, and came from Cognito.
        const known = session ? issuedClaims(session.accessToken) : claims
        const user = known ? userOf(known) : null
        await kit.runHook('onSignOut', { user, everywhere: false, request })
      }
      return reply.code(204).send()
    },
  )

  fastify.post('/sign-out/everywhere', define('signOutEverywhere'), async (request, reply) => {
    const { accessToken, claims, from } = proved(request)
    const signOut = kit.cognito.signOutEverywhere({ accessToken }, kit.callFor(request))
    await signOut.catch(async (error: unknown) => {
      if (isOver(error)) await kit.endAll(claims)
      return forgetEnded(kit, request, reply)(error)
    })
    await kit.endAll(claims)
    // A cookie that only came along with a token may be somebody else's.
    if (from === 'session') {
      await kit.sessions?.drop({ request, reply })
      kit.pending.clear(request, reply)
    }
    await kit.runHook('onSignOut', { user: userOf(claims), everywhere: true, request })
    return reply.code(204).send()
  })
}

/**
 * A refresh token does not tell which sign-in it is of, so an access token may come along, or alone.
 *
 * @throws CognitoError `KEYS_UNAVAILABLE`, or a refusal `STORE_UNAVAILABLE`: then nothing is done yet
 */
const denyTokenSent = async (
  { revocation, cognito, untrustedAccessTokenIn }: Kit,
  request: FastifyRequest,
): Promise<AccessTokenClaims | undefined> => {
  const untrustedToken = untrustedAccessTokenIn(request)
  if (untrustedToken === undefined || revocation.mode !== 'sign-out') return undefined
  try {
    const claims = await cognito.verifyAccessToken(untrustedToken)
    await revocation.denySignIn(claims)
    return claims
  } catch (error) {
    // One that is not trusted opens nothing anyway.
    if (error instanceof TokenError) return undefined
    throw error
  }
}

const renewSession = async (
  kit: Kit,
  request: RefreshRequest,
  reply: FastifyReply,
): Promise<SignedIn> => {
  refuseInCookie({ ...request.body })
  const session = await kit.sessions?.load(request)
  if (!kit.sessions || !session) throw new CognitoError('COGNITO_TOKEN_REJECTED')
  return proof(await kit.sessions.renew({ session, request, reply }))
}

const renewTokens = async (
  kit: Kit,
  request: RefreshRequest,
  reply: FastifyReply,
): Promise<SignedIn> => {
  const delivery = kit.tokenDeliveryFor(request)
  const untrustedRefreshToken = delivery.untrustedRefreshTokenIn(request)
  if (untrustedRefreshToken === undefined) throw delivery.refuseMissing()
  const { deviceToken } = request.body ?? {}
  const deviceKey = deviceToken === undefined ? undefined : kit.devices.keyIn(deviceToken)
  const renewed = await kit.renewTokens({
    untrustedRefreshToken,
    deviceKey,
    reason: 'renew',
    delivery,
    request,
    reply,
  })
  return { ...proof(renewed), ...renewed.handedOut }
}

/** Where no cookie came along none is cleared: a page of another site might have sent the request. */
const forget = (
  { deliveryFor, sessions, pending }: Kit,
  request: FastifyRequest,
  reply: FastifyReply,
): void => {
  if (deliveryFor(request) === 'cookie' || sessions?.isSent(request)) {
    sessions?.clear({ request, reply })
  }
  pending.clear(request, reply)
}
