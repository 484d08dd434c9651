import { now } from '../clock.ts'
import type { Seal } from '../session/seal.ts'
import { type Session, sessionIn } from '../session/session.ts'
import type { SafeStore } from './create-safe-store.ts'

/** The sessions of all processes, sealed, in a store. @throws a refusal `STORE_UNAVAILABLE` */
export interface SessionVault {
  /** `undefined` where it was ended, is over, or is nothing that was put there. */
  read(key: string): Promise<Session | undefined>
  write(key: string, session: Session): Promise<void>
  /** Whether it was ended by some process. */
  hasEnded(key: string): Promise<boolean>
  /**
   * From the moment that this is done nobody reads it, whoever may still be writing.
   *
   * @param life in seconds: as long as an access token of it may live
   * @returns the newest that was there
   */
  end(key: string, life: number): Promise<Session | undefined>
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

  const hasEnded = async (key: string): Promise<boolean> =>
    (await store.get(endOf(key))) !== undefined

  return {
    read: async (key) => {
      // Side by side: a client of Redis sends both at once.
      const [stored, isEnded] = await Promise.all([store.get(placeOf(key)), hasEnded(key)])
      return isEnded ? undefined : opened(key, stored)
    },
    write: async (key, session) => {
      const value = seal.seal({ text: JSON.stringify(session), context: placeOf(key) })
      const ttl = Math.max(session.signedInAt + maxAge - now(), 1)
      await store.set({ key: placeOf(key), value, ttl })
    },
    hasEnded,
    end: async (key, life) => {
      await store.set({ key: endOf(key), value: 'ended', ttl: life })
      const newest = opened(key, await store.get(placeOf(key)))
      await store.delete(placeOf(key))
      return newest
    },
    remove: (key) => store.delete(placeOf(key)),
  }
}

const parsed = (text: string | undefined): unknown => text && JSON.parse(text)
