import { codeField } from '../challenges/code-field.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { newPasswordField } from '../new-password-field.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { anotherCode } from './another-code.js'
import { wanted } from './ask-for-code-view.js'
import { codeSent } from './code-sent.js'
import { inboxLink } from './inbox-link.js'
import { usernameHint } from './username-hint.js'

/**
 * @import { CodeDelivery } from '@x/cognito-core'
 * @import { PasswordPolicy } from '../password-policy.js'
 * @import { PendingCode } from '../pending-code.js'
 * @import { View } from './show-view.js'
 */

/**
 * @param {object} options
 * @param {PendingCode} options.pending
 * @param {PasswordPolicy | undefined} options.policy
 * @param {string | undefined} options.inbox where the demo's messages are read
 * @param {AbortSignal} options.signal
 * @param {(username: string) => void | Promise<void>} options.onDone
 * @param {(delivery: CodeDelivery) => void | Promise<void>} options.onSent
 * @returns {View}
 */
export const createResetPasswordView = (options) => {
  const { pending, policy, inbox, signal, onDone, onSent } = options
  const { name: username } = pending
  const code = createField(codeField)
  const form = createForm({
    fields: [code, createField(newPasswordField({ policy }))],
    submitLabel: 'Change password',
    busyLabel: 'Changing…',
    second: anotherCode({
      path: wanted['reset-password'].path,
      body: { username },
      signal,
      onSent,
    }),
    submit: async (values) => {
      const body = { username, ...values }
      const answer = await request('POST', '/auth/password/reset', { body, signal })
      if (!answer.ok) return answer.problem
      await onDone(username)
      return undefined
    },
  })
  form.prepend(usernameHint(username))
  const title = 'Reset your password'
  return {
    title,
    nodes: [
      placeLink('', 'Sign in', { class: 'link back' }),
      element('h1', {}, title),
      codeSent(pending, 'has an account here'),
      ...inboxLink(inbox),
      form,
      element(
        'p',
        { class: 'aside' },
        'Not yours? ',
        placeLink('forgot-password', 'Use another address'),
      ),
    ],
    focus: code.input,
  }
}
