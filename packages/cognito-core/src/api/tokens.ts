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

/**
 * What Cognito has just handed over. Its issuer is compared with the pool: an app client is found by its
 * id alone, so a wrong `userPoolId` would show only in guards that trust nobody.
 */
export const tokensOf = (
  result: AuthenticationResultType | undefined,
  { userPoolId }: { userPoolId: string },
): Tokens => {
  const { AccessToken: accessToken, IdToken: idToken, RefreshToken: refreshToken } = result ?? {}
  const { exp: expiresAt, iss } = accessToken ? payloadOf(accessToken) : {}
  if (!accessToken || !idToken || typeof expiresAt !== 'number') {
    throw new CognitoError('COGNITO_UNEXPECTED')
  }
  if (typeof iss === 'string' && !iss.endsWith(`/${userPoolId}`)) {
    throw new CognitoError('COGNITO_MISCONFIGURED.otherPool')
  }
  return { accessToken, idToken, ...(refreshToken ? { refreshToken } : {}), expiresAt }
}

/** `ExpiresIn` would count from a moment that only Cognito knows; the token itself says it exactly. */
const payloadOf = (jwt: string): { exp?: unknown; iss?: unknown } => {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) ?? {}
  } catch {
    return {}
  }
}
