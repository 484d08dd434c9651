import { type Tokens, tokensOf } from '../api/tokens.ts'
import { type CallOptions, type Context, metadataMember } from '../context.ts'
import { requireText } from '../require-text.ts'

export interface RefreshInput {
  refreshToken: string
  /** Of the device that the sign-in is known by, where the pool tracks devices: the claim `device_key`. */
  deviceKey?: string
}

/**
 * New tokens for a refresh token, with rotation or without.
 *
 * GetTokensFromRefreshToken takes the plain client secret, so no user name is needed, and it works on
 * app clients that rotate, where the older REFRESH_TOKEN_AUTH is refused.
 *
 * @throws CognitoError: only `COGNITO_TOKEN_REJECTED`, `COGNITO_PASSWORD_RESET_REQUIRED` and the
 * `COGNITO_USER_…` codes mean that the session is over; after any other, the refresh token is still good.
 */
export const refresh = async (
  context: Context,
  input: RefreshInput,
  call: CallOptions = {},
): Promise<Tokens> => {
  const answer = await context.send(
    'GetTokensFromRefreshToken',
    {
      ClientId: context.clientId,
      ...(context.clientSecret && { ClientSecret: context.clientSecret }),
      RefreshToken: requireText('refreshToken', input?.refreshToken),
      ...(input.deviceKey !== undefined && {
        DeviceKey: requireText('deviceKey', input.deviceKey),
      }),
      ...metadataMember(call),
    },
    call,
  )
  return tokensOf(answer.AuthenticationResult, context)
}
