import { invalidParameter, notAuthorized } from '../aws-error.ts'
import type { AppClient } from '../pool-settings.ts'
import { mayWrite } from './attribute-permissions.ts'
import { describeSchemaProblems } from './attribute-problem.ts'
import type { Schema } from './schema.ts'

/** @throws {AwsError} where one is not in the schema, or is not the client's to write */
export const checkMayWrite = (
  schema: Schema,
  client: AppClient,
  untrustedNames: readonly string[],
): void => {
  const unknown = untrustedNames.filter((name) => !schema.has(name))
  if (unknown.length > 0) {
    const problem = 'Attribute does not exist in the schema.'
    throw invalidParameter(describeSchemaProblems(unknown.map((name) => ({ name, problem }))))
  }
  if (!untrustedNames.every((name) => mayWrite(client, name))) {
    throw notAuthorized('A client attempted to write unauthorized attribute')
  }
}
