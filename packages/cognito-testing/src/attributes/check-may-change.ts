import { invalidParameter } from '../aws-error.ts'
import type { Schema } from './schema.ts'

/** @throws {AwsError} where one can be given to new users only */
export const checkMayChange = (schema: Schema, names: readonly string[]): void => {
  const fixed = names.filter((name) => schema.get(name)?.isMutable === false)
  if (fixed.length > 0) {
    const complaints = fixed.map((name) => `user.${name}: Attribute cannot be updated.\n`)
    throw invalidParameter(complaints.join(''))
  }
}
