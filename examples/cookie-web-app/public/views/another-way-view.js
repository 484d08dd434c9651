import { createChoiceForm } from '../choice-form.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { placeLink } from '../place-link.js'
import { followTyped } from '../typed.js'
import { usernameField } from '../username-field.js'
import { wayChoices } from './way-choices.js'

/**
 * @import { UntrustedSignInAnswer } from '../request.js'
 * @import { Way } from '../ways-to-sign-in.js'
 * @import { View } from './show-view.js'
 */

/**
 * @param {object} options
 * @param {readonly Way[]} options.ways
 * @param {string} [options.username] typed before
 * @param {string} [options.notice] why the user is back here
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignInAnswer, username: string) => void | Promise<void>} options.onAnswer
 * @returns {View}
 */
export const createAnotherWayView = (options) => {
  const { ways, username: typedBefore = '', notice = '', signal, onAnswer } = options
  const username = followTyped('username', createField({ ...usernameField, value: typedBefore }))
  const form = createChoiceForm({
    fields: [username],
    notice,
    waysOut: ({ status }) =>
      status === 401 ? [placeLink('resend-code', 'Confirm an account')] : [],
    choices: wayChoices({
      ways,
      path: '/auth/sign-in',
      signal,
      onAnswer: (answer) => onAnswer(answer, username.value()),
    }),
  })
  const title = 'Sign in another way'
  return {
    title,
    nodes: [
      placeLink('', 'With a password', { class: 'link back' }),
      element('h1', {}, title),
      form,
    ],
    focus: username.input,
  }
}
