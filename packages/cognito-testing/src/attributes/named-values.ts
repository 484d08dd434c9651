import type { InputAttribute } from '../input-shape.ts'
import type { Attributes } from './attribute-problem.ts'

/** AWS's list of names and values as a record; of a name that is repeated, the last value. */
export const namedValues = (list: readonly InputAttribute[] = []): Attributes =>
  Object.fromEntries(list.map(({ Name, Value = '' }) => [Name, Value]))
