import { createHash } from 'node:crypto'
import type { AccessTokenClaims } from '@x/cognito-core'
import { now } from '../clock.ts'
import type { SafeStore } from '../store/create-safe-store.ts'

/** What of a user's sign-ins is over although its access tokens have not expired. @throws a refusal `STORE_UNAVAILABLE` */
export interface Denylist {
  isDenied(claims: SignIn): Promise<boolean>
  /** One sign-in, with all tokens that come of it. */
  denySignIn(claims: SignIn): Promise<void>
  /** All sign-ins of this user up to now. */
  denyUser(claims: SignIn): Promise<void>
}

/** What tells one sign-in from others, in either kind of token. */
type SignIn = Pick<AccessTokenClaims, 'sub' | 'auth_time' | 'origin_jti'>

/**
 * In seconds: no token lives longer, of whichever kind and app client.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
 */
const day = 24 * 60 * 60

export const createDenylist = (store: SafeStore): Denylist => {
  const denySignIn = (claims: SignIn): Promise<void> =>
    store.set({ key: signInKey(claims), value: String(now()), ttl: day })

  return {
    isDenied: async (claims) => {
      const [signIn, moment] = await Promise.all([
        store.get(signInKey(claims)),
        store.get(userKey(claims)),
      ])
      if (signIn !== undefined) return true
      // What is no time denies as well.
      return moment !== undefined && !(claims.auth_time >= Number(moment))
    },
    denySignIn,
    denyUser: async (claims) => {
      // Cognito's clock may be ahead. Who signs in again within that second is let in: the own sign-in is known by itself.
      const moment = Math.max(now(), claims.auth_time)
      await Promise.all([
        denySignIn(claims),
        store.set({ key: userKey(claims), value: String(moment), ttl: day }),
      ])
    },
  }
}

/** Pools that do not revoke tokens say no `origin_jti`; a sign-in is then known by whose and when it was. */
const signInKey = ({ origin_jti: origin, sub, auth_time: time }: SignIn): string =>
  keyOf('sign-in', ...(origin === undefined ? [sub, time] : [origin]))

const userKey = ({ sub }: SignIn): string => keyOf('user', sub)

/** Nothing of a token, and nobody's id: a store may be looked into. */
const keyOf = (...parts: readonly (string | number)[]): string => {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return `cognito:revoked:${digest}`
}
