import { CognitoError, type Tokens } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { deviceKeyIn } from '../auth/device-key-in.ts'
import type { CallFor } from '../call-for.ts'
import { now } from '../clock.ts'
import type { RunTokenHook } from '../hooks/run-token-hook.ts'
import { isRefusal } from '../problems/refusal.ts'
import type { Discard } from './discard.ts'
import { isOver } from './is-over.ts'
import { type Renewal, renewedBefore } from './renewal.ts'
import type { SealedCookie } from './sealed-cookie.ts'

/** What the session cookie holds. The ID token is not kept: cookies are small. */
export interface Session {
  accessToken: string
  refreshToken?: string
  /** When the access token stops working, in Unix seconds. */
  expiresAt: number
  /** Unix seconds; a refresh does not move it. */
  signedInAt: number
}

interface Exchange {
  request: FastifyRequest
  reply: FastifyReply
}

export interface Sessions {
  /** `undefined` where nobody is signed in. Calls nobody. */
  load(request: FastifyRequest): Session | undefined
  save(input: Exchange & { tokens: Tokens; signedInAt: number }): Session
  clear(exchange: Exchange): void
  /**
   * The session with an access token that lives for a while, refreshed where need be.
   *
   * @throws CognitoError `COGNITO_TOKEN_REJECTED` where it has ended, and the cookie is then cleared;
   * `COGNITO_UNAVAILABLE` where Cognito cannot be asked and the access token is used up; HookError,
   * and the session is kept all the same.
   */
  keepFresh(input: Exchange & { session: Session }): Promise<Session>
  /** New tokens now. @throws CognitoError as `keepFresh` */
  renew(input: Exchange & { session: Session }): Promise<Session>
  /** Revokes its refresh token. Never throws. */
  end(input: { session: Session; request: FastifyRequest }): Promise<void>
  /** As the answer goes: a session that was ended in the meantime is not written. */
  settle(exchange: Exchange): void
}

export const createSessions = ({
  cookie,
  maxAge,
  renewal,
  discard,
  runTokenHook,
  callFor,
}: {
  cookie: SealedCookie
  /** In seconds, from signing in. */
  maxAge: number
  renewal: Renewal
  discard: Discard
  runTokenHook: RunTokenHook
  callFor: CallFor
}): Sessions => {
  /** The refresh token that an answer is to carry. */
  const written = new WeakMap<FastifyReply, string>()

  const save: Sessions['save'] = ({ tokens, signedInAt, request, reply }) => {
    const { accessToken, refreshToken, expiresAt } = tokens
    const session = { accessToken, ...(refreshToken && { refreshToken }), expiresAt, signedInAt }
    cookie.write({
      text: JSON.stringify(session),
      maxAge: signedInAt + maxAge - now(),
      request,
      reply,
    })
    if (refreshToken) written.set(reply, refreshToken)
    return session
  }

  const clear: Sessions['clear'] = ({ request, reply }) => {
    written.delete(reply)
    cookie.clear(request, reply)
  }

  const end: Sessions['end'] = ({ session: { refreshToken }, request }) =>
    discard({ refreshToken, request })

  /** Whoever has outgrown the cookies would be refused again and again. */
  const endOutgrown: Sessions['end'] = async ({ session, request }) => {
    request.log.error('a session was ended: the tokens of its user no longer fit into cookies')
    await end({ session, request })
  }

  const renewFor =
    (reason: 'expiry' | 'renew'): Sessions['renew'] =>
    async ({ session, request, reply }) => {
      const { refreshToken, signedInAt } = session
      try {
        if (!refreshToken) throw new CognitoError('COGNITO_TOKEN_REJECTED')
        const tokens = await renewal.renew({
          refreshToken,
          deviceKey: deviceKeyIn(session.accessToken),
          reason,
          call: callFor(request),
        })
        const renewed = save({ tokens, signedInAt, request, reply })
        if (tokens.isFirstHand) await runTokenHook('onRefresh', { ...tokens, request })
        return renewed
      } catch (error) {
        const isOutgrown = isRefusal(error) && error.code === 'SESSION_TOO_LARGE'
        if (!isOutgrown && !isOver(error)) throw error
        if (isOutgrown) await endOutgrown({ session, request })
        clear({ request, reply })
        throw new CognitoError('COGNITO_TOKEN_REJECTED', { cause: error })
      }
    }

  return {
    load: (request) => {
      const session = sessionIn(cookie.read(request))
      return session && session.signedInAt + maxAge > now() ? session : undefined
    },
    save,
    clear,
    renew: renewFor('renew'),
    end,
    settle: ({ request, reply }) => {
      const refreshToken = written.get(reply)
      if (refreshToken && renewal.hasEnded(refreshToken)) cookie.withdraw(request, reply)
    },
    keepFresh: async ({ session, request, reply }) => {
      if (session.expiresAt - now() >= renewedBefore) return session
      try {
        return await renewFor('expiry')({ session, request, reply })
      } catch (error) {
        if (!(error instanceof CognitoError) || isOver(error)) throw error
        request.log.warn({ code: error.code }, 'the session could not be refreshed; it is kept')
        if (session.expiresAt > now()) return session
        throw new CognitoError('COGNITO_UNAVAILABLE', { cause: error })
      }
    },
  }
}

const sessionIn = (opened: unknown): Session | undefined => {
  const { accessToken, refreshToken, expiresAt, signedInAt } = (opened ?? {}) as Partial<Session>
  if (typeof accessToken !== 'string' || typeof expiresAt !== 'number') return undefined
  if (typeof signedInAt !== 'number') return undefined
  return { accessToken, ...(refreshToken && { refreshToken }), expiresAt, signedInAt }
}
