import { createHmac, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const secondsPerStep = 30

export const encodeBase32 = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('')
}

const decodeBase32 = (text: string): Buffer => {
  const bits = Array.from(text, (char) => alphabet.indexOf(char).toString(2).padStart(5, '0')).join(
    '',
  )
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** RFC 6238 with Cognito's parameters: HMAC-SHA-1, six digits, 30 seconds. */
const codeAtStep = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', decodeBase32(secret)).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const stepAt = (unixSeconds: number): number => Math.floor(unixSeconds / secondsPerStep)

/** The code an authenticator app shows. `secret` is base32. */
export const totpCodeAt = (secret: string, unixSeconds: number): string =>
  codeAtStep(secret, stepAt(unixSeconds))

/**
 * The 30-second step whose code this is, from one before to one after now; undefined when it is
 * none of them.
 */
export const matchTotpStep = (input: {
  secret: string
  untrustedCode: string
  now: number
}): number | undefined => {
  const untrusted = Buffer.from(input.untrustedCode)
  const current = stepAt(input.now)
  return [current, current - 1, current + 1].find((step) => {
    const expected = Buffer.from(codeAtStep(input.secret, step))
    return expected.length === untrusted.length && timingSafeEqual(expected, untrusted)
  })
}
