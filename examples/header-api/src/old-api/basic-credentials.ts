import { BadInput } from '../bad-input.ts'

export interface Credentials {
  username: string
  password: string
}

/**
 * @see https://www.rfc-editor.org/rfc/rfc7617
 * @throws BadInput that says what is wrong with the header.
 */
export const basicCredentials = (authorization: string | undefined): Credentials => {
  if (!authorization) throw malformed('is missing')
  const [, encoded] = /^basic +(\S+)$/i.exec(authorization) ?? []
  if (!encoded) throw malformed('is not Basic')
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.toString('base64') !== encoded) throw malformed('is no base64')
  const [, username, password] = /^([^:]*):(.*)$/s.exec(decoded(bytes)) ?? []
  if (username === undefined || password === undefined) throw malformed('has no colon in it')
  return { username, password }
}

const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw malformed('is no UTF-8')
  }
}

const malformed = (why: string): BadInput =>
  new BadInput(
    `The header Authorization ${why}. Send Basic and the base64 of the user name, a colon and the password.`,
  )
