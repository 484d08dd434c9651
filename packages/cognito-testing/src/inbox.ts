import type { Clock } from './clock.ts'
import type { UserStore } from './user-store.ts'

/**
 * What the code is for: a second factor, signing in without a password, a new account, a forgotten password, an attribute whose
 * verification was asked for, or one that was changed. An invitation is for a user whom an operator made, and
 * its code is the temporary password; a welcome is for one who was migrated.
 */
export type MessagePurpose =
  | 'mfa'
  | 'sign-in'
  | 'sign-up'
  | 'forgot-password'
  | 'verify-attribute'
  | 'update-attribute'
  | 'invitation'
  | 'welcome'

export interface InboxMessage {
  to: string
  medium: 'email' | 'sms'
  purpose: MessagePurpose
  /** Empty where there is none: in a welcome, and where a user needs no password. */
  code: string
  /** Of an e-mail that the `customMessage` trigger gave one. */
  subject?: string
  /** With the code in it, where the `customMessage` trigger wrote one. */
  text?: string
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

/** The pool's side of the inbox. */
export interface Mailer extends Inbox {
  deliver(sub: string, message: Omit<InboxMessage, 'at'>): void
}

export const createInbox = (input: { clock: Clock; users: UserStore }): Mailer => {
  const sent: { sub: string; message: InboxMessage }[] = []
  return {
    get messages() {
      return sent.map(({ message }) => message)
    },
    lastCodeFor: (name) => {
      const sub = input.users.resolve(name)?.sub
      const codes = sent.filter(({ message }) => message.code !== '')
      const last = codes.findLast((entry) => entry.sub === sub || entry.message.to === name)
      if (last) return last.message.code
      const recipients = [...new Set(codes.map(({ message }) => message.to))]
      const there =
        recipients.length === 0 ? 'nothing was sent' : `sent to: ${recipients.join(', ')}`
      throw new Error(`inbox: no code for '${name}' (${there})`)
    },
    deliver: (sub, message) => {
      sent.push({ sub, message: Object.freeze({ ...message, at: input.clock.now() }) })
    },
  }
}
