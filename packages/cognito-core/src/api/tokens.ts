import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '../errors/cognito-error.ts'

export interface Tokens {
  accessToken: string
  idToken: string
  /** Absent after a refresh that did not rotate it: keep the one you have. */
  refreshToken?: string
  /** When the access token stops working, in Unix seconds, by Cognito's clock. */
  expiresAt: number
}

export const tokensOf = (result: AuthenticationResultType | undefined): Tokens => {
  const { AccessToken: accessToken, IdToken: idToken, RefreshToken: refreshToken } = result ?? {}
  const expiresAt = accessToken && expiryOf(accessToken)
  if (!accessToken || !idToken || !expiresAt) throw new CognitoError('COGNITO_UNEXPECTED')
  return { accessToken, idToken, ...(refreshToken ? { refreshToken } : {}), expiresAt }
}

/** `ExpiresIn` would count from a moment that only Cognito knows; the token itself says it exactly. */
const expiryOf = (jwt: string): number | undefined => {
  try {
    const payload = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()
    const { exp } = JSON.parse(payload) as { exp?: unknown }
    return typeof exp === 'number' ? exp : undefined
  } catch {
    return undefined
  }
}
