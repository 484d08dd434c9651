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
export const keepPending = (pending) => sessionStorage.setItem(key, JSON.stringify(pending))

export const forgetPending = () => sessionStorage.removeItem(key)

/** @returns {PendingChallenge | undefined} */
export const loadPending = () => {
  const kept = sessionStorage.getItem(key)
  if (kept === null) return undefined
  const pending = JSON.parse(kept)
  if (pending.challenge.expiresAt * 1000 > Date.now()) return pending
  forgetPending()
  return undefined
}
