import { notAuthorized } from './aws-error.ts'
import type { PoolClock } from './clock.ts'

const freeAttempts = 5
const longestLockMs = 15 * 60 * 1000

/**
 * Cognito's lockout: the fifth wrong password locks for a second, each further one for twice as
 * long, up to 15 minutes.
 * Source: "Lockout behavior for failed sign-in attempts" of the Amazon Cognito developer guide.
 */
export interface PasswordAttempts {
  /** @throws {AwsError} during a lock; such an attempt does not make it longer */
  check(username: string): void
  fail(username: string): void
  succeed(username: string): void
}

export const createPasswordAttempts = (clock: PoolClock): PasswordAttempts => {
  const failures = new Map<string, { count: number; lastMs: number; lockedUntilMs: number }>()
  return {
    check: (username) => {
      if (clock.nowMs() < (failures.get(username)?.lockedUntilMs ?? 0)) {
        throw notAuthorized('Password attempts exceeded')
      }
    },
    fail: (username) => {
      const nowMs = clock.nowMs()
      const known = failures.get(username)
      const count = known && nowMs - known.lastMs < longestLockMs ? known.count + 1 : 1
      const lockMs = count < freeAttempts ? 0 : 1000 * 2 ** (count - freeAttempts)
      const lockedUntilMs = nowMs + Math.min(lockMs, longestLockMs)
      failures.set(username, { count, lastMs: nowMs, lockedUntilMs })
    },
    succeed: (username) => {
      failures.delete(username)
    },
  }
}
