import { verify } from 'node:crypto'
import type { SignIn } from './auth-answer.ts'
import { AwsError, notAuthorized } from './aws-error.ts'
import { apiScope } from './issue-tokens.ts'
import type { Pool } from './pool.ts'
import { signingKeysOf } from './signing-keys.ts'

type Claims = Readonly<Record<string, unknown>>

const readPart = (part: string | undefined): Claims | undefined => {
  try {
    const value = JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

interface TokenOwner extends Pick<SignIn, 'client' | 'user'> {
  /** The device that was signed in on, where the pool tracks devices. */
  deviceKey: string | undefined
  /** The sign-in that it is of. */
  originJti: string | undefined
}

/**
 * The user an access token speaks for and the client it was issued to, checked as every operation
 * that takes one does.
 * @throws {AwsError} in Cognito's words and order
 */
export const readAccessToken = (pool: Pool, untrustedToken: string): TokenOwner => {
  const { settings, clock, refreshTokens, users } = pool
  const [header, payload, signature, ...rest] = untrustedToken.split('.')
  const untrustedHeader = readPart(header)
  const untrustedClaims = readPart(payload)
  if (
    rest.length > 0 ||
    signature === undefined ||
    untrustedHeader === undefined ||
    untrustedClaims?.['token_use'] !== 'access' ||
    untrustedClaims['iss'] !== settings.issuer
  ) {
    throw notAuthorized('Invalid Access Token')
  }
  const key = signingKeysOf(settings.userPoolId).access
  const isSigned =
    untrustedHeader['alg'] === 'RS256' &&
    untrustedHeader['kid'] === key.kid &&
    verify(
      'RSA-SHA256',
      Buffer.from(`${header}.${payload}`),
      key.publicKey,
      Buffer.from(signature, 'base64url'),
    )
  if (!isSigned) throw notAuthorized('Could not verify signature for Access Token')
  const claims = untrustedClaims
  const originJti = refreshTokens.grantOf(String(claims['event_id']))?.originJti
  if (clock.now() >= Number(claims['exp'])) throw notAuthorized('Access Token has expired')
  if (originJti !== undefined && refreshTokens.isRevoked(originJti)) {
    throw notAuthorized('Access Token has been revoked')
  }
  if (!String(claims['scope']).split(' ').includes(apiScope)) {
    throw notAuthorized('Access Token does not have required scopes')
  }
  const client = settings.clients.find(({ id }) => id === claims['client_id'])
  if (!client) throw notAuthorized('Invalid Access Token')
  // The name may be somebody else's by now.
  const user = users.get(String(claims['username']))
  if (!user || user.sub !== claims['sub']) {
    throw new AwsError('UserNotFoundException', 'User does not exist.')
  }
  if (!user.enabled) throw notAuthorized('User is disabled.')
  const deviceKey = claims['device_key']
  return {
    client,
    user,
    deviceKey: typeof deviceKey === 'string' ? deviceKey : undefined,
    originJti,
  }
}
