import { refuse } from '../option-checks.ts'
import { operations } from './operations.ts'

/** @throws {TypeError} naming what was called with the name of no operation there is */
export const checkOperation = (called: string, operation: string, others = ''): void => {
  if (Object.hasOwn(operations, operation)) return
  const known = Object.keys(operations).join(', ')
  refuse(called, `does not know the operation '${operation}' (there are ${known}${others})`)
}
