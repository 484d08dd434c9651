import { createHash } from 'node:crypto'
import type { AccessTokenClaims } from '@x/cognito-core'
import { lifeOf } from '../auth/token-life.ts'
import { now } from '../clock.ts'
import type { SafeStore } from '../store/create-safe-store.ts'

/** What of a user's sign-ins is over although its access tokens have not expired. @throws a refusal `STORE_UNAVAILABLE` */
export interface Denylist {
  isDenied(claims: SignIn): Promise<boolean>
  /** One sign-in, with all tokens that come of it. */
  denySignIn(claims: AccessTokenClaims): Promise<void>
  /** All sign-ins of this user up to now. */
  denyUser(claims: AccessTokenClaims): Promise<void>
}

/** What tells one sign-in from others, in either kind of token. */
type SignIn = Pick<AccessTokenClaims, 'sub' | 'auth_time' | 'origin_jti'>

/** In seconds: no access token lives longer, of whichever app client. */
const day = 24 * 60 * 60

export const createDenylist = (store: SafeStore): Denylist => ({
  isDenied: async (claims) => {
    const [signIn, moment] = await Promise.all([
      store.get(signInKey(claims)),
      store.get(userKey(claims)),
    ])
    if (signIn !== undefined) return true
    // What is no time denies as well.
    return moment !== undefined && !(claims.auth_time > Number(moment))
  },
  denySignIn: (claims) =>
    store.set({ key: signInKey(claims), value: String(now()), ttl: lifeOf(claims) }),
  denyUser: (claims) => store.set({ key: userKey(claims), value: String(now()), ttl: day }),
})

/** Pools that do not revoke tokens say no `origin_jti`; a sign-in is then known by whose and when it was. */
const signInKey = ({ origin_jti: origin, sub, auth_time: time }: SignIn): string =>
  keyOf('sign-in', ...(origin === undefined ? [sub, time] : [origin]))

const userKey = ({ sub }: SignIn): string => keyOf('user', sub)

/** Nothing of a token, and nobody's id: a store may be looked into. */
const keyOf = (...parts: readonly (string | number)[]): string => {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return `cognito:revoked:${digest}`
}
