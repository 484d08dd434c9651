import { notAuthorized } from '../aws-error.ts'
import type { AppClient } from '../pool-settings.ts'
import { mayWrite } from './attribute-permissions.ts'
import { checkAreKnown } from './check-are-known.ts'
import type { Schema } from './schema.ts'

/** @throws {AwsError} where one is not in the schema, or is not the client's to write */
export const checkMayWrite = (
  schema: Schema,
  client: AppClient,
  untrustedNames: readonly string[],
): void => {
  checkAreKnown(schema, untrustedNames)
  if (!untrustedNames.every((name) => mayWrite(client, name))) {
    throw notAuthorized('A client attempted to write unauthorized attribute')
  }
}
