import { CognitoError, TokenError } from '@x/cognito-core'
import { wwwAuthenticate } from '../auth/www-authenticate.ts'
import { httpStatus, type ProblemCode, retryAfter } from '../http-status.ts'
import type { ProblemKey } from './problem-key.ts'

/** What is wrong with one field of the input. Never its value. */
export interface FieldError {
  /** A JSON pointer, such as `/answer/code`; empty for the body as a whole. */
  path: string
  message: string
}

/** An error with a stable code, which any error handler of Fastify answers rightly. */
export interface Refusal extends Error {
  readonly code: ProblemCode
  readonly key: ProblemKey
  readonly params: Readonly<Record<string, string>>
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
  /** How recent a sign-in is needed, where it was longer ago: in seconds. */
  readonly maxAge?: number
  /** Whether the same request may be answered otherwise, later or with another answer in it. */
  readonly retriable?: boolean
}

interface Details {
  /** @default the code */
  key?: ProblemKey
  params?: Readonly<Record<string, string>>
  statusCode?: number
  errors?: readonly FieldError[]
  retriable?: boolean
  headers?: Readonly<Record<string, string>>
  /** The scopes that were asked for. */
  scopes?: readonly string[]
  /** How recent a sign-in was asked for, in seconds. */
  maxAge?: number
  /** For the log. */
  cause?: unknown
}

const refusals = new WeakSet<Error>()

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && refusals.has(error)

const refused = (error: Error, code: ProblemCode, details: Details): Refusal => {
  const { key = code, params = {}, statusCode = httpStatus[code] } = details
  const { errors, retriable, maxAge } = details
  const refusal = Object.assign(error, {
    code,
    key,
    params,
    statusCode,
    headers: { ...headersOf(code, details), ...details.headers },
    ...(errors && { errors }),
    ...(retriable && { retriable }),
    ...(code === 'TOKEN_TOO_OLD' && maxAge !== undefined && { maxAge }),
  })
  refusals.add(refusal)
  return refusal
}

const headersOf = (
  code: ProblemCode,
  { scopes, maxAge, statusCode = httpStatus[code] }: Details,
): Record<string, string> => {
  const seconds = retryAfter[code]
  const challenged = statusCode === 401 || code === 'TOKEN_INSUFFICIENT'
  const asked = { ...(scopes && { scopes }), ...(maxAge !== undefined && { maxAge }) }
  return {
    ...(challenged && { 'www-authenticate': wwwAuthenticate({ code, ...asked }) }),
    ...(seconds !== undefined && { 'retry-after': String(seconds) }),
  }
}

/** A refusal of our own. */
export const refuse = (code: ProblemCode, detail: string, details: Details = {}): Refusal =>
  refused(new Error(detail, { cause: details.cause }), code, details)

/** The same error with what HTTP needs. A new object: one error may answer many requests at once. */
export const toRefusal = (
  error: CognitoError | TokenError | Refusal,
  details: Details = {},
): Refusal => {
  if (isRefusal(error)) return error
  if (error instanceof CognitoError) {
    const { code, key, params, message, operation, cause, retryable: retriable } = error
    const copy = new CognitoError(key, { params, message, operation, cause })
    return refused(copy, code, { key, params, retriable, ...details })
  }
  const { code, message, claim, retryable, cause } = error as TokenError
  const known = { retryable, cause, ...(claim !== undefined && { claim }) }
  const copy = new TokenError(code, message, known)
  return refused(copy, code, details)
}

/** Whether the error is one of this plugin's or of the core beneath it. */
export const isOurs = (error: unknown): error is CognitoError | TokenError | Refusal =>
  error instanceof CognitoError || error instanceof TokenError || isRefusal(error)
