import { invalidParameter } from '../aws-error.ts'
import { describeSchemaProblems } from './attribute-problem.ts'
import type { Schema } from './schema.ts'

/** @throws {AwsError} where one is not in the schema */
export const checkAreKnown = (schema: Schema, untrustedNames: readonly string[]): void => {
  const unknown = untrustedNames.filter((name) => !schema.has(name))
  if (unknown.length > 0) {
    const problem = 'Attribute does not exist in the schema.'
    throw invalidParameter(describeSchemaProblems(unknown.map((name) => ({ name, problem }))))
  }
}
