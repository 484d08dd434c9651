import { invalidParameter } from '../aws-error.ts'
import type { User } from '../user-store.ts'

/**
 * What a list tells of a user who is asked for these alone.
 * @throws {AwsError} where the user has none of one, and for `sub`, which no list takes
 */
export const onlyAttributes = (user: User, names: readonly string[]): readonly object[] =>
  [...new Set(names)].map((Name) => {
    const Value = Object.hasOwn(user.attributes, Name) ? user.attributes[Name] : undefined
    if (Value === undefined)
      throw invalidParameter('One or more requested attributes do not exist.')
    return { Name, Value }
  })
