import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { ContactAttribute } from '../options.ts'

/** What a code is good for. There is one good code for each: the newest. */
export interface CodeSlot {
  /** Whose it is: the `sub` of a user, or what stands for one who does not exist. */
  subject: string
  purpose: 'mfa' | 'sign-in' | 'sign-up' | 'forgot-password' | 'verify-attribute'
  /** Where several codes of one purpose are good at the same time. */
  attribute?: ContactAttribute
}

export interface IssuedCode {
  code: string
  /** The address or number; undefined for one that was sent to nobody. */
  to?: string
  attribute: ContactAttribute
}

export type CodeMatch =
  | { state: 'right'; issued: IssuedCode }
  | { state: 'wrong' }
  /** None was issued, or it was used or has expired. */
  | { state: 'none' }

export interface CodeSlots {
  /** A new code; the one before it is wrong from now on. `lifetime` in seconds, if it has an end. */
  issue(
    slot: CodeSlot,
    input: { digits: 6 | 8; attribute: ContactAttribute; to?: string; lifetime?: number },
  ): string
  match(slot: CodeSlot, untrustedCode: string): CodeMatch
  /** Used, or good for nothing any more. */
  drop(slot: CodeSlot): void
}

const keyOf = ({ subject, purpose, attribute }: CodeSlot): string =>
  JSON.stringify([subject, purpose, attribute])

const isSame = (expected: string, untrusted: string): boolean => {
  const [a, b] = [Buffer.from(expected), Buffer.from(untrusted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export const createCodeSlots = (clock: Clock): CodeSlots => {
  const slots = new Map<string, IssuedCode & { expiresAt: number }>()
  return {
    issue: (slot, { digits, attribute, to, lifetime = Number.POSITIVE_INFINITY }) => {
      const code = String(randomInt(10 ** digits)).padStart(digits, '0')
      const expiresAt = clock.now() + lifetime
      slots.set(keyOf(slot), { code, attribute, expiresAt, ...(to !== undefined && { to }) })
      return code
    },
    match: (slot, untrustedCode) => {
      const issued = slots.get(keyOf(slot))
      if (!issued || clock.now() >= issued.expiresAt) return { state: 'none' }
      return isSame(issued.code, untrustedCode) && issued.to !== undefined
        ? { state: 'right', issued }
        : { state: 'wrong' }
    },
    drop: (slot) => {
      slots.delete(keyOf(slot))
    },
  }
}
