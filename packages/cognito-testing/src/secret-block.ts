import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from './clock.ts'

/** The server's half of an SRP exchange, between its two calls. */
export interface SrpState {
  clientId: string
  /** How the Session ends that it was issued with; undefined where there was none. */
  sessionEnd?: string | undefined
  /** USER_ID_FOR_SRP, or the key of a device. */
  username: string
  /** A */
  clientPublic: bigint
  /** b */
  serverSecret: bigint
  /** B */
  serverPublic: bigint
}

interface SealedState {
  id: string
  clientId: string
  sessionEnd?: string | undefined
  username: string
  A: string
  b: string
  B: string
  expiresAt: number
}

export interface SecretBlocks {
  /** `lifetime` in seconds. Returns base64, about 1.7 kB of it. */
  seal(state: SrpState & { lifetime: number }): string
  /** Opens a block once; undefined for one that was forged, opened before or has expired. */
  open(untrustedBlock: string): SrpState | undefined
}

const encode = (value: bigint): string => {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64')
}

const decode = (base64: string): bigint =>
  BigInt(`0x${Buffer.from(base64, 'base64').toString('hex')}`)

/** Shorter state is filled up with spaces: most blocks are as long as Cognito's, about 1.3 kB. */
const usualSize = 1264
const ivSize = 12
const tagSize = 16

/** As at Cognito, the state travels in SECRET_BLOCK: an SRP exchange has no Session. */
export const createSecretBlocks = (clock: Clock): SecretBlocks => {
  const key = randomBytes(32)
  const opened = new Set<string>()

  const decrypt = (block: Buffer): string | undefined => {
    if (block.length < ivSize + tagSize) return undefined
    const decipher = createDecipheriv('aes-256-gcm', key, block.subarray(0, ivSize))
    decipher.setAuthTag(block.subarray(-tagSize))
    try {
      return (
        decipher.update(block.subarray(ivSize, -tagSize), undefined, 'utf8') +
        decipher.final('utf8')
      )
    } catch {
      return undefined
    }
  }

  return {
    seal: ({ clientPublic, serverSecret, serverPublic, lifetime, ...state }) => {
      const sealed: SealedState = {
        id: randomUUID(),
        ...state,
        A: encode(clientPublic),
        b: encode(serverSecret),
        B: encode(serverPublic),
        expiresAt: clock.now() + lifetime,
      }
      const iv = randomBytes(ivSize)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      return Buffer.concat([
        iv,
        cipher.update(JSON.stringify(sealed).padEnd(usualSize), 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]).toString('base64')
    },
    open: (untrustedBlock) => {
      const plain = decrypt(Buffer.from(untrustedBlock, 'base64'))
      if (plain === undefined) return undefined
      const { id, A, b, B, expiresAt, ...state }: SealedState = JSON.parse(plain)
      if (opened.has(id) || clock.now() >= expiresAt) return undefined
      opened.add(id)
      return {
        ...state,
        clientPublic: decode(A),
        serverSecret: decode(b),
        serverPublic: decode(B),
      }
    },
  }
}
