import { componentOf } from './challenges/component-of.js'
import { inThisTab, keptInThisTab } from './in-this-tab.js'

/**
 * @import { ChallengeKind } from '@x/cognito-core'
 * @import { PublicChallenge } from '@x/fastify-cognito'
 * @import { Place } from './address.js'
 */

/**
 * What the page may know of a challenge: its kind and what to show. The challenge itself is sealed in a cookie.
 *
 * @template {ChallengeKind} [Kind=ChallengeKind]
 * @typedef {Extract<PublicChallenge, { kind: Kind }>} ShownChallenge
 */

/**
 * @typedef {object} PendingChallenge
 * @property {string} username as typed
 * @property {Place} from where it began, and where it goes on when it is over
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
    typeof pending.from === 'string' &&
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
  const { isComplete } = componentOf(kind)
  return isComplete?.(untrusted) ?? true
}
