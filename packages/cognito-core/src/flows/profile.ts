import type { CallOptions, Context } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requireText } from '../require-text.ts'

export type UserAttributes = Readonly<Record<string, string>>

export interface Profile {
  sub: string
  /** The user's real name in the pool. */
  username: string
  /** As Cognito keeps them: every value is a string, also `email_verified`. */
  attributes: UserAttributes
}

export interface ProfileApi {
  /** Asks Cognito, so a revoked token is refused here. */
  get(input: { accessToken: string }, call?: CallOptions): Promise<Profile>
}

export const profileApi = (context: Context): ProfileApi => ({
  get: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const { Username: username, UserAttributes = [] } = await context.send(
      'GetUser',
      { AccessToken },
      call,
    )
    const attributes = Object.fromEntries(
      UserAttributes.flatMap(({ Name, Value }) => (Name ? [[Name, Value ?? '']] : [])),
    )
    const { sub } = attributes as { sub?: string }
    if (!username || !sub) throw new CognitoError('COGNITO_UNEXPECTED')
    return { sub, username, attributes }
  },
})
