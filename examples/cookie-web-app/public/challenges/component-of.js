import { rowOf } from '../row-of.js'
import { challengeComponents } from './challenge-components.js'

/**
 * @import { ChallengeComponent } from './challenge-component.js'
 */

/**
 * A newer service may ask for what this page has never heard of.
 *
 * @param {string} untrustedKind
 */
export const componentOf = (untrustedKind) =>
  /** @type {ChallengeComponent<any>} */ (
    rowOf(challengeComponents, untrustedKind) ?? challengeComponents.unsupported
  )
