import {
  JwtInvalidSignatureAlgorithmError,
  JwtWithoutValidKidError,
  NotSupportedError,
} from 'aws-jwt-verify/error'
import type { JwksCache } from 'aws-jwt-verify/jwk'
import { publishKeys } from '../diagnostics.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import type { CognitoOptions } from '../options.ts'
import { fetchSigningKeys } from './fetch-signing-keys.ts'
import {
  createFetchedKeySource,
  createOfflineKeySource,
  type KeyPauses,
  type KeySource,
} from './key-source.ts'
import { type SigningKeys, signingKeysOf } from './signing-keys.ts'

export interface KeyTiming {
  /** For connecting and answering together. */
  timeoutMs: number
  pauses: KeyPauses
}

export interface PoolKeys {
  jwksCache: JwksCache
  /** What is to be done when a key that was there is there no more. */
  onWithdrawal: (forget: () => void) => void
}

/**
 * The keys of one pool, as aws-jwt-verify asks for them. A token that is not RS256 never causes a fetch.
 *
 * @throws ConfigurationError where `jwks` holds no key to verify with.
 */
export const createPoolKeys = (
  options: Pick<CognitoOptions, 'userPoolId' | 'jwks' | 'endpoint'>,
  { timeoutMs, pauses }: KeyTiming,
): PoolKeys => {
  const forgetting: (() => void)[] = []
  const sources = new Map<string, KeySource>()
  const offline = options.jwks && createOfflineKeySource(givenKeysOf(options.jwks))

  const fetchedFrom = (url: string): KeySource => {
    const known = sources.get(url)
    if (known !== undefined) return known
    const source = createFetchedKeySource({
      fetchKeys: () => told(options.userPoolId, fetchSigningKeys({ url, timeoutMs })),
      pauses,
      keyWithdrawn: () => {
        for (const forget of forgetting) forget()
      },
    })
    sources.set(url, source)
    return source
  }

  const sourceFor = (jwksUri: string): KeySource =>
    offline ?? fetchedFrom(emulatorUrlOf(options) ?? jwksUri)

  const jwksCache: JwksCache = {
    getJwk: async (jwksUri, { header }) => {
      if (header.alg !== 'RS256') {
        throw new JwtInvalidSignatureAlgorithmError('not RS256', undefined, 'RS256')
      }
      if (typeof header.kid !== 'string') throw new JwtWithoutValidKidError()
      return sourceFor(jwksUri).find(header.kid)
    },
    getJwks: async (jwksUri) => {
      const keys = await sourceFor(jwksUri).refresh()
      return { keys: [...keys.values()] }
    },
    // For `verifySync` and `cacheJwks`, which nothing here calls.
    getCachedJwk: () => {
      throw new NotSupportedError()
    },
    addJwks: () => {
      throw new NotSupportedError()
    },
  }
  return { jwksCache, onWithdrawal: (forget) => forgetting.push(forget) }
}

const told = async (userPoolId: string, fetching: Promise<SigningKeys>): Promise<SigningKeys> => {
  try {
    const keys = await fetching
    publishKeys({ userPoolId, outcome: 'fetched', keys: keys.size })
    return keys
  } catch (error) {
    publishKeys({ userPoolId, outcome: 'failed' })
    throw error
  }
}

/** An emulator serves the keys itself, although its tokens name AWS as their issuer. */
const emulatorUrlOf = (
  options: Pick<CognitoOptions, 'userPoolId' | 'endpoint'>,
): string | undefined =>
  options.endpoint &&
  `${options.endpoint.replace(/\/+$/, '')}/${options.userPoolId}/.well-known/jwks.json`

const givenKeysOf = (jwks: NonNullable<CognitoOptions['jwks']>): SigningKeys => {
  try {
    return signingKeysOf(jwks)
  } catch (error) {
    throw new ConfigurationError('jwks', error instanceof Error ? error.message : String(error))
  }
}
