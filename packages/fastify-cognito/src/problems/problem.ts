import { STATUS_CODES } from 'node:http'
import type { ProblemCode } from '../http-status.ts'
import type { FieldError, Refusal } from './refusal.ts'

/** What a client is told, by RFC 9457: `application/problem+json`. */
export interface Problem {
  type: string
  title: string
  status: number
  /** Stable; the sentence in `detail` is not. */
  code: ProblemCode
  detail: string
  errors?: readonly FieldError[]
  /** In seconds. */
  retryAfter?: number
  retriable?: boolean
}

/** What the developer should read in the log is not for clients. */
const detailsForClients: Readonly<Partial<Record<ProblemCode, string>>> = {
  COGNITO_MISCONFIGURED: 'This service is not set up rightly. Its log says more.',
}

export const problemOf = (refusal: Refusal): Problem => {
  const { code, statusCode: status, message, errors, retriable } = refusal
  const seconds = refusal.headers['retry-after']
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: detailsForClients[code] ?? message,
    ...(errors && { errors }),
    ...(seconds !== undefined && { retryAfter: Number(seconds) }),
    ...(retriable && { retriable }),
  }
}
