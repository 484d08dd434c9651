import type { CallOptions, Context } from '../context.ts'

/** Ends this session only: its refresh token and the access tokens it issued. */
export const signOut = async (
  context: Context,
  { refreshToken }: { refreshToken: string },
  call: CallOptions = {},
): Promise<void> => {
  await context.send(
    'RevokeToken',
    {
      ClientId: context.clientId,
      ...(context.clientSecret && { ClientSecret: context.clientSecret }),
      Token: refreshToken,
    },
    call,
  )
}

/** Ends every session the user has. Verified elsewhere without a call, a token lives until it expires. */
export const signOutEverywhere = async (
  context: Context,
  { accessToken }: { accessToken: string },
  call: CallOptions = {},
): Promise<void> => {
  await context.send('GlobalSignOut', { AccessToken: accessToken }, call)
}
