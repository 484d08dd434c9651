import { type AccessTokenClaims, CognitoError } from '@x/cognito-core'

/**
 * What an access token says that Cognito itself has just handed over. TLS has proved where it comes
 * from, so no key is needed to believe it. Never for a token that a client sent.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (6)
 * @throws CognitoError `COGNITO_UNEXPECTED` where it is no access token of a user.
 */
export const issuedClaims = (issuedToken: string): AccessTokenClaims => {
  const claims = decoded(issuedToken.split('.')[1] ?? '')
  if (isText(claims['sub']) && isText(claims['username'])) return claims as AccessTokenClaims
  throw new CognitoError('COGNITO_UNEXPECTED')
}

const decoded = (part: string): Readonly<Record<string, unknown>> => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof claims === 'object' && claims !== null ? { ...claims } : {}
  } catch {
    return {}
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
