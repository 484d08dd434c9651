import { challengeComponents } from './challenge-components.js'

/**
 * @import { PendingChallenge } from '../pending-challenge.js'
 * @import { ChallengeComponent } from './challenge-component.js'
 */

/**
 * A newer service may ask for what this page has never heard of.
 *
 * @param {PendingChallenge['challenge']['kind']} kind
 */
export const componentOf = (kind) =>
  /** @type {ChallengeComponent<any>} */ (
    Object.hasOwn(challengeComponents, kind)
      ? challengeComponents[kind]
      : challengeComponents.unsupported
  )
