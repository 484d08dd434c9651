import { CognitoError } from '@x/cognito-core'
import type { FastifyReply } from 'fastify'
import { deviceKeyIn } from '../auth/device-key-in.ts'
import type { CallFor } from '../call-for.ts'
import { now } from '../clock.ts'
import { isRefusal } from '../problems/refusal.ts'
import type { Discard } from './discard.ts'
import type { Keeping } from './keeping.ts'
import type { Renewal } from './renewal.ts'
import type { SealedCookie } from './sealed-cookie.ts'
import { type Session, sessionIn } from './session.ts'

/** The session is in the cookie, and nowhere else. */
export const keepInCookies = ({
  cookie,
  maxAge,
  renewal,
  discard,
  callFor,
}: {
  cookie: SealedCookie
  /** In seconds, from signing in. */
  maxAge: number
  renewal: Renewal
  discard: Discard
  callFor: CallFor
}): Keeping => {
  /** The refresh token that an answer is to carry. */
  const written = new WeakMap<FastifyReply, string>()

  const sessionOf = (opened: unknown): Session | undefined => {
    const session = sessionIn(opened)
    return session && session.signedInAt + maxAge > now() ? session : undefined
  }

  const saveBy =
    (put: SealedCookie['write']): Keeping['save'] =>
    async ({ tokens, signedInAt, request, reply }) => {
      const { accessToken, refreshToken, expiresAt } = tokens
      const session = { accessToken, ...(refreshToken && { refreshToken }), expiresAt, signedInAt }
      put({
        text: JSON.stringify(session),
        maxAge: signedInAt + maxAge - now(),
        request,
        reply,
      })
      if (refreshToken) written.set(reply, refreshToken)
      return session
    }
  const saveRenewed = saveBy(cookie.rewrite)

  const end: Keeping['end'] = ({ session: { refreshToken }, request }) =>
    discard({ refreshToken, request })

  const clear: Keeping['clear'] = ({ request, reply }) => {
    written.delete(reply)
    cookie.clear(request, reply)
  }

  return {
    load: async (request) => sessionOf(cookie.read(request)),
    isSent: (request) => sessionOf(cookie.read(request)) !== undefined,
    save: saveBy(cookie.write),
    renew: async ({ session, reason, request, reply }) => {
      const { refreshToken, signedInAt } = session
      if (!refreshToken) throw new CognitoError('COGNITO_TOKEN_REJECTED')
      const deviceKey = deviceKeyIn(session.accessToken)
      const call = callFor(request)
      const tokens = await renewal.renew({ refreshToken, deviceKey, reason, call })
      const { outcome, isFirstHand } = tokens
      try {
        return {
          session: await saveRenewed({ tokens, signedInAt, request, reply }),
          outcome,
          isFirstHand,
        }
      } catch (error) {
        if (!isRefusal(error) || error.code !== 'SESSION_TOO_LARGE') throw error
        // Whoever has outgrown the cookies would be refused again and again.
        request.log.error(
          { code: error.code, reason: error.message },
          'a session was ended: the tokens of its user no longer fit into cookies',
        )
        await end({ session, request })
        throw new CognitoError('COGNITO_TOKEN_REJECTED', { cause: error })
      }
    },
    end,
    clear,
    drop: async (exchange) => clear(exchange),
    settle: ({ request, reply }) => {
      const refreshToken = written.get(reply)
      if (refreshToken && renewal.hasEnded(refreshToken)) cookie.withdraw(request, reply)
    },
  }
}
