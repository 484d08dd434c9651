import { randomBytes, randomUUID } from 'node:crypto'
import type { SignIn } from './auth-answer.ts'
import { AwsError, notAuthorized } from './aws-error.ts'
import type { Clock } from './clock.ts'
import type { AppClient } from './pool-settings.ts'

/** One sign-in and everything refreshed from it. */
export interface Grant {
  originJti: string
  clientId: string
  username: string
  sub: string
  /** The device that was signed in on, where the pool tracks devices. */
  deviceKey?: string
  /** Unix seconds. */
  authTime: number
  /** When its refresh tokens end; a rotated one lives no longer than the first. Unix seconds. */
  expiresAt: number
}

export interface RefreshTokens {
  start(input: Pick<SignIn, 'client' | 'user'> & { deviceKey?: string | undefined }): {
    grant: Grant
    refreshToken: string
  }
  /** @throws {AwsError} when the token may not be used, or not by this client */
  use(input: { client: AppClient; untrustedToken: string }): Grant
  /**
   * A new token for the grant; the one given dies after the grace period.
   * @throws {AwsError} as `use` does: of two who ask at once only one may be in time
   */
  rotate(input: { client: AppClient; untrustedToken: string }): string
  find(untrustedToken: string): Grant | undefined
  /** The `event_id` of ID and access tokens that are issued now. */
  beginEvent(grant: Grant): string
  /** What a token with that `event_id` is of, also where it has no `origin_jti`. */
  grantOf(eventId: string): Grant | undefined
  revoke(originJti: string): void
  revokeAllOf(sub: string): void
  isRevoked(originJti: string): boolean
}

/** Looks like Cognito's: the five parts of a JWE. Nobody but the pool can tell what is inside. */
const makeToken = (): string => {
  const header = { cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' }
  const parts = [256, 12, 700, 16].map((size) => randomBytes(size).toString('base64url'))
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), ...parts].join('.')
}

export const createRefreshTokens = (clock: Clock): RefreshTokens => {
  const tokens = new Map<string, { grant: Grant; diesAt?: number }>()
  const events = new Map<string, Grant>()
  const revoked = new Set<string>()

  const issue = (grant: Grant): string => {
    const token = makeToken()
    tokens.set(token, { grant })
    return token
  }

  const use: RefreshTokens['use'] = ({ client, untrustedToken }) => {
    const known = tokens.get(untrustedToken)
    if (known?.grant.clientId !== client.id) throw notAuthorized('Invalid Refresh Token')
    const { grant, diesAt } = known
    if (revoked.has(grant.originJti)) throw notAuthorized('Refresh Token has been revoked')
    if (clock.now() >= grant.expiresAt) throw notAuthorized('Refresh Token has expired')
    if (diesAt !== undefined && clock.now() >= diesAt) {
      throw new AwsError('RefreshTokenReuseException', 'Refresh Token has been rotated')
    }
    return grant
  }

  return {
    start: ({ client, user: { username, sub }, deviceKey }) => {
      const now = clock.now()
      const grant = {
        originJti: randomUUID(),
        clientId: client.id,
        username,
        sub,
        ...(deviceKey !== undefined && { deviceKey }),
        authTime: now,
        expiresAt: now + client.lifetimes.refresh,
      }
      return { grant, refreshToken: issue(grant) }
    },
    use,
    rotate: ({ client, untrustedToken }) => {
      const grant = use({ client, untrustedToken })
      const diesAt =
        tokens.get(untrustedToken)?.diesAt ?? clock.now() + (client.rotation?.graceSeconds ?? 0)
      tokens.set(untrustedToken, { grant, diesAt })
      return issue(grant)
    },
    find: (untrustedToken) => tokens.get(untrustedToken)?.grant,
    beginEvent: (grant) => {
      const eventId = randomUUID()
      events.set(eventId, grant)
      return eventId
    },
    grantOf: (eventId) => events.get(eventId),
    revoke: (originJti) => {
      revoked.add(originJti)
    },
    revokeAllOf: (sub) => {
      for (const { grant } of tokens.values()) {
        if (grant.sub === sub) revoked.add(grant.originJti)
      }
    },
    isRevoked: (originJti) => revoked.has(originJti),
  }
}
