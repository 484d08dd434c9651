import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { AwsError, notAuthorized } from './aws-error.ts'
import type { Pool } from './pool.ts'
import type { AppClient } from './pool-settings.ts'

const digest = (value: string): Buffer => createHash('sha256').update(value).digest()

const isSame = (expected: string, untrusted: string): boolean =>
  timingSafeEqual(digest(expected), digest(untrusted))

/**
 * Checks base64(HMAC-SHA256(client secret, user name ‖ client id)), by any secret of the client.
 * Source: "Computing secret hash values" of the Amazon Cognito developer guide.
 */
export const checkSecretHash = (
  pool: Pool,
  input: { client: AppClient; username: string; untrustedHash: string | undefined },
): void => {
  const { client, username, untrustedHash } = input
  const secrets = pool.clientSecrets.of(client.id)
  if (untrustedHash === undefined) {
    if (secrets.length === 0) return
    throw notAuthorized(
      `Client ${client.id} is configured with secret but SECRET_HASH was not received`,
    )
  }
  const isRight = secrets.some(({ value }) => {
    const mac = createHmac('sha256', value).update(username + client.id)
    return isSame(mac.digest('base64'), untrustedHash)
  })
  if (!isRight) throw notAuthorized(`Unable to verify secret hash for client ${client.id}`)
}

/**
 * Checks the plain secret, for the two operations that take it; `errorName` is what they refuse
 * with.
 */
export const checkPlainSecret = (
  pool: Pool,
  input: { client: AppClient; untrustedSecret: string | undefined; errorName: string },
): void => {
  const { client, untrustedSecret, errorName } = input
  const secrets = pool.clientSecrets.of(client.id)
  if (untrustedSecret === undefined) {
    if (secrets.length === 0) return
    throw new AwsError(
      errorName,
      `Client ${client.id} is configured for secret but secret was not received`,
    )
  }
  if (!secrets.some(({ value }) => isSame(value, untrustedSecret))) {
    throw new AwsError(errorName, `Unable to verify client secret for client ${client.id}`)
  }
}
