import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { followTyped } from '../typed.js'
import { usernameField } from '../username-field.js'

/**
 * @import { CodeDelivery } from '@x/cognito-core'
 * @import { View } from './show-view.js'
 *
 * @typedef {object} Wanted what the code is for
 * @property {string} title
 * @property {string} intro
 * @property {string} path of the service, which sends it
 */

/** By the place where it is entered. */
/** @type {Readonly<Record<'confirm' | 'reset-password', Wanted>>} */
export const wanted = {
  confirm: {
    title: 'Confirm an account',
    intro: 'Signed up, but never entered the code? Tell us who you are, and we send you a new one.',
    path: '/auth/sign-up/resend',
  },
  'reset-password': {
    title: 'Forgot your password?',
    intro: 'Tell us who you are, and we send you a code to choose a new one with.',
    path: '/auth/password/forgot',
  },
}

/**
 * Who wants a code.
 *
 * @param {object} options
 * @param {keyof typeof wanted} options.purpose
 * @param {AbortSignal} options.signal
 * @param {(name: string, delivery?: CodeDelivery) => void | Promise<void>} options.onCode sent now, or before
 * @returns {View}
 */
export const createAskForCodeView = ({ purpose, signal, onCode }) => {
  const { title, intro, path } = wanted[purpose]
  const username = followTyped('username', createField(usernameField))
  const goOn = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      click: () => {
        const problem = username.problem()
        username.showError(problem)
        if (problem) return username.input.focus()
        onCode(username.value())
      },
    },
    'I have a code already',
  )
  const form = createForm({
    fields: [username],
    submitLabel: 'Send a code',
    busyLabel: 'Sending…',
    after: [goOn],
    submit: async (body) => {
      const answer = await request('POST', path, { body, signal })
      if (!answer.ok) return answer.problem
      await onCode(username.value(), /** @type {CodeDelivery} */ (answer.body))
      return undefined
    },
  })
  return {
    title,
    nodes: [
      placeLink('', 'Sign in', { class: 'link back' }),
      element('h1', {}, title),
      element('p', { class: 'intro' }, intro),
      form,
    ],
    focus: username.input,
  }
}
