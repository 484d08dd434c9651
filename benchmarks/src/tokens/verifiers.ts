import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { createCognito } from '@x/cognito-core'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { createVerifier } from 'fast-jwt'
import { createLocalJWKSet, jwtVerify } from 'jose'
import jwt from 'jsonwebtoken'
import { clientId, issuer, type TokenSet, userPoolId } from './access-tokens.ts'

type Keys = Pick<TokenSet, 'jwks' | 'publicKey'>

export interface Verifier {
  readonly name: string
  /** Rejects what is not a valid access token of this pool and client. */
  readonly verify: (token: string) => Promise<unknown>
}

/** The two checks that only Cognito's tokens need; signature, issuer and time are the libraries'. */
const requireAccessClaims = (claims: Readonly<Record<string, unknown>>): void => {
  if (claims['token_use'] !== 'access' || claims['client_id'] !== clientId)
    throw new Error('not an access token of this client')
}

const publicKeysOf = ({ jwks }: Keys): ReadonlyMap<string, KeyObject> =>
  new Map(jwks.keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]))

/** Each token anew. */
export const ours = ({ jwks }: Keys): Verifier => {
  const cognito = createCognito({ userPoolId, clientId, jwks, tokenCache: false })
  return {
    name: '@x/cognito-core',
    verify: (token) => cognito.verifyAccessToken(token),
  }
}

/** As it is by default. */
export const oursRemembering = ({ jwks }: Keys): Verifier => {
  const cognito = createCognito({ userPoolId, clientId, jwks })
  return {
    name: '@x/cognito-core, remembering',
    verify: (token) => cognito.verifyAccessToken(token),
  }
}

export const awsJwtVerify = ({ jwks }: Keys): Verifier => {
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' })
  verifier.cacheJwks(jwks)
  return { name: 'aws-jwt-verify', verify: (token) => verifier.verify(token) }
}

export const jose = ({ jwks }: Keys): Verifier => {
  const keys = createLocalJWKSet(jwks)
  return {
    name: 'jose',
    verify: async (token) => {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] })
      requireAccessClaims(payload)
      return payload
    },
  }
}

const fastJwtVerifier = (key: KeyObject, { cache }: { cache: boolean }) =>
  createVerifier({
    key: key.export({ format: 'pem', type: 'spki' }),
    algorithms: ['RS256'],
    allowedIss: issuer,
    requiredClaims: ['iss', 'exp'],
    cache,
  })

/** With a key function it would parse the PEM of the key again for each token, so: one verifier a key. */
export const fastJwt = (keys: Keys): Verifier => {
  const verifiers = new Map(
    [...publicKeysOf(keys)].map(([kid, key]) => [kid, fastJwtVerifier(key, { cache: false })]),
  )
  return {
    name: 'fast-jwt',
    verify: async (token) => {
      const header = Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString()
      const verifier = verifiers.get(JSON.parse(header).kid)
      if (verifier === undefined) throw new Error('unknown key')
      const claims = verifier(token)
      requireAccessClaims(claims)
      return claims
    },
  }
}

/** With the one key that signs, so that it need not even look which: a thousand tokens, by its default. */
export const fastJwtRemembering = ({ publicKey }: Keys): Verifier => {
  const verifier = fastJwtVerifier(publicKey, { cache: true })
  return {
    name: 'fast-jwt, remembering',
    verify: async (token) => {
      const claims = verifier(token)
      requireAccessClaims(claims)
      return claims
    },
  }
}

export const jsonwebtoken = (keys: Keys): Verifier => {
  const publicKeys = publicKeysOf(keys)
  const keyFor: jwt.GetPublicKeyOrSecret = ({ kid = '' }, callback) => {
    const key = publicKeys.get(kid)
    if (key === undefined) callback(new Error('unknown key'))
    else callback(null, key)
  }
  return {
    name: 'jsonwebtoken',
    verify: (token) =>
      new Promise((resolve, reject) => {
        jwt.verify(token, keyFor, { issuer, algorithms: ['RS256'] }, (error, claims) => {
          if (error) return reject(error)
          if (typeof claims !== 'object') return reject(new Error('no claims'))
          try {
            requireAccessClaims(claims)
            resolve(claims)
          } catch (refusal) {
            reject(refusal)
          }
        })
      }),
  }
}

/** The signature alone: no key is looked up, no claim read. */
export const cryptoFloor = ({ publicKey }: Keys): Verifier => ({
  name: 'bare crypto.verify (the floor)',
  verify: async (token) => {
    const end = token.lastIndexOf('.')
    const input = Buffer.from(token.slice(0, end))
    const signature = Buffer.from(token.slice(end + 1), 'base64url')
    if (!verify('RSA-SHA256', input, publicKey, signature)) throw new Error('bad signature')
  },
})
