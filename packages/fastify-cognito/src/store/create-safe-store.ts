import { inTime } from './in-time.ts'
import type { SessionStore } from './session-store.ts'
import { errorsOf } from './store-errors.ts'
import { storeUnavailable } from './store-unavailable.ts'

/** A store that says when it cannot be reached. @throws a refusal `STORE_UNAVAILABLE` */
export interface SafeStore {
  /** `undefined` where there is nothing. */
  get(key: string): Promise<unknown>
  /** `ttl` in seconds. */
  set(input: { key: string; value: string; ttl: number }): Promise<void>
  delete(key: string): Promise<void>
}

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
    isRight: (answer: unknown) => boolean,
  ): Promise<unknown> => {
    const before = errors.count
    try {
      const answer = await inTime(Promise.resolve(call()), timeout * 1000)
      if (isRight(answer) && errors.count === before) return answer
      // A value that did come is right, whatever went wrong beside it.
      if (answer !== undefined && typeof answer !== 'boolean') return answer
      if (errors.count === before) throw new Error('it was not stored')
      throw errors.last
    } catch (error) {
      throw storeUnavailable(error)
    }
  }

  return {
    get: async (key) =>
      (await ask(
        () => outspoken.get(key),
        () => true,
      )) ?? undefined,
    set: async ({ key, value, ttl }) => {
      await ask(
        () => outspoken.set(key, value, ttl * 1000),
        (answer) => answer !== false,
      )
    },
    // That there was nothing to delete is no failure.
    delete: async (key) => {
      await ask(
        () => outspoken.delete(key),
        () => true,
      )
    },
  }
}

/** A Keyv that does not throw keeps what its adapter throws to a `get` from everybody. The app's own is left as it is. */
const withThrownErrors = (store: SessionStore): SessionStore =>
  'throwOnErrors' in store && store.throwOnErrors === false
    ? Object.create(store, { throwOnErrors: { value: true } })
    : store
