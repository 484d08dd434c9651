import type { AccessTokenClaims, IdTokenClaims } from '@x/cognito-core'
import type { CognitoUser } from './cognito-user.ts'

interface Proved {
  user: CognitoUser
  /** The name of the pool where it is another than the plugin's own, and has one. */
  pool?: string
}

/** Proved by an access token. */
export interface AccessAuth extends Proved {
  tokenUse: 'access'
  accessToken: string
  claims: AccessTokenClaims
  from: 'bearer' | 'headers' | 'session'
}

/** Proved by an ID token, on routes whose guard asks for one. */
export interface IdAuth extends Proved {
  tokenUse: 'id'
  idToken: string
  /** Nothing can be called with an ID token. */
  accessToken?: undefined
  claims: IdTokenClaims
  from: 'bearer'
}

/** What a request proved. */
export type RequestAuth = AccessAuth | IdAuth
