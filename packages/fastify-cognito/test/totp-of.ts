import { createHmac } from 'node:crypto'
import type { TestUserPool } from '@x/cognito-testing'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const bytesOf = (base32: string): Buffer => {
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
  const whole = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(whole.map((byte) => Number.parseInt(byte, 2)))
}

/** What an authenticator app shows that was given this key, by RFC 6238. */
export const totpOf = (secret: unknown, { clock }: TestUserPool): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(clock.now() / 30)))
  const mac = createHmac('sha1', bytesOf(String(secret)))
    .update(counter)
    .digest()
  const offset = mac.readUInt8(19) & 15
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}
