import type { CallOptions, Context } from '../context.ts'
import { requireText } from '../require-text.ts'

/** Ends this session only: its refresh token and the access tokens it issued. */
export const signOut = async (
  context: Context,
  input: { refreshToken: string },
  call: CallOptions = {},
): Promise<void> => {
  await context.send(
    'RevokeToken',
    {
      ClientId: context.clientId,
      ...(context.clientSecret && { ClientSecret: context.clientSecret }),
      Token: requireText('refreshToken', input?.refreshToken),
    },
    call,
  )
}

/** Ends every session the user has. Verified elsewhere without a call, a token lives until it expires. */
export const signOutEverywhere = async (
  context: Context,
  input: { accessToken: string },
  call: CallOptions = {},
): Promise<void> => {
  const AccessToken = requireText('accessToken', input?.accessToken)
  await context.send('GlobalSignOut', { AccessToken }, call)
}
