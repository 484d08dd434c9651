import { codeMismatch, expiredCode } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import type { CodeSlot, IssuedCode } from './code-slots.ts'

/**
 * The code that was sent to a user, who now shows it. It stays good until it is dropped.
 * @throws {AwsError} CodeMismatchException, or ExpiredCodeException where there is none to match
 */
export const checkCode = (pool: Pool, slot: CodeSlot, untrustedCode: string): IssuedCode => {
  const match = pool.codes.match(slot, untrustedCode)
  if (match.state === 'right') return match.issued
  throw match.state === 'wrong' ? codeMismatch() : expiredCode()
}
