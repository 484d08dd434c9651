import { type AccessTokenClaims, CognitoError } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { issuedClaims } from '../auth/issued-claims.ts'
import { now } from '../clock.ts'
import { publishRefresh } from '../events/publish.ts'
import type { RunTokenHook } from '../hooks/run-token-hook.ts'
import { isOurs } from '../problems/refusal.ts'
import type { Revocation } from '../revocation/create-revocation.ts'
import { isStoreUnavailable } from '../store/store-unavailable.ts'
import { isEndedHere } from './ended-here.ts'
import { isOver } from './is-over.ts'
import type { Exchange, Keeping, RenewedSession } from './keeping.ts'
import { renewedBefore } from './renewal.ts'
import type { Session } from './session.ts'

export interface Sessions extends Omit<Keeping, 'renew'> {
  /**
   * The session with an access token that lives for a while, refreshed where need be.
   *
   * @throws CognitoError `COGNITO_TOKEN_REJECTED` where it has ended, and the cookie is then cleared;
   * `COGNITO_UNAVAILABLE`, or a refusal `STORE_UNAVAILABLE`, where nobody can be asked and the access token
   * is used up; HookError, and the session is kept all the same.
   */
  keepFresh(input: Exchange & { session: Session }): Promise<Session>
  /** New tokens now. @throws CognitoError as `keepFresh` */
  renew(input: Exchange & { session: Session }): Promise<Session>
}

export const createSessions = ({
  keeping,
  revocation,
  runTokenHook,
}: {
  keeping: Keeping
  revocation: Pick<Revocation, 'denySignIn'>
  runTokenHook: RunTokenHook
}): Sessions => {
  const tell = async (
    { outcome, isFirstHand, session: { accessToken } }: RenewedSession,
    request: FastifyRequest,
  ): Promise<void> => {
    publishRefresh({ outcome, where: 'session' })
    if (isFirstHand) await runTokenHook('onRefresh', { accessToken, request })
  }

  const renewFor =
    (reason: 'expiry' | 'renew'): Sessions['renew'] =>
    async ({ session, request, reply }) => {
      try {
        const onLate = (late: RenewedSession) => tell(late, request)
        const renewed = await keeping.renew({ session, reason, request, reply, onLate })
        await tell(renewed, request)
        return renewed.session
      } catch (error) {
        if (isOurs(error)) {
          publishRefresh({ outcome: 'failed', code: error.code, where: 'session' })
        }
        if (!isOver(error)) throw error
        if (!isEndedHere(error)) keeping.clear({ request, reply })
        throw new CognitoError('COGNITO_TOKEN_REJECTED', { cause: error })
      }
    }

  return {
    ...keeping,
    end: async ({ session, request }) => {
      const claims = claimsOf(session)
      if (claims) await revocation.denySignIn(claims)
      await keeping.end({ session, request })
    },
    renew: renewFor('renew'),
    keepFresh: async ({ session, request, reply }) => {
      if (session.expiresAt - now() >= renewedBefore) return session
      try {
        return await renewFor('expiry')({ session, request, reply })
      } catch (error) {
        const isOfStore = isStoreUnavailable(error)
        if (!isOfStore && (!(error instanceof CognitoError) || isOver(error))) throw error
        if (session.expiresAt > now()) {
          request.log.warn({ code: error.code }, 'the session could not be refreshed; it is kept')
          return session
        }
        throw isOfStore ? error : new CognitoError('COGNITO_UNAVAILABLE', { cause: error })
      }
    },
  }
}

const claimsOf = ({ accessToken }: Session): AccessTokenClaims | undefined => {
  try {
    return issuedClaims(accessToken)
  } catch {
    return undefined
  }
}
