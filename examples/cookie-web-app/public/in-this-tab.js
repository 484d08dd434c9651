/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} TabStorage */

/** @type {Map<string, string>} */
const kept = new Map()

/** @type {TabStorage} */
const untilReload = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
  removeItem: (key) => kept.delete(key),
}

/**
 * What outlives a reload of this tab, and nothing else. Where the browser lets pages keep nothing,
 * it lasts until the reload.
 *
 * @template Kept
 * @param {(storage: TabStorage) => Kept} use
 */
export const inThisTab = (use) => {
  try {
    return use(sessionStorage)
  } catch {
    return use(untilReload)
  }
}

/** What is no JSON is nothing. @param {string} key */
export const keptInThisTab = (key) => {
  try {
    return JSON.parse(inThisTab((storage) => storage.getItem(key)) ?? 'null')
  } catch {
    return undefined
  }
}
