import { everyPage } from '../api/every-page.ts'
import { linkedMember, type UserSession, userSessionOf } from '../api/user-session.ts'
import type { CallOptions, Context } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import type { MessageKey } from '../errors/messages.ts'
import { requireText } from '../require-text.ts'

/**
 * Where somebody is signed in. Needs a pool that tracks sessions: `COGNITO_MISCONFIGURED.sessionTracking`
 * where it does not. A new session is listed within seconds; what is revoked can no longer be refreshed,
 * while a JWT of it that is verified without a call lives until it expires.
 */
export interface SessionsApi {
  /** Every one, of every app client of the pool. @throws CognitoError */
  list(input: { accessToken: string }, call?: CallOptions): Promise<readonly UserSession[]>

  /**
   * Ends another session of the user. With `linked`, also the single sign-on session that it came through,
   * or all that came through it.
   *
   * @throws CognitoError, such as `COGNITO_SESSION_NOT_FOUND`, and `COGNITO_INVALID_INPUT` with the key
   * `.ownSession` for the one that the access token is of: `signOut` ends that.
   */
  revoke(
    input: { accessToken: string; id: string; linked?: boolean },
    call?: CallOptions,
  ): Promise<void>

  /**
   * Ends every session but the one that the access token is of, and the single sign-on session that it came
   * through, which is of the same browser. What another call has ended meanwhile is not counted.
   *
   * @throws CognitoError, `COGNITO_UNAVAILABLE` also where the own session is too new to be listed; what was
   * ended by then stays so, and saying it again goes on.
   */
  revokeOthers(input: { accessToken: string }, call?: CallOptions): Promise<{ revoked: number }>
}

export const sessionsApi = (context: Context): SessionsApi => {
  const api: SessionsApi = {
    list: async (input, call = {}) => {
      const AccessToken = requireText('accessToken', input?.accessToken)
      return everyPage(async (token) => {
        const { Sessions = [], NextToken: next } = await context.send(
          'ListUserSessions',
          { AccessToken, ...(token !== undefined && { NextToken: token }) },
          call,
        )
        return { items: Sessions.map(userSessionOf), next }
      })
    },

    revoke: async (input, call = {}) => {
      const AccessToken = requireText('accessToken', input?.accessToken)
      const SessionId = requireText('id', input.id)
      const members = { AccessToken, SessionId, ...linkedMember(input.linked) }
      await context.send('RevokeUserSession', members, call)
    },

    revokeOthers: async (input, call) => {
      const accessToken = requireText('accessToken', input?.accessToken)
      let revoked = 0
      const sessions = await api.list({ accessToken }, call)
      // A new session is listed after a moment, and which of the others is a part of it is not known before.
      if (!sessions.some(({ isCurrent }) => isCurrent)) {
        throw new CognitoError('COGNITO_UNAVAILABLE', {
          message: 'Cognito does not list this session yet. Try again in a moment.',
          operation: 'ListUserSessions',
        })
      }
      for (const { id } of elsewhere(sessions)) {
        if (await isEnded(api.revoke({ accessToken, id }, call))) revoked += 1
      }
      return { revoked }
    },
  }
  return api
}

const elsewhere = (sessions: readonly UserSession[]): readonly UserSession[] => {
  const here = sessions.filter(({ isCurrent }) => isCurrent)
  const kept = new Set(here.flatMap(({ id, originSessionId }) => [id, originSessionId]))
  return sessions.filter(({ id }) => !kept.has(id))
}

/** It was ended meanwhile, or is the one that asks. */
const leftAsItIs: ReadonlySet<MessageKey> = new Set<MessageKey>([
  'COGNITO_SESSION_NOT_FOUND',
  'COGNITO_INVALID_INPUT.ownSession',
])

const isEnded = (revoking: Promise<void>): Promise<boolean> =>
  revoking.then(
    () => true,
    (error: unknown) => {
      if (error instanceof CognitoError && leftAsItIs.has(error.key)) return false
      throw error
    },
  )
