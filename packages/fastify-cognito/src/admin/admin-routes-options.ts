import type { FastifyRequest } from 'fastify'
import type { AuthRequirements } from '../guards/auth-requirements.ts'
import type { AuditEntry } from './audit-entry.ts'

export interface CognitoAdminRoutesOptions {
  /** Who operators are, as `requireAuth` takes it: by a group or a scope at least. */
  guard: AuthRequirements
  /**
   * Told what an operator has done or tried, before that is answered. What it throws is logged with the
   * entry, and changes nothing: what is done is done.
   */
  onAudit?: (entry: AuditEntry, request: FastifyRequest) => unknown
  /**
   * Which attributes of users answers show.
   *
   * @default names, e-mail address and phone number, whether these are verified, and `sub`
   */
  attributes?: readonly string[]
}
