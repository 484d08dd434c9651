import { TokenError } from '../errors/token-error.ts'

/**
 * What a verified access token says. A pre token generation trigger may add claims of its own.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export interface AccessTokenClaims {
  /** The user's id, which never changes. */
  sub: string
  username: string
  client_id: string
  token_use: 'access'
  /** Separated by spaces. */
  scope: string
  'cognito:groups'?: string[]
  /** Unix seconds. */
  exp: number
  /** Unix seconds. */
  iat: number
  /** When the user signed in, in Unix seconds; a refresh does not move it. */
  auth_time: number
  /** Of the device that the sign-in is known by, where the pool tracks devices. */
  device_key?: string
  /** The same in all tokens of one sign-in, where the app client lets tokens be revoked. */
  origin_jti?: string
  /** The token's own id. */
  jti?: string
  [claim: string]: unknown
}

/**
 * What a verified ID token says, the user's readable attributes among it.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 */
export interface IdTokenClaims {
  /** The user's id, which never changes. */
  sub: string
  /** The app client the token was issued to. */
  aud: string
  'cognito:username': string
  token_use: 'id'
  'cognito:groups'?: string[]
  /** Unix seconds. */
  exp: number
  /** When the user signed in, in Unix seconds; a refresh does not move it. */
  auth_time: number
  /** The same in all tokens of one sign-in, where the app client lets tokens be revoked. */
  origin_jti?: string
  [claim: string]: unknown
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

const isTextIfAny = (value: unknown): boolean => value === undefined || isText(value)

type Shapes = Readonly<Record<string, (value: unknown) => boolean>>

// aws-jwt-verify checks the time only of a token that has one, and no claim of Cognito's own.
const shapes: Shapes = {
  sub: isText,
  exp: Number.isFinite,
  'cognito:groups': (value) =>
    value === undefined || (Array.isArray(value) && value.every((group) => isText(group))),
}

/** A token of the client credentials grant has no user, so it does not prove one. */
const rowsByUse = {
  access: Object.entries({
    ...shapes,
    username: isText,
    device_key: isTextIfAny,
    origin_jti: isTextIfAny,
    jti: isTextIfAny,
  }),
  id: Object.entries({ ...shapes, 'cognito:username': isText, origin_jti: isTextIfAny }),
}

/** @throws TokenError `TOKEN_MALFORMED` that names the claim. */
export const checkClaims = (
  claims: Readonly<Record<string, unknown>>,
  use: 'access' | 'id',
): void => {
  for (const [claim, holds] of rowsByUse[use]) {
    if (holds(claims[claim])) continue
    throw new TokenError('TOKEN_MALFORMED', `The token's ${claim} is not as Cognito writes it.`, {
      claim,
    })
  }
}
