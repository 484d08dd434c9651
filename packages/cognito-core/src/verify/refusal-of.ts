import * as refused from 'aws-jwt-verify/error'
import { CognitoError } from '../errors/cognito-error.ts'
import { TokenError, type TokenErrorCode } from '../errors/token-error.ts'

export type TokenUse = 'access' | 'id'

interface Refusal {
  code: TokenErrorCode
  message: string
  claim?: string | Record<TokenUse, string>
  /** Whether it may be otherwise in a moment. */
  retryable?: boolean
}

const malformed: Refusal = { code: 'TOKEN_MALFORMED', message: 'The token is not a JWT.' }
const untrusted: Refusal = { code: 'TOKEN_UNTRUSTED', message: 'The token cannot be verified.' }

const unknownKey: Refusal = {
  code: 'TOKEN_UNTRUSTED',
  message: 'The token is not signed with a key of this user pool.',
}

const otherIssuer: Refusal = {
  code: 'TOKEN_UNTRUSTED',
  message: 'The token is not from this user pool.',
  claim: 'iss',
}

/** What each error class of aws-jwt-verify means. What has no row is not trusted either. */
export const refusals: ReadonlyMap<unknown, Refusal> = new Map<unknown, Refusal>([
  [refused.JwtParseError, malformed],
  [
    refused.JwtExpiredError,
    { code: 'TOKEN_EXPIRED', message: 'The token has expired.', claim: 'exp' },
  ],
  [
    refused.JwtNotBeforeError,
    { code: 'TOKEN_UNTRUSTED', message: 'The token is not valid yet.', claim: 'nbf' },
  ],
  [
    refused.JwtInvalidSignatureError,
    { code: 'TOKEN_UNTRUSTED', message: 'The signature of the token is wrong.' },
  ],
  [
    refused.JwtInvalidSignatureAlgorithmError,
    { code: 'TOKEN_UNTRUSTED', message: 'The token is not signed with RS256.' },
  ],
  [refused.JwtWithoutValidKidError, unknownKey],
  [refused.KidNotFoundInJwksError, unknownKey],
  [refused.WaitPeriodNotYetEndedJwkError, { ...unknownKey, retryable: true }],
  [refused.JwtInvalidIssuerError, otherIssuer],
  // So aws-jwt-verify says that it knows no such issuer.
  [refused.ParameterValidationError, otherIssuer],
  [
    refused.CognitoJwtInvalidTokenUseError,
    { code: 'TOKEN_UNTRUSTED', message: 'The token is of the wrong kind.', claim: 'token_use' },
  ],
  [
    refused.CognitoJwtInvalidClientIdError,
    {
      code: 'TOKEN_UNTRUSTED',
      message: 'The token was issued to another app client.',
      claim: { access: 'client_id', id: 'aud' },
    },
  ],
])

/**
 * What to throw for an error of aws-jwt-verify. The error itself is dropped: its message and its
 * `failedAssertion` repeat what the token says.
 */
export const refusalOf = (error: unknown, use: TokenUse): TokenError | CognitoError => {
  if (error instanceof CognitoError) return error
  const row = error instanceof Error ? refusals.get(error.constructor) : undefined
  const { code, message, claim, retryable = false } = row ?? untrusted
  if (claim === undefined) return new TokenError(code, message, { retryable })
  return new TokenError(code, message, { claim: typeof claim === 'string' ? claim : claim[use] })
}
