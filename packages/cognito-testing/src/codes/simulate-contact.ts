import { createHmac } from 'node:crypto'
import { looksLikeEmail, looksLikePhoneNumber } from '../attributes/formats.ts'
import type { ContactAttribute } from '../options.ts'

/**
 * The address or number of somebody who does not exist: the same each time, and what was typed
 * where that is one.
 */
export const simulateContact = (
  key: Buffer,
  attribute: ContactAttribute,
  untrustedName: string,
): string => {
  if (looksLikeEmail(untrustedName) || looksLikePhoneNumber(untrustedName)) return untrustedName
  const digest = createHmac('sha256', key).update(`to:${untrustedName}`).digest()
  const [first = 0, second = 0] = digest
  const letter = (byte: number): string => String.fromCharCode(97 + (byte % 26))
  return attribute === 'email'
    ? `${letter(first)}@${letter(second)}`
    : `+1555010${String(digest.readUInt16BE(2) % 10_000).padStart(4, '0')}`
}
