import { addressOf, untrustedPlace } from './address.js'

/**
 * @import { Place } from './address.js'
 */

/** What an entry of the history keeps: the place that led there. */
export const comingFrom = () => ({ from: untrustedPlace() })

/** The path that leads back to where the user was before this place. */
export const returnPath = () => {
  const { from } = /** @type {{ from?: unknown }} */ (history.state ?? {})
  return `/${addressOf(/** @type {Place} */ (typeof from === 'string' ? from : ''))}`
}

/** The place that such a path leads to; it may be no place at all. @param {string} path */
export const returnPlace = (path) => path.replace(/^\/#\//, '')
