import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'

export const userPoolId = 'us-east-1_BenchPool1'
export const clientId = '3n4b5urk1ft4fl3mg5e62d9ado'
export const issuer: string = `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`

export type PublicJwk = {
  readonly kid: string
  readonly kty: 'RSA'
  readonly n: string
  readonly e: string
  readonly alg: 'RS256'
  readonly use: 'sig'
}

export interface TokenSet {
  readonly publicKey: KeyObject
  readonly jwks: { readonly keys: PublicJwk[] }
  readonly tokens: readonly string[]
  /** What each verifier has to refuse, by the reason. */
  readonly badTokens: Readonly<Record<string, string>>
}

const base64url = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url')

const now = (): number => Math.floor(Date.now() / 1000)

/** The claims of a Cognito access token, all of their usual length. */
const accessClaims = (): Record<string, unknown> => ({
  sub: randomUUID(),
  'cognito:groups': ['staff', 'accounting'],
  iss: issuer,
  version: 2,
  client_id: clientId,
  origin_jti: randomUUID(),
  event_id: randomUUID(),
  token_use: 'access',
  scope: 'aws.cognito.signin.user.admin openid profile email',
  auth_time: now(),
  exp: now() + 3600,
  iat: now(),
  jti: randomUUID(),
  username: randomUUID(),
})

const keyWithId = () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  const kid = Buffer.from(randomUUID()).toString('base64')
  const jwk: PublicJwk = { kid, kty: 'RSA', n, e, alg: 'RS256', use: 'sig' }
  const mint = (claims: object = {}, header: object = {}): string => {
    const input = `${base64url({ kid, alg: 'RS256', ...header })}.${base64url({ ...accessClaims(), ...claims })}`
    return `${input}.${sign('RSA-SHA256', Buffer.from(input), privateKey).toString('base64url')}`
  }
  return { publicKey, jwk, mint }
}

type Key = ReturnType<typeof keyWithId>

const signedWithPublicKey = ({ publicKey, jwk }: Key): string => {
  const pem = publicKey.export({ format: 'pem', type: 'spki' })
  const input = `${base64url({ kid: jwk.kid, alg: 'HS256' })}.${base64url(accessClaims())}`
  return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`
}

const badTokensOf = (key: Key): Readonly<Record<string, string>> => {
  const [header = '', payload = '', signature = ''] = key.mint().split('.')
  const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)
  return {
    'with another signature': `${header}.${payload}.${flipped}`,
    'with other claims': `${header}.${base64url(accessClaims())}.${signature}`,
    unsigned: `${base64url({ kid: key.jwk.kid, alg: 'none' })}.${payload}.`,
    'signed with the public key': signedWithPublicKey(key),
    'of an unknown key': keyWithId().mint(),
    expired: key.mint({ exp: now() - 1 }),
    'of another pool': key.mint({ iss: `${issuer}2` }),
    'of another client': key.mint({ client_id: 'another' }),
    'that is an ID token': key.mint({ token_use: 'id' }),
    'that is no token': 'no token',
  }
}

/** Access tokens of many users, as one pool signs them. Two keys, since a pool publishes two. */
export const createTokenSet = (count: number): TokenSet => {
  const key = keyWithId()
  return {
    publicKey: key.publicKey,
    jwks: { keys: [keyWithId().jwk, key.jwk] },
    tokens: Array.from({ length: count }, () => key.mint()),
    badTokens: badTokensOf(key),
  }
}
