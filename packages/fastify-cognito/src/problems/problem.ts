import { STATUS_CODES } from 'node:http'
import type { ProblemCode } from '../http-status.ts'
import type { ProblemKey } from './problem-key.ts'
import type { FieldError, Refusal } from './refusal.ts'

/** What a client is told, by RFC 9457: `application/problem+json`. */
export interface Problem {
  type: string
  title: string
  status: number
  /** Stable; the sentence in `detail` is not. */
  code: ProblemCode
  detail: string
  /** Of the sentence in `detail`, for translations: the code, or one with a variant behind a full stop. */
  key: ProblemKey
  /** What that sentence is filled with. */
  params: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
  /** In seconds. */
  retryAfter?: number
  /** How recent a sign-in is needed, where it was longer ago: in seconds. */
  maxAge?: number
  /** Whether the same request, or another answer in it, may do. */
  retriable?: boolean
  /** Until when the challenge under way may be answered, where it may: Unix seconds. */
  expiresAt?: number
}

/** What the developer should read in the log is not for clients. */
const misconfigured = 'This service is not set up rightly. Its log says more.'
const detailsForClients: Readonly<Partial<Record<ProblemCode, string>>> = {
  COGNITO_MISCONFIGURED: misconfigured,
  COGNITO_NO_CREDENTIALS: misconfigured,
  COGNITO_NOT_PERMITTED: misconfigured,
}

export const problemOf = (refusal: Refusal): Problem => {
  const { code, statusCode: status, errors, maxAge, retriable } = refusal
  const seconds = refusal.headers['retry-after']
  const detail = detailsForClients[code]
  const sentence =
    detail === undefined
      ? { detail: refusal.message, key: refusal.key, params: refusal.params }
      : { detail, key: code, params: {} }
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    ...sentence,
    ...(errors && { errors }),
    ...(seconds !== undefined && { retryAfter: Number(seconds) }),
    ...(maxAge !== undefined && { maxAge }),
    ...(retriable && { retriable }),
  }
}
