import { fail } from '../option-checks.ts'

/** @throws ConfigurationError that names the option. */
export const checkStore = (store: unknown, path: string): void => {
  if (store === undefined) return
  const methods = ['get', 'set', 'delete']
  if (methods.every((name) => typeof Object(store)[name] === 'function')) return
  fail(path, 'should be a store with get, set and delete, such as new Keyv(new KeyvRedis(url)).')
}
