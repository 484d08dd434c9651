import { createHash, type KeyObject } from 'node:crypto'
import { generateRsaKeys } from './generate-keys.ts'

export interface SigningKey {
  kid: string
  privateKey: KeyObject
  publicKey: KeyObject
  /** As published in the JWKS. */
  jwk: Readonly<Record<string, string>>
}

export interface SigningKeys {
  id: SigningKey
  access: SigningKey
}

const generate = (): SigningKey => {
  const { privateKey, publicKey } = generateRsaKeys()
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256').update(n).digest('base64')
  return { kid, privateKey, publicKey, jwk: { kid, alg: 'RS256', kty: 'RSA', e, n, use: 'sig' } }
}

const known = new Map<string, SigningKeys>()

/**
 * Made when first needed and then kept for the process, so that a hundred pools of one id cost two
 * key pairs.
 */
export const signingKeysOf = (userPoolId: string): SigningKeys => {
  const keys = known.get(userPoolId) ?? { id: generate(), access: generate() }
  known.set(userPoolId, keys)
  return keys
}

/** The JWKS: the key of ID tokens and the key of access tokens. */
export const publicKeysOf = (
  userPoolId: string,
): { keys: readonly Readonly<Record<string, string>>[] } => {
  const { id, access } = signingKeysOf(userPoolId)
  return { keys: [id.jwk, access.jwk] }
}
