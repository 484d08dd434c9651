import { inThisTab, keptInThisTab } from './in-this-tab.js'

/** @import { CodeDelivery } from '@x/cognito-core' */

/**
 * That a code is on its way, and for what: never a code, nor a password.
 *
 * @typedef {object} PendingCode
 * @property {'confirm' | 'reset-password' | 'verify-email' | 'verify-phone'} purpose the place where it is entered
 * @property {string} name whose it is, as typed; for `verify-*` the address that is to be verified
 * @property {CodeDelivery} [delivery] absent where it was sent before
 * @property {string} [owner] the `sub` of who is signed in, for `verify-*`
 */

const key = 'pending-code'

/** Keeps the place through a reload of this tab. @param {PendingCode} pending */
export const keepPendingCode = (pending) =>
  inThisTab((storage) => storage.setItem(key, JSON.stringify(pending)))

export const forgetPendingCode = () => inThisTab((storage) => storage.removeItem(key))

/**
 * @param {string} purpose
 * @returns {PendingCode | undefined}
 */
export const loadPendingCode = (purpose) => {
  const untrusted = keptInThisTab(key)
  const { name, delivery, owner } = untrusted ?? {}
  if (untrusted?.purpose !== purpose || typeof name !== 'string') return undefined
  return {
    purpose: untrusted.purpose,
    name,
    ...(isDelivery(delivery) && { delivery }),
    ...(typeof owner === 'string' && { owner }),
  }
}

/**
 * @param {unknown} untrusted
 * @returns {untrusted is CodeDelivery}
 */
const isDelivery = (untrusted) => {
  const { medium, destination } = /** @type {Record<string, unknown>} */ (untrusted ?? {})
  return typeof medium === 'string' && typeof destination === 'string'
}
