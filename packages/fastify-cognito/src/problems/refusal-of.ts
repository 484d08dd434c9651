import type { FastifyError } from 'fastify'
import { hookErrorOf } from '../hooks/hook-error.ts'
import type { ProblemCode } from '../http-status.ts'
import { invalidFields, invalidInput } from './invalid-input.ts'
import { isOurs, type Refusal, refuse, toRefusal } from './refusal.ts'
import { refusalOfHook } from './refusal-of-hook.ts'

/** What Fastify itself refuses, by its codes. */
const fastifys: Readonly<Record<string, { code: ProblemCode; detail: string }>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'Send the body as application/json.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'PAYLOAD_TOO_LARGE', detail: 'The body is too large.' },
}

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'INVALID_INPUT',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
}

/**
 * Whatever was thrown in our routes, as a refusal with a stable code.
 *
 * @param retryAfter is what the answer says already, as where the app limits rates.
 */
export const refusalOf = (
  thrown: unknown,
  { body, retryAfter }: { body: unknown; retryAfter: unknown },
): Refusal => {
  if (isOurs(thrown)) return toRefusal(thrown)
  const failed = hookErrorOf(thrown)
  if (failed) return refusalOfHook(failed)
  const error = (thrown ?? {}) as Partial<FastifyError>
  // What cannot be in a path names nothing.
  if (error.validationContext === 'params')
    return refuse('NOT_FOUND', 'There is nothing at this path.')
  if (error.validation) {
    // Where no body is needed, none is no fault.
    const isOfBody = error.validationContext === 'body'
    if (isOfBody && (body === undefined || body === null)) return missingBody()
    return invalidInput(error.validation as Parameters<typeof invalidInput>[0])
  }
  const known = fastifys[error.code ?? '']
  if (known) return refuse(known.code, known.detail)
  const statusCode = statusOf(error)
  if (statusCode >= 500) {
    return refuse('INTERNAL', 'Something went wrong here.', { statusCode, cause: thrown })
  }
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return refuse(byStatus[statusCode] ?? 'REQUEST_REFUSED', details[statusCode] ?? refused, {
    statusCode,
    headers,
  })
}

const missingBody = (): Refusal => invalidFields([{ path: '', message: 'is missing.' }])

const refused = 'The request was refused.'

const details: Readonly<Record<number, string>> = {
  // The message of a parser quotes what it could not read.
  400: 'The body cannot be read as JSON.',
  429: 'Too many requests. Wait a while and try again.',
}

/** As Fastify reads it. */
const statusOf = ({ statusCode = 500 }: Partial<FastifyError>): number =>
  statusCode >= 400 && statusCode <= 599 ? statusCode : 500
