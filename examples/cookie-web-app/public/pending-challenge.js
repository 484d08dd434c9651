import { componentOf } from './challenges/component-of.js'
import { inThisTab, keptInThisTab } from './in-this-tab.js'

/** @import { ChallengeDetails, ChallengeKind } from '@x/cognito-core' */

/**
 * What the page may know of a challenge: its kind and what to show. The challenge itself is sealed in a cookie.
 *
 * @typedef {{ [Kind in ChallengeKind]: { kind: Kind, expiresAt: number } & ChallengeDetails[Kind] }[ChallengeKind]} ShownChallenge
 *
 * @typedef {object} PendingChallenge
 * @property {string} username as typed
 * @property {ShownChallenge} challenge
 */

const key = 'pending-challenge'

/** Survives a reload of this tab, and nothing else. @param {PendingChallenge} pending */
export const keepPending = (pending) =>
  inThisTab((storage) => storage.setItem(key, JSON.stringify(pending)))

export const forgetPending = () => inThisTab((storage) => storage.removeItem(key))

/** @returns {PendingChallenge | undefined} */
export const loadPending = () => {
  const pending = keptInThisTab(key)
  const isAlive =
    typeof pending?.username === 'string' &&
    isShowable(pending.challenge) &&
    pending.challenge.expiresAt * 1000 > Date.now()
  if (isAlive) return pending
  forgetPending()
  return undefined
}

/**
 * Whether it tells all that its kind is shown with.
 *
 * @param {unknown} untrustedChallenge
 * @returns {untrustedChallenge is ShownChallenge}
 */
export const isShowable = (untrustedChallenge) => {
  const untrusted = /** @type {Record<string, unknown>} */ (untrustedChallenge ?? {})
  const { kind, expiresAt } = untrusted
  if (typeof kind !== 'string' || typeof expiresAt !== 'number') return false
  const { isComplete } = componentOf(/** @type {ChallengeKind} */ (kind))
  return isComplete?.(untrusted) ?? true
}
