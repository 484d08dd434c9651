import { request } from '../request.js'
import { waysToSignIn } from '../ways-to-sign-in.js'

/**
 * @import { Choice } from '../choice-form.js'
 * @import { UntrustedSignInAnswer } from '../request.js'
 * @import { Way } from '../ways-to-sign-in.js'
 */

/**
 * A button for each way to sign in without typing a password first.
 *
 * @param {object} options
 * @param {readonly Way[]} options.ways
 * @param {string} options.path of the service
 * @param {object} [options.body] what is sent besides
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignInAnswer, values: Record<string, string>) => void | Promise<void>} options.onAnswer
 * @returns {Choice[]}
 */
export const wayChoices = ({ ways, path, body, signal, onAnswer }) =>
  ways.map((way) => {
    const { label, hint, body: how } = waysToSignIn[way]
    return {
      submitLabel: label,
      hint,
      busyLabel: 'Just a moment…',
      submit: async (values) => {
        const answer = await request('POST', path, { body: { ...body, ...values, ...how }, signal })
        if (!answer.ok) return answer.problem
        await onAnswer(/** @type {UntrustedSignInAnswer} */ (answer.body), values)
        return undefined
      },
    }
  })
