import { hookErrorOf } from '../hooks/hook-error.ts'
import { isOurs, type Refusal, toRefusal } from './refusal.ts'
import { refusalOfHook } from './refusal-of-hook.ts'

/** What is answered where this was thrown; `undefined` where it is none of ours. */
export const refusalIn = (error: unknown): Refusal | undefined => {
  const failed = hookErrorOf(error)
  if (failed) return refusalOfHook(failed)
  return isOurs(error) ? toRefusal(error) : undefined
}
