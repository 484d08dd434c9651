import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { packText, unpackText } from './packed-text.ts'

/** What is sealed for one purpose never opens for another: each has a key of its own. */
export type SealPurpose = 'session' | 'challenge' | 'sign-up' | 'device'

export interface Seal {
  /** `context` is where the text belongs, such as the cookie's name; it opens nowhere else. */
  seal(input: { text: string; context: string }): string
  /** `undefined` for whatever was not sealed so by us. Never throws. */
  open(input: { untrustedSealed: string; context: string }): string | undefined
  /** Of what is public, a name that nobody without the secret can tell it by: 12 letters. */
  nameFor(text: string): string
}

interface Format {
  bytesOf(text: string): Buffer
  textOf(bytes: Buffer): string | undefined
}

/** By version. A process that does not know one yet opens nothing of it. */
const formats = {
  1: { bytesOf: (text) => Buffer.from(text), textOf: (bytes) => bytes.toString() },
  2: { bytesOf: packText, textOf: unpackText },
} as const satisfies Record<number, Format>

type Version = keyof typeof formats

/** Which each is sealed in. What strangers are given is not packed: its length would tell what is in it. */
const versions: Readonly<Record<SealPurpose, Version>> = {
  session: 2,
  challenge: 1,
  'sign-up': 1,
  device: 1,
}

const algorithm = 'aes-256-gcm'
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
  const keyOf = (secret: string, info: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', info, 32))
  const keysOf = (version: Version) => {
    const info = `@x/fastify-cognito ${purpose} v${version}`
    const keys = secrets.map((secret) => keyOf(secret, info))
    const boundTo = (context: string) => Buffer.from([info, audience, context].join('\n'))
    return { keys, boundTo }
  }
  const known = { 1: keysOf(1), 2: keysOf(2) } satisfies Record<Version, unknown>
  const namingKey = keyOf(secrets[0], `@x/fastify-cognito ${purpose} name`)

  return {
    seal: ({ text, context }) => {
      const version = versions[purpose]
      const { keys, boundTo } = known[version]
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, keys[0] ?? '', iv).setAAD(boundTo(context))
      const bytes = formats[version].bytesOf(text)
      const sealed = [Buffer.of(version), iv, cipher.update(bytes), cipher.final()]
      return Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64url')
    },
    open: ({ untrustedSealed, context }) => {
      const sealed = decoded(untrustedSealed)
      if (!sealed) return undefined
      const { version, bytes } = sealed
      const { keys, boundTo } = known[version]
      for (const key of keys) {
        const found = opened({ bytes, key, boundTo: boundTo(context) })
        if (found) return formats[version].textOf(found)
      }
      return undefined
    },
    nameFor: (text) =>
      createHmac('sha256', namingKey).update(text).digest('base64url').slice(0, 12),
  }
}

const decoded = (untrustedSealed: string): { version: Version; bytes: Buffer } | undefined => {
  const bytes = Buffer.from(untrustedSealed, 'base64url')
  // The last letter has spare bits, and the decoder skips what is no letter: one text per seal only.
  if (bytes.toString('base64url') !== untrustedSealed) return undefined
  const version = bytes[0]
  if (version !== 1 && version !== 2) return undefined
  return bytes.length >= 1 + ivBytes + tagBytes ? { version, bytes } : undefined
}

const opened = (input: { bytes: Buffer; key: Buffer; boundTo: Buffer }): Buffer | undefined => {
  const { bytes, key, boundTo } = input
  const iv = bytes.subarray(1, 1 + ivBytes)
  const content = bytes.subarray(1 + ivBytes, -tagBytes)
  try {
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes })
      .setAAD(boundTo)
      .setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(content), decipher.final()])
  } catch {
    return undefined
  }
}
