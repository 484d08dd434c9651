import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { UserStore } from './user-store.ts'

export interface InboxMessage {
  to: string
  medium: 'email' | 'sms'
  /** What the code is for: `mfa`. */
  purpose: 'mfa'
  code: string
  /** Unix seconds. */
  at: number
}

/** Codes and messages that would have been sent. */
export interface Inbox {
  /** By any name the user signs in with; throws, naming what there is, when nothing was sent. */
  lastCodeFor(user: string): string
  /** Oldest first. */
  readonly messages: readonly InboxMessage[]
}

interface CodeSlot {
  username: string
  medium: InboxMessage['medium']
  purpose: InboxMessage['purpose']
}

/** The pool's side of the inbox. A user has one valid code per medium and purpose: the newest. */
export interface Mailer extends Inbox {
  sendCode(input: CodeSlot & { to: string }): void
  isValidCode(input: CodeSlot & { untrustedCode: string }): boolean
  spendCode(input: CodeSlot): void
}

/** E-mailed one-time codes have eight digits, text messages six. */
const digits = { email: 8, sms: 6 } as const

const slotKey = ({ username, medium, purpose }: CodeSlot): string =>
  JSON.stringify([username, medium, purpose])

export const createInbox = (input: { clock: Clock; users: UserStore }): Mailer => {
  const sent: { username: string; message: InboxMessage }[] = []
  const valid = new Map<string, string>()
  return {
    get messages() {
      return sent.map(({ message }) => message)
    },
    lastCodeFor: (name) => {
      const username = input.users.resolve(name)?.username
      const last = sent.findLast(
        (entry) => entry.username === username || entry.message.to === name,
      )
      if (last) return last.message.code
      const recipients = [...new Set(sent.map(({ message }) => message.to))]
      const there =
        recipients.length === 0 ? 'nothing was sent' : `sent to: ${recipients.join(', ')}`
      throw new Error(`inbox: no code for '${name}' (${there})`)
    },
    sendCode: ({ to, ...slot }) => {
      const length = digits[slot.medium]
      const code = String(randomInt(10 ** length)).padStart(length, '0')
      valid.set(slotKey(slot), code)
      const { medium, purpose } = slot
      sent.push({
        username: slot.username,
        message: Object.freeze({ to, medium, purpose, code, at: input.clock.now() }),
      })
    },
    isValidCode: ({ untrustedCode, ...slot }) => {
      const expected = Buffer.from(valid.get(slotKey(slot)) ?? '')
      const untrusted = Buffer.from(untrustedCode)
      return (
        expected.length > 0 &&
        expected.length === untrusted.length &&
        timingSafeEqual(expected, untrusted)
      )
    },
    spendCode: (slot) => {
      valid.delete(slotKey(slot))
    },
  }
}
