import { createHmac } from 'node:crypto'

export interface SecretHashInput {
  /** Exactly the name sent beside the hash in the same request. */
  readonly username: string
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * SECRET_HASH: Base64( HMAC-SHA256( client secret, username | client id ) ).
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export const secretHash = ({ username, clientId, clientSecret }: SecretHashInput): string =>
  createHmac('sha256', clientSecret).update(username).update(clientId).digest('base64')
