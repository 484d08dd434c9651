import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { TokenError } from '../errors/token-error.ts'
import type { CognitoOptions } from '../options.ts'
import { type AccessTokenClaims, checkClaims, type IdTokenClaims } from './claims.ts'
import { createPoolKeys, type KeyTiming } from './pool-keys.ts'
import { refusalOf, type TokenUse } from './refusal-of.ts'
import { checkRequirements, requireClaims, type TokenRequirements } from './requirements.ts'

export type TokenVerifierOptions = Pick<
  CognitoOptions,
  'userPoolId' | 'clientId' | 'jwks' | 'endpoint' | 'groups'
>

export interface TokenVerifier {
  /**
   * @throws TokenError
   * @throws CognitoError `KEYS_UNAVAILABLE`, which says nothing about the token.
   */
  verifyAccessToken(token: string, requirements?: TokenRequirements): Promise<AccessTokenClaims>

  /**
   * @throws TokenError
   * @throws CognitoError `KEYS_UNAVAILABLE`, which says nothing about the token.
   */
  verifyIdToken(token: string): Promise<IdTokenClaims>

  /**
   * Fetches the keys now, so that the first token need not wait. Of the two hosts of a pool, one that answers is enough.
   *
   * @throws CognitoError `KEYS_UNAVAILABLE`
   */
  prefetchKeys(): Promise<void>
}

/**
 * In characters. A user in a hundred groups (Cognito's limit), each with the longest of names, has a token
 * of 18 thousand.
 */
const longestToken = 32_768

const timing: KeyTiming = {
  // From a VPC the first connection may take seconds.
  timeoutMs: 5_000,
  pauses: { unknownKeyMs: 10_000, failureMs: 1_000 },
}

/**
 * Trust in the tokens of one app client: signature (RS256), issuer (either host of the pool), use, client
 * and time. Does not see revocation. Nothing is fetched before it is needed.
 *
 * @param keyTiming for tests
 * @throws ConfigurationError that names the option.
 */
export const createTokenVerifier = (
  options: TokenVerifierOptions,
  keyTiming: KeyTiming = timing,
): TokenVerifier => {
  const jwksCache = createPoolKeys(options, keyTiming)
  const { userPoolId, clientId } = checkPoolId(options)
  const access = CognitoJwtVerifier.create(
    { userPoolId, clientId, tokenUse: 'access' },
    { jwksCache },
  )
  const id = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'id' }, { jwksCache })

  return {
    verifyAccessToken: async (token, requirements = {}) => {
      checkRequirements(requirements, options)
      const claims = await trusted('access', token, (jwt) => access.verify(jwt))
      requireClaims(claims, requirements)
      return claims
    },
    verifyIdToken: (token) => trusted('id', token, (jwt) => id.verify(jwt)),
    prefetchKeys: () => access.hydrate(),
  }
}

const trusted = async <Claims extends Readonly<Record<string, unknown>>>(
  use: TokenUse,
  untrustedToken: unknown,
  verify: (token: string) => Promise<Claims>,
): Promise<Claims> => {
  const token = checkText(untrustedToken)
  const claims = await verify(token).catch((error: unknown) => {
    throw refusalOf(error, use)
  })
  checkClaims(claims, use)
  return claims
}

const checkText = (untrustedToken: unknown): string => {
  if (untrustedToken === undefined || untrustedToken === null || untrustedToken === '') {
    throw new TokenError('TOKEN_MISSING', 'There is no token.')
  }
  if (typeof untrustedToken !== 'string') {
    throw new TokenError('TOKEN_MALFORMED', 'The token is not a string.')
  }
  if (untrustedToken.length > longestToken) {
    throw new TokenError('TOKEN_MALFORMED', 'The token is too long.')
  }
  return untrustedToken
}

/** aws-jwt-verify knows the pools of fewer partitions than the API does. */
const checkPoolId = (options: TokenVerifierOptions): TokenVerifierOptions => {
  try {
    CognitoJwtVerifier.parseUserPoolId(options.userPoolId)
    return options
  } catch {
    throw new ConfigurationError('userPoolId', 'is of no region whose tokens can be verified.')
  }
}
