import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export interface SigningKey {
  kid: string
  privateKey: KeyObject
  publicKey: KeyObject
  /** As a pool publishes it. */
  jwk: Readonly<Record<string, unknown>>
}

export const createSigningKey = (kid: string): SigningKey => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n, e } = publicKey.export({ format: 'jwk' })
  return { kid, privateKey, publicKey, jwk: { kid, alg: 'RS256', kty: 'RSA', e, n, use: 'sig' } }
}

export const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token signed by hand: RS256, unless `signWith` signs otherwise. Strings are taken as JSON text. */
export const signToken = (input: {
  key: SigningKey
  payload: Readonly<Record<string, unknown>> | string
  header?: Readonly<Record<string, unknown>> | string
  signWith?: (signed: Buffer) => Buffer
}): string => {
  const header =
    typeof input.header === 'string'
      ? input.header
      : { kid: input.key.kid, alg: 'RS256', ...input.header }
  const signed = `${encode(header)}.${encode(input.payload)}`
  const signWith =
    input.signWith ?? ((text: Buffer) => sign('RSA-SHA256', text, input.key.privateKey))
  return `${signed}.${signWith(Buffer.from(signed)).toString('base64url')}`
}
