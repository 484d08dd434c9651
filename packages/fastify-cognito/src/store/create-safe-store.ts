import { inTime } from './in-time.ts'
import type { SessionStore } from './session-store.ts'
import { errorsOf } from './store-errors.ts'
import { storeUnavailable } from './store-unavailable.ts'

/** A store that says when it cannot be reached. @throws a refusal `STORE_UNAVAILABLE` */
export interface SafeStore {
  /** `undefined` where there is nothing; an error where there is something that cannot be read. */
  get(key: string): Promise<unknown>
  /** `ttl` in seconds. */
  set(input: { key: string; value: string; ttl: number }): Promise<void>
  delete(key: string): Promise<void>
}

/** In seconds. */
export const defaultStoreTimeout = 2

export const createSafeStore = ({
  store,
  timeout,
}: {
  store: SessionStore
  /** In seconds. */
  timeout: number
}): SafeStore => {
  const outspoken = withThrownErrors(store)
  const errors = errorsOf(store)

  const ask = async (
    call: () => Promise<unknown>,
    /** Whether this answer is right, whatever the store has told of beside it. */
    isSure: (answer: unknown) => boolean = () => false,
  ): Promise<unknown> => {
    const before = errors.count
    try {
      const answer = await inTime(Promise.resolve(call()), timeout * 1000)
      if (!isSure(answer) && errors.count > before) throw errors.last
      return answer
    } catch (error) {
      throw storeUnavailable(error)
    }
  }

  /** What is no JSON was written by somebody else: the store itself is well. */
  const read = async (key: string): Promise<unknown> => {
    try {
      return await outspoken.get(key)
    } catch (error) {
      if (error instanceof SyntaxError) return error
      throw error
    }
  }

  return {
    get: async (key) => (await ask(() => read(key), isThere)) ?? undefined,
    set: async ({ key, value, ttl }) => {
      const answer = await ask(() => outspoken.set(key, value, ttl * 1000))
      if (answer === false) throw storeUnavailable(new Error('it was not stored'))
    },
    delete: async (key) => {
      await ask(() => outspoken.delete(key))
    },
  }
}

const isThere = (answer: unknown): boolean => answer !== undefined && answer !== null

/** A Keyv that does not throw keeps what its adapter throws to a `get` from everybody. The app's own is left as it is. */
const withThrownErrors = (store: SessionStore): SessionStore =>
  'throwOnErrors' in store && store.throwOnErrors === false
    ? Object.create(store, { throwOnErrors: { value: true } })
    : store
