import type { SessionStore } from './session-store.ts'

/** What a store has told of by an event, and kept from its caller. */
export interface StoreErrors {
  count: number
  last?: unknown
}

const heard = new WeakMap<object, StoreErrors>()

/** A Keyv says by an `error` event what went wrong, and gives `undefined`, or `true`, as if nothing had. */
export const errorsOf = (store: SessionStore): Readonly<StoreErrors> => {
  const known = heard.get(store)
  if (known) return known
  const errors: StoreErrors = { count: 0 }
  heard.set(store, errors)
  const { on } = store as { on?: unknown }
  if (typeof on === 'function') {
    on.call(store, 'error', (error: unknown) =>
      Object.assign(errors, { count: errors.count + 1, last: error }),
    )
  }
  return errors
}
