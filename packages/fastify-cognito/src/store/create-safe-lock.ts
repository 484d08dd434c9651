import { inTime } from './in-time.ts'
import type { SessionLock } from './session-store.ts'
import { storeUnavailable } from './store-unavailable.ts'

/** Never throws: what is not given back is free again when its time is over. */
export type Release = () => Promise<void>

/** `undefined` where somebody else has it. @throws a refusal `STORE_UNAVAILABLE` */
export type SafeLock = (key: string) => Promise<Release | undefined>

/** Longer than Cognito may take for an answer, with all its retries, and the store for its own. */
const ttlMs = 30_000

export const createSafeLock =
  ({
    lock,
    timeout,
  }: {
    lock: SessionLock
    /** In seconds. */
    timeout: number
  }): SafeLock =>
  async (key) => {
    const taking = Promise.resolve(lock({ key: `cognito:lock:${key}`, ttlMs }))
    try {
      const release = await inTime(taking, timeout * 1000)
      return release && (() => inTime(release(), timeout * 1000).catch(() => undefined))
    } catch (error) {
      // Whoever gets it too late does not keep it from others.
      taking.then((release) => release?.()).catch(() => undefined)
      throw storeUnavailable(error)
    }
  }
