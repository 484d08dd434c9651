import { createForm } from '../form.js'
import { request } from '../request.js'

/**
 * @import { Submit } from '../form.js'
 * @import { Steps } from '../steps.js'
 */

/**
 * A button that asks the service for one thing, and says below what is wrong.
 *
 * @param {Omit<Submit, 'submit'> & {
 *   call: readonly [method: string, path: string, body?: object],
 *   signal: AbortSignal,
 *   onDone: () => void | Promise<void>,
 *   onTurnedAway: Steps['onTurnedAway'],
 * }} options
 */
export const createActionForm = (options) => {
  const { call, signal, onDone, onTurnedAway, ...button } = options
  const [method, path, body] = call
  return createForm({
    look: 'quiet',
    ...button,
    fields: [],
    startOver: onTurnedAway,
    submit: async () => {
      const answer = await request(method, path, { signal, body })
      if (!answer.ok) return answer.problem
      await onDone()
      return undefined
    },
  })
}
