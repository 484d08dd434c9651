import { inTime } from './in-time.ts'
import type { SessionLock } from './session-store.ts'
import { storeUnavailable } from './store-unavailable.ts'

/** Never throws: what is not given back is free again when its time is over. */
export type Release = () => Promise<void>

/** `undefined` where somebody else has it. @throws a refusal `STORE_UNAVAILABLE` */
export type SafeLock = (key: string) => Promise<Release | undefined>

/** How long Cognito may take for a refresh, with all its retries. */
export const refreshLimitMs = 20_000
/** Until new tokens are stored: those that were kept before, looked for and stored, too. */
const mostStoreCalls = 6
const marginMs = 2000

export const createSafeLock = ({
  lock,
  timeout,
}: {
  lock: SessionLock
  /** In seconds. */
  timeout: number
}): SafeLock => {
  const timeoutMs = timeout * 1000
  /** Whoever lost it while Cognito has rotated the refresh token would lose the session. */
  const ttlMs = refreshLimitMs + mostStoreCalls * timeoutMs + marginMs
  return async (key) => {
    const taking = Promise.resolve().then(() => lock({ key: `cognito:lock:${key}`, ttlMs }))
    try {
      const release = await inTime(taking, timeoutMs)
      if (!release) return undefined
      return () => inTime(Promise.resolve().then(release), timeoutMs).catch(() => undefined)
    } catch (error) {
      // Whoever gets it too late does not keep it from others.
      taking.then((release) => release?.()).catch(() => undefined)
      throw storeUnavailable(error)
    }
  }
}
