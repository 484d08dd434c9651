import { TokenError } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { userOf } from '../auth/cognito-user.ts'
import { now } from '../clock.ts'
import { refusalOf } from '../problems/refusal-of.ts'
import type { CognitoAdminRoutesOptions } from './admin-routes-options.ts'
import type { AuditEntry } from './audit-entry.ts'
import { adminOperations } from './operations/admin-operations.ts'
import { refusalOfCall } from './refusal-of-call.ts'

/** What an entry says before anything is done. */
type Act = Pick<AuditEntry, 'action' | 'username' | 'group' | 'sessionId' | 'searchedBy'>

/** Does what an operator asks, and has it told. @throws a refusal */
export type Audited = <Done>(
  request: FastifyRequest,
  act: Act,
  work: () => Promise<Done>,
) => Promise<Done>

export const createAudited = ({ onAudit }: Pick<CognitoAdminRoutesOptions, 'onAudit'>): Audited => {
  const tell = async (
    request: FastifyRequest,
    act: Act,
    end: Pick<AuditEntry, 'outcome' | 'code'>,
  ): Promise<void> => {
    if (!onAudit) return
    const { isChange } = adminOperations[act.action]
    const entry: AuditEntry = { ...act, isChange, by: operatorOf(request), ...end, at: now() }
    try {
      await onAudit(entry, request)
    } catch (error) {
      request.log.error({ code: 'AUDIT_FAILED', audit: entry, err: error }, 'onAudit has thrown')
    }
  }

  return async (request, act, work) => {
    const done = await work().catch(async (error: unknown) => {
      const thrown = refusalOfCall(error, act)
      const { code, statusCode } = refusalOf(thrown, { body: request.body, retryAfter: undefined })
      await tell(request, act, { outcome: statusCode < 500 ? 'refused' : 'failed', code })
      throw thrown
    })
    await tell(request, act, { outcome: 'done' })
    return done
  }
}

/** As the token says it, whatever `resolveUser` makes of it. */
export const operatorOf = ({ auth }: FastifyRequest): AuditEntry['by'] => {
  if (!auth) throw new TokenError('TOKEN_MISSING', 'No guard has proved who is calling.')
  const { sub, username } = userOf(auth.claims)
  return { sub, username, ...(auth.pool !== undefined && { pool: auth.pool }) }
}
