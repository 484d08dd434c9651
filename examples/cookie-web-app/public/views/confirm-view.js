import { codeField } from '../challenges/code-field.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { anotherCode } from './another-code.js'
import { wanted } from './ask-for-code-view.js'
import { codeSent } from './code-sent.js'
import { inboxLink } from './inbox-link.js'

/**
 * @import { CodeDelivery } from '@x/cognito-core'
 * @import { PendingCode } from '../pending-code.js'
 * @import { UntrustedSignInAnswer } from '../request.js'
 * @import { View } from './show-view.js'
 */

/**
 * @param {object} options
 * @param {PendingCode} options.pending
 * @param {string | undefined} options.inbox where the demo's messages are read
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignInAnswer, username: string) => void | Promise<void>} options.onAnswer
 * @param {(delivery: CodeDelivery) => void | Promise<void>} options.onSent
 * @returns {View}
 */
export const createConfirmView = ({ pending, inbox, signal, onAnswer, onSent }) => {
  const { name: username } = pending
  const code = createField(codeField)
  const form = createForm({
    fields: [code],
    submitLabel: 'Confirm',
    busyLabel: 'Confirming…',
    second: anotherCode({ path: wanted.confirm.path, body: { username }, signal, onSent }),
    submit: async (values) => {
      const body = { username, ...values }
      const answer = await request('POST', '/auth/sign-up/confirm', { body, signal })
      if (!answer.ok) return answer.problem
      await onAnswer(/** @type {UntrustedSignInAnswer} */ (answer.body), username)
      return undefined
    },
  })
  const title = 'Confirm your account'
  return {
    title,
    nodes: [
      placeLink('', 'Sign in', { class: 'link back' }),
      element('h1', {}, title),
      codeSent(pending, 'has an account to confirm'),
      ...inboxLink(inbox),
      form,
      element(
        'p',
        { class: 'aside' },
        'No code? You may have an account already. ',
        placeLink('forgot-password', 'Forgot password?'),
        ' ',
        placeLink('sign-up', 'Use another address'),
      ),
    ],
    focus: code.input,
  }
}
