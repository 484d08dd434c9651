import { notAuthorized } from './aws-error.ts'
import type { Clock } from './clock.ts'

const freeAttempts = 5
const longestLock = 15 * 60

/**
 * Cognito's lockout: the fifth wrong password locks for a second, each further one for twice as long, up to 15 minutes.
 * Source: "Lockout behavior for failed sign-in attempts" of the Amazon Cognito developer guide.
 */
export interface PasswordAttempts {
  /** @throws {AwsError} during a lock; such an attempt does not make it longer */
  check(username: string): void
  fail(username: string): void
  succeed(username: string): void
}

export const createPasswordAttempts = (clock: Clock): PasswordAttempts => {
  const failures = new Map<string, { count: number; last: number; lockedUntil: number }>()
  return {
    check: (username) => {
      if (clock.now() < (failures.get(username)?.lockedUntil ?? 0)) {
        throw notAuthorized('Password attempts exceeded')
      }
    },
    fail: (username) => {
      const now = clock.now()
      const known = failures.get(username)
      const count = known && now - known.last < longestLock ? known.count + 1 : 1
      const lock = count < freeAttempts ? 0 : Math.min(2 ** (count - freeAttempts), longestLock)
      failures.set(username, { count, last: now, lockedUntil: now + lock })
    },
    succeed: (username) => {
      failures.delete(username)
    },
  }
}
