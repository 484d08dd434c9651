import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { publishVerification, type VerificationEvent } from '../diagnostics.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { TokenError } from '../errors/token-error.ts'
import type { CognitoOptions } from '../options.ts'
import { type AccessTokenClaims, checkClaims, type IdTokenClaims } from './claims.ts'
import { frozen } from './frozen.ts'
import { createPoolKeys, type KeyTiming } from './pool-keys.ts'
import { refusalOf, type TokenUse } from './refusal-of.ts'
import { checkRequirements, requireClaims, type TokenRequirements } from './requirements.ts'
import { createTokenCache, type TokenCache } from './token-cache.ts'

export type TokenVerifierOptions = Pick<
  CognitoOptions,
  'userPoolId' | 'clientId' | 'trustedClientIds' | 'jwks' | 'endpoint' | 'groups' | 'tokenCache'
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
  verifyIdToken(token: string, requirements?: TokenRequirements): Promise<IdTokenClaims>

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
  const { jwksCache, onWithdrawal } = createPoolKeys(options, keyTiming)
  const { userPoolId, trustedClientIds = [] } = checkPoolId(options)
  const pool = { userPoolId, clientId: [options.clientId, ...trustedClientIds] }
  const createVerifiers = () => ({
    access: CognitoJwtVerifier.create({ ...pool, tokenUse: 'access' }, { jwksCache }),
    id: CognitoJwtVerifier.create({ ...pool, tokenUse: 'id' }, { jwksCache }),
  })
  let verifiers = createVerifiers()
  // They keep what they have read of a key under its id, although it may be another key by now.
  onWithdrawal(() => {
    verifiers = createVerifiers()
  })

  /** Of one use: what is remembered of an ID token is never an answer about an access token. */
  const verifierOf = <Claims extends AnyClaims>(
    tokenUse: TokenUse,
    verify: (token: string) => Promise<Claims>,
  ) => {
    const remembered = cacheOf<Claims>(options)
    let withdrawals = 0
    onWithdrawal(() => {
      withdrawals += 1
      remembered?.clear()
    })
    const tell = (outcome: VerificationEvent['outcome']) =>
      publishVerification({ userPoolId, tokenUse, outcome })

    const verifyAnew = async (token: string): Promise<Claims> => {
      const withdrawalsBefore = withdrawals
      const claims = await verify(token)
      checkClaims(claims, tokenUse)
      // A key that was withdrawn meanwhile may be the one that it was signed with.
      const isKept = remembered && withdrawals === withdrawalsBefore
      return isKept ? remembered.keep(token, claims) : frozen(claims)
    }

    return async (untrustedToken: unknown, requirements?: TokenRequirements): Promise<Claims> => {
      if (requirements !== undefined) checkRequirements(requirements, options)
      try {
        const token = checkText(untrustedToken)
        const known = remembered?.get(token)
        const claims = known ?? (await verifyAnew(token))
        if (requirements !== undefined) requireClaims(claims, requirements)
        tell(known ? 'remembered' : 'verified')
        return claims
      } catch (error) {
        const refusal = error instanceof TokenError ? error : refusalOf(error, tokenUse)
        tell(refusal.code)
        throw refusal
      }
    }
  }

  return {
    verifyAccessToken: verifierOf<AccessTokenClaims>('access', (token) =>
      verifiers.access.verify(token),
    ),
    verifyIdToken: verifierOf<IdTokenClaims>('id', (token) => verifiers.id.verify(token)),
    prefetchKeys: () => verifiers.access.hydrate(),
  }
}

type AnyClaims = Readonly<Record<string, unknown>> & { exp: number }

/** Of some 820 bytes each, measured with a usual token on Node 20: 4 MB. */
const usualEntries = 5_000

const cacheOf = <Claims extends AnyClaims>({
  tokenCache = {},
}: TokenVerifierOptions): TokenCache<Claims> | undefined =>
  tokenCache ? createTokenCache(tokenCache.maxEntries ?? usualEntries) : undefined

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
