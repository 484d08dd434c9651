import { element } from '../element.js'

/** @import { PendingCode } from '../pending-code.js' */

/**
 * Where a code went, in words that do not tell whether there is such an account.
 *
 * @param {PendingCode} pending
 * @param {string} condition such as "has an account here"
 */
export const codeSent = ({ name, delivery }, condition) => {
  const whose = element('strong', {}, name)
  const words = delivery
    ? ['If ', whose, ` ${condition}, we have sent a code to ${delivery.destination}.`]
    : ['Enter the code that was sent for ', whose, ', or have another one sent.']
  return element('p', { class: 'intro' }, ...words)
}
