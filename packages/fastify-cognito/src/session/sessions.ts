import { CognitoError, type CognitoErrorCode, type Tokens } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { now } from '../clock.ts'
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
   * `COGNITO_UNAVAILABLE` where Cognito cannot be asked and the access token is used up.
   */
  keepFresh(input: Exchange & { session: Session }): Promise<Session>
  /** New tokens now. @throws CognitoError as `keepFresh` */
  renew(input: Exchange & { session: Session }): Promise<Session>
}

/** After these the refresh token will never work again; after anything else nobody is signed out. */
const definite: ReadonlySet<CognitoErrorCode> = new Set([
  'COGNITO_TOKEN_REJECTED',
  'COGNITO_USER_NOT_FOUND',
  'COGNITO_USER_DISABLED',
  'COGNITO_INVALID_CREDENTIALS',
  'COGNITO_USER_NOT_CONFIRMED',
  'COGNITO_PASSWORD_RESET_REQUIRED',
])

/** Whether Cognito said a definite no to a refresh token. */
export const isOver = (error: unknown): boolean =>
  error instanceof CognitoError && definite.has(error.code)

export const createSessions = ({
  cookie,
  maxAge,
  renewal,
}: {
  cookie: SealedCookie
  /** In seconds, from signing in. */
  maxAge: number
  renewal: Renewal
}): Sessions => {
  const save: Sessions['save'] = ({ tokens, signedInAt, request, reply }) => {
    const { accessToken, refreshToken, expiresAt } = tokens
    const session = { accessToken, ...(refreshToken && { refreshToken }), expiresAt, signedInAt }
    cookie.write({ value: session, maxAge: signedInAt + maxAge - now(), request, reply })
    return session
  }

  const clear: Sessions['clear'] = ({ request, reply }) => cookie.clear(request, reply)

  const renewFor =
    (reason: 'expiry' | 'renew'): Sessions['renew'] =>
    async ({ session, request, reply }) => {
      const { refreshToken, signedInAt } = session
      try {
        if (!refreshToken) throw new CognitoError('COGNITO_TOKEN_REJECTED')
        const tokens = await renewal.renew({ refreshToken, reason })
        return save({ tokens, signedInAt, request, reply })
      } catch (error) {
        if (!isOver(error)) throw error
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
