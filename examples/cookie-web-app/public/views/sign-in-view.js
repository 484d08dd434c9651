import { currentPasswordField } from '../current-password-field.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { followTyped } from '../typed.js'
import { usernameField } from '../username-field.js'
import { createDemoAccounts } from './demo-accounts.js'

/**
 * @import { DemoAccount } from './demo-accounts.js'
 * @import { UntrustedSignInAnswer } from '../request.js'
 * @import { View } from './show-view.js'
 */

/**
 * @param {object} options
 * @param {string} [options.username] typed before
 * @param {string} [options.notice] why the user is back here
 * @param {{ inbox: string, accounts: readonly DemoAccount[] }} [options.demo] absent on real Cognito
 * @param {AbortSignal} options.signal
 * @param {boolean} options.hasOtherWays
 * @param {(answer: UntrustedSignInAnswer, username: string) => void | Promise<void>} options.onAnswer
 * @param {(username: string) => void} options.onAnotherWay
 * @returns {View}
 */
export const createSignInView = (options) => {
  const { username: typedBefore = '', notice = '', demo, signal, hasOtherWays } = options
  const { onAnswer, onAnotherWay } = options
  const username = followTyped('username', createField({ ...usernameField, value: typedBefore }))
  const password = createField(currentPasswordField)
  const form = createForm({
    fields: [username, password],
    submitLabel: 'Sign in',
    busyLabel: 'Signing in…',
    notice,
    waysOut: ({ status }) =>
      status === 401 ? [placeLink('resend-code', 'Confirm an account')] : [],
    after: [
      ...(hasOtherWays
        ? [placeLink('another-way', 'Sign in another way', { class: 'quiet' })]
        : []),
      element(
        'p',
        { class: 'links' },
        placeLink('forgot-password', 'Forgot password?'),
        placeLink('sign-up', 'Create an account'),
      ),
    ],
    submit: async (body) => {
      const typed = username.value()
      const answer = await request('POST', '/auth/sign-in', { body, signal })
      if (!answer.ok) return answer.problem
      await onAnswer(/** @type {UntrustedSignInAnswer} */ (answer.body), typed)
      return undefined
    },
  })
  /** @param {DemoAccount} account */
  const onPick = (account) => {
    if (form.ariaBusy === 'true') return
    if (account.password === undefined) return onAnotherWay(account.username)
    username.input.value = account.username
    password.input.value = account.password
    form.requestSubmit()
  }
  const title = 'Sign in'
  return {
    title,
    nodes: [
      element('h1', {}, title),
      form,
      ...(demo ? [createDemoAccounts({ ...demo, onPick })] : []),
    ],
    focus: username.value() === '' ? username.input : password.input,
  }
}
