import { everyPage } from '../api/every-page.ts'
import { linkedMember, type UserSession, userSessionOf } from '../api/user-session.ts'
import type { CallOptions, Context } from '../context.ts'
import { requireText } from '../require-text.ts'

/** Where any user of a pool that tracks sessions is signed in. */
export interface AdminSessionsApi {
  /**
   * Every one; none of them is the current one. Needs the IAM action `cognito-idp:AdminListUserSessions`.
   *
   * @throws CognitoError, such as `COGNITO_USER_NOT_FOUND`.
   */
  list(
    input: { username: string },
    call?: Pick<CallOptions, 'signal'>,
  ): Promise<readonly UserSession[]>

  /**
   * Ends a session of the user. With `linked`, also the single sign-on session that it came through, or all
   * that came through it. Needs the IAM action `cognito-idp:AdminRevokeUserSession`.
   *
   * @throws CognitoError, such as `COGNITO_SESSION_NOT_FOUND`.
   */
  revoke(
    input: { username: string; id: string; linked?: boolean },
    call?: Pick<CallOptions, 'signal'>,
  ): Promise<void>
}

export const adminSessionsApi = ({
  send,
  userPoolId,
}: Pick<Context, 'send' | 'userPoolId'>): AdminSessionsApi => ({
  list: async (input, call) => {
    const Username = requireText('username', input?.username)
    return everyPage(async (token) => {
      const { Sessions = [], NextToken: next } = await send(
        'AdminListUserSessions',
        { UserPoolId: userPoolId, Username, ...(token !== undefined && { NextToken: token }) },
        call,
      )
      return { items: Sessions.map(userSessionOf), next }
    })
  },

  revoke: async (input, call) => {
    const Username = requireText('username', input?.username)
    const SessionId = requireText('id', input.id)
    const members = { Username, SessionId, ...linkedMember(input.linked) }
    await send('AdminRevokeUserSession', { UserPoolId: userPoolId, ...members }, call)
  },
})
