import { request } from '../request.js'

/**
 * @import { Action } from '../form.js'
 * @import { UntrustedSignInAnswer } from '../request.js'
 */

/**
 * Begins the sign-in anew, so that another code is sent. Where only the user can, that is told.
 *
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignInAnswer, notice: string) => void | Promise<void>} options.onAnswer
 * @param {(reason: string) => void} options.onSignInAgain
 * @returns {Action}
 */
export const resendChallenge = ({ signal, onAnswer, onSignInAgain }) => ({
  label: 'Send another code',
  busyLabel: 'Sending…',
  act: async () => {
    const answer = await request('POST', '/auth/challenge/resend', { signal })
    if (!answer.ok) {
      const { code, detail } = answer.problem
      if (code !== 'SIGN_IN_AGAIN') return answer.problem
      onSignInAgain(detail)
      return undefined
    }
    const notice = 'Another code is on its way. Only the newest counts.'
    await onAnswer(/** @type {UntrustedSignInAnswer} */ (answer.body), notice)
    return undefined
  },
})
