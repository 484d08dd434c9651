import type { ProblemCode } from '../http-status.ts'
import type { AdminOperationId } from './operations/admin-operations.ts'

/** What an operator has done, or tried. Never with a password, an attribute's value or a token. */
export interface AuditEntry {
  action: AdminOperationId
  /** Whether it changes anything, or only looks. */
  isChange: boolean
  /** The operator, as the token says it. */
  by: { sub: string; username: string; pool?: string }
  /** The user that it is about, as the operator named them. */
  username?: string
  group?: string
  sessionId?: string
  /** What users were searched by, and never for what. */
  searchedBy?: string
  /** `'failed'`: it may have been done or not, as where Cognito did not answer. */
  outcome: 'done' | 'refused' | 'failed'
  /** Why not. */
  code?: ProblemCode
  /** Unix seconds. */
  at: number
}
