import { request } from '../request.js'

/**
 * @import { CodeDelivery } from '@x/cognito-core'
 * @import { Action } from '../form.js'
 */

/**
 * Has a code sent once more.
 *
 * @param {object} options
 * @param {string} options.path of the service
 * @param {object} options.body
 * @param {AbortSignal} options.signal
 * @param {(delivery: CodeDelivery) => void | Promise<void>} options.onSent
 * @returns {Action}
 */
export const anotherCode = ({ path, body, signal, onSent }) => ({
  label: 'Send another code',
  busyLabel: 'Sending…',
  done: 'Another code is on its way. Only the newest counts.',
  act: async () => {
    const answer = await request('POST', path, { body, signal })
    if (!answer.ok) return answer.problem
    await onSent(/** @type {CodeDelivery} */ (answer.body))
    return undefined
  },
})
