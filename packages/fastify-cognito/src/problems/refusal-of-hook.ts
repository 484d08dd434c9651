import { wwwAuthenticate } from '../auth/www-authenticate.ts'
import type { HookError } from '../hooks/hook-error.ts'
import { isOurs, type Refusal, refuse, toRefusal } from './refusal.ts'

interface Thrown {
  statusCode?: unknown
  status?: unknown
  headers?: unknown
  message?: unknown
}

/** What a client is told of a hook that has thrown: what it says for clients, with a status below 500. */
export const refusalOfHook = ({ cause }: HookError): Refusal => {
  if (isOurs(cause)) return toRefusal(cause)
  const thrown = Object(cause) as Thrown
  const statusCode = statusOf(thrown)
  const headers = headersOf(thrown, statusCode)
  if (statusCode >= 500) {
    return refuse('INTERNAL', 'Something went wrong here.', { statusCode, headers, cause })
  }
  const message = typeof thrown.message === 'string' && thrown.message
  return refuse('REQUEST_REFUSED', message || 'The request was refused.', { statusCode, headers })
}

/** As Fastify reads it. */
const statusOf = ({ statusCode, status }: Thrown): number => {
  const said = Number(statusCode ?? status)
  return said >= 400 && said <= 599 ? said : 500
}

const headersOf = ({ headers }: Thrown, statusCode: number): Record<string, string> => ({
  ...(statusCode === 401 && { 'www-authenticate': wwwAuthenticate({ code: 'REQUEST_REFUSED' }) }),
  ...(headers instanceof Object && (headers as Record<string, string>)),
})
