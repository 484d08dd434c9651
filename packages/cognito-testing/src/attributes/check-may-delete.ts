import { invalidParameter } from '../aws-error.ts'
import type { AppClient } from '../pool-settings.ts'
import { describeSchemaProblems } from './attribute-problem.ts'
import { checkMayChange } from './check-may-change.ts'
import { checkMayWrite } from './check-may-write.ts'
import type { Schema } from './schema.ts'

/**
 * `client` is undefined for an operator.
 * @throws {AwsError} where one is not in the schema, or has to stay
 */
export const checkMayDelete = (
  schema: Schema,
  { client, names }: { client: AppClient | undefined; names: readonly string[] },
): void => {
  const unknown = names.filter((name) => !schema.has(name))
  if (unknown.length > 0) {
    const complaints = unknown.map(
      (name) => `user.${name}: Attribute does not exist in the schema.\n`,
    )
    throw invalidParameter(`Invalid user attributes: ${complaints.join('')}`)
  }
  if (client) checkMayWrite(schema, client, names)
  checkMayChange(schema, names)
  const required = names.filter((name) => schema.get(name)?.isRequired)
  if (required.length > 0) {
    const problem = 'The attribute is required'
    throw invalidParameter(describeSchemaProblems(required.map((name) => ({ name, problem }))))
  }
}
