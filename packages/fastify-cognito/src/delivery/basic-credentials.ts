import type { FastifyRequest } from 'fastify'
import { refuse } from '../problems/refusal.ts'

/**
 * What a request carries as `Authorization: Basic …`, in UTF-8; `undefined` where it carries nothing so.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7617
 * @throws a refusal `INVALID_INPUT` that names the header.
 */
export const basicCredentials = ({
  headers,
}: Pick<FastifyRequest, 'headers'>): { username: string; password: string } | undefined => {
  const [, encoded] = /^basic(?: +(.*))?$/is.exec(headers.authorization ?? '') ?? [undefined, null]
  if (encoded === null) return undefined
  const [, username, password] = /^([^:]*):(.*)$/s.exec(decoded(encoded ?? '')) ?? []
  if (username === undefined || password === undefined) throw malformed('has no colon in it')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not be in it.
  if (/[\u0000-\u001f\u007f]/.test(username + password)) throw malformed('has control characters')
  return { username, password }
}

const decoded = (encoded: string): string => {
  const bytes = Buffer.from(encoded, 'base64')
  if (encoded === '' || bytes.toString('base64') !== encoded) throw malformed('is no base64')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw malformed('is no UTF-8')
  }
}

/** Never the value. */
const malformed = (why: string) =>
  refuse(
    'INVALID_INPUT',
    `The header Authorization ${why}. Basic credentials are the base64 of the user name, a colon and the password.`,
  )
