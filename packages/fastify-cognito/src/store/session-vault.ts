import { now } from '../clock.ts'
import type { Seal } from '../session/seal.ts'
import { type Session, sessionIn } from '../session/session.ts'
import type { SafeStore } from './create-safe-store.ts'

/** The sessions of all processes, sealed, in a store. @throws a refusal `STORE_UNAVAILABLE` */
export interface SessionVault {
  /** `undefined` where it was ended, is over, or is nothing that was put there. */
  read(key: string): Promise<Session | undefined>
  write(key: string, session: Session): Promise<void>
  /**
   * From the moment that this is done nobody reads it, whoever may still be writing.
   *
   * @returns the newest that was there, as far as the store tells
   */
  end(key: string): Promise<Session | undefined>
  remove(key: string): Promise<void>
}

const placeOf = (key: string): string => `cognito:session:${key}`
const endOf = (key: string): string => `cognito:ended:${key}`

export const createSessionVault = ({
  store,
  seal,
  maxAge,
  tellUnreadable,
}: {
  store: SafeStore
  seal: Seal
  /** In seconds, from signing in. */
  maxAge: number
  /** What lies there is none of ours. */
  tellUnreadable: () => void
}): SessionVault => {
  const opened = (key: string, untrustedStored: unknown): Session | undefined => {
    if (untrustedStored === undefined || untrustedStored === null) return undefined
    const session =
      typeof untrustedStored === 'string'
        ? sessionIn(parsed(seal.open({ untrustedSealed: untrustedStored, context: placeOf(key) })))
        : undefined
    if (!session) tellUnreadable()
    return session && session.signedInAt + maxAge > now() ? session : undefined
  }

  return {
    read: async (key) => {
      // Side by side: a client of Redis sends both at once.
      const [stored, mark] = await Promise.all([store.get(placeOf(key)), store.get(endOf(key))])
      return mark === undefined ? opened(key, stored) : undefined
    },
    write: async (key, session) => {
      const value = seal.seal({ text: JSON.stringify(session), context: placeOf(key) })
      const ttl = Math.max(session.signedInAt + maxAge - now(), 1)
      await store.set({ key: placeOf(key), value, ttl })
    },
    end: async (key) => {
      // The mark outlives whatever is there, or arrives after it.
      await store.set({ key: endOf(key), value: 'ended', ttl: maxAge })
      // It is over by now, whatever becomes of the rest.
      const stored = await store.get(placeOf(key)).catch(() => undefined)
      await store.delete(placeOf(key)).catch(() => undefined)
      return opened(key, stored)
    },
    remove: (key) => store.delete(placeOf(key)),
  }
}

const parsed = (text: string | undefined): unknown => text && JSON.parse(text)
