import { invalidParameter } from '../aws-error.ts'
import { type Attributes, attributeProblem } from './attribute-problem.ts'
import type { Schema } from './schema.ts'

export interface WrittenAttributes {
  /** What has a value now. */
  set: Attributes
  /** What was given an empty one: it goes away. */
  removed: readonly string[]
}

/**
 * What is written about a user. Whoever writes anything must also write what is required
 * and has no value yet, except an operator.
 * Source: "Working with user attributes" of the Amazon Cognito developer guide.
 * @throws {AwsError} where it does not fit the schema
 */
export const readWrittenAttributes = (
  schema: Schema,
  input: { before: Attributes; untrustedAttributes: Attributes; isOperator?: boolean },
): WrittenAttributes => {
  const { before, untrustedAttributes, isOperator = false } = input
  const entries = Object.entries(untrustedAttributes)
  const set = Object.fromEntries(entries.filter(([, value]) => value !== ''))
  const removed = entries.filter(([, value]) => value === '').map(([name]) => name)
  const missing = [...schema]
    .filter(([name, { isRequired }]) => isRequired && name !== 'sub' && set[name] === undefined)
    .map(([name]) => name)
    .filter((name) => removed.includes(name) || (!isOperator && !before[name]))
  const problem = attributeProblem(schema, set, missing)
  if (problem) throw invalidParameter(problem)
  return { set, removed }
}
