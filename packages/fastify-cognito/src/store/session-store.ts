/**
 * Where sessions are kept for all processes: a Keyv, or whatever has these of it.
 *
 * @see https://keyv.org
 */
export interface SessionStore {
  get(key: string): Promise<unknown>
  set(key: string, value: string, ttlMs?: number): Promise<unknown>
  delete(key: string): Promise<unknown>
}

/**
 * Held by one process at a time, and by nobody once `ttlMs` has passed.
 *
 * @returns how to give it back, which leaves it alone where somebody else has it by then; `undefined`
 * where somebody else has it now.
 */
export type SessionLock = (input: {
  key: string
  ttlMs: number
}) => Promise<(() => Promise<void>) | undefined>
