import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What is sealed for one purpose never opens for another: each has a key of its own. */
export type SealPurpose = 'session' | 'challenge' | 'sign-up' | 'device'

export interface Seal {
  /** `context` is where the text belongs, such as the cookie's name; it opens nowhere else. */
  seal(input: { text: string; context: string }): string
  /** `undefined` for whatever was not sealed so by us. Never throws. */
  open(input: { untrustedSealed: string; context: string }): string | undefined
}

const algorithm = 'aes-256-gcm'
const version = 1
const ivBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM, as base64url of: version (1 byte), random IV (12), ciphertext, tag (16).
 * The first secret seals, all of them open.
 *
 *     key = HKDF-SHA256(secret, info)      info = purpose and version
 *     additional data = info, audience, context
 */
export const createSeal = ({
  secrets,
  purpose,
  audience,
}: {
  secrets: readonly [string, ...string[]]
  purpose: SealPurpose
  /** The user pool and app client: two with one secret do not open what the other sealed. */
  audience: string
}): Seal => {
  const info = `@x/fastify-cognito ${purpose} v${version}`
  const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', info, 32))
  const sealingKey = keyOf(secrets[0])
  const keys = [sealingKey, ...secrets.slice(1).map(keyOf)]
  const boundTo = (context: string): Buffer => Buffer.from([info, audience, context].join('\n'))

  return {
    seal: ({ text, context }) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, sealingKey, iv).setAAD(boundTo(context))
      const sealed = [Buffer.of(version), iv, cipher.update(text), cipher.final()]
      return Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64url')
    },
    open: ({ untrustedSealed, context }) => {
      const bytes = decoded(untrustedSealed)
      if (!bytes) return undefined
      for (const key of keys) {
        const text = opened({ bytes, key, boundTo: boundTo(context) })
        if (text !== undefined) return text
      }
      return undefined
    },
  }
}

const decoded = (untrustedSealed: string): Buffer | undefined => {
  const bytes = Buffer.from(untrustedSealed, 'base64url')
  // The last letter has spare bits, and the decoder skips what is no letter: one text per seal only.
  if (bytes.toString('base64url') !== untrustedSealed) return undefined
  const isWhole = bytes.length >= 1 + ivBytes + tagBytes && bytes[0] === version
  return isWhole ? bytes : undefined
}

const opened = (input: { bytes: Buffer; key: Buffer; boundTo: Buffer }): string | undefined => {
  const { bytes, key, boundTo } = input
  const iv = bytes.subarray(1, 1 + ivBytes)
  const text = bytes.subarray(1 + ivBytes, -tagBytes)
  try {
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes })
      .setAAD(boundTo)
      .setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(text), decipher.final()]).toString()
  } catch {
    return undefined
  }
}
