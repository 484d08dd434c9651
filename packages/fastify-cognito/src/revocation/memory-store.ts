import { now } from '../clock.ts'
import { createExpiringMap } from '../session/expiring-map.ts'
import type { SessionStore } from '../store/session-store.ts'

const most = 100_000

/** Of this process alone; what was put there longest ago goes where it would be too much. */
export const createMemoryStore = (): SessionStore => {
  const held = createExpiringMap<string>({ most })
  return {
    get: async (key) => held.get(key),
    set: async (key, value, ttlMs = 0) =>
      held.set({ key, value, until: now() + Math.ceil(ttlMs / 1000) }),
    delete: async (key) => held.delete(key),
  }
}
