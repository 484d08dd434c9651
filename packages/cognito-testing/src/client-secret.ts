import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { AwsError, notAuthorized } from './aws-error.ts'
import type { AppClient } from './pool-settings.ts'

const digest = (value: string): Buffer => createHash('sha256').update(value).digest()

const isSame = (expected: string, untrusted: string): boolean =>
  timingSafeEqual(digest(expected), digest(untrusted))

/**
 * Checks base64(HMAC-SHA256(client secret, user name ‖ client id)).
 * Source: "Computing secret hash values" of the Amazon Cognito developer guide.
 */
export const checkSecretHash = (
  client: AppClient,
  input: { username: string; untrustedHash: string | undefined },
): void => {
  if (client.secret === undefined && input.untrustedHash === undefined) return
  if (client.secret !== undefined && input.untrustedHash === undefined) {
    throw notAuthorized(
      `Client ${client.id} is configured with secret but SECRET_HASH was not received`,
    )
  }
  const expected = createHmac('sha256', client.secret ?? '')
    .update(input.username + client.id)
    .digest('base64')
  if (client.secret === undefined || !isSame(expected, input.untrustedHash ?? '')) {
    throw notAuthorized(`Unable to verify secret hash for client ${client.id}`)
  }
}

/**
 * Checks the plain secret, for the two operations that take it; `errorName` is what they refuse
 * with.
 */
export const checkPlainSecret = (
  client: AppClient,
  input: { untrustedSecret: string | undefined; errorName: string },
): void => {
  if (client.secret === undefined && input.untrustedSecret === undefined) return
  if (client.secret !== undefined && input.untrustedSecret === undefined) {
    throw new AwsError(
      input.errorName,
      `Client ${client.id} is configured for secret but secret was not received`,
    )
  }
  if (client.secret === undefined || !isSame(client.secret, input.untrustedSecret ?? '')) {
    throw new AwsError(input.errorName, `Unable to verify client secret for client ${client.id}`)
  }
}
