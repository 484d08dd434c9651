import { createChoiceForm } from '../choice-form.js'
import { currentPasswordField } from '../current-password-field.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { textOf } from '../me.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { usernameHint } from './username-hint.js'
import { wayChoices } from './way-choices.js'

/**
 * @import { Me } from '../me.js'
 * @import { Problem, UntrustedSignInAnswer } from '../request.js'
 * @import { Steps } from '../steps.js'
 * @import { Way } from '../ways-to-sign-in.js'
 * @import { View } from './show-view.js'
 */

/** Who it is, is known: no name was wrong. @param {Problem} problem */
const ofPassword = (problem) =>
  problem.code === 'COGNITO_INVALID_CREDENTIALS'
    ? { ...problem, code: 'COGNITO_WRONG_PASSWORD' }
    : problem

/**
 * For what takes a fresh sign-in: whoever is signed in proves it once more.
 *
 * @param {object} options
 * @param {Me} options.me
 * @param {readonly Way[]} options.ways
 * @param {string} options.returnTo a path of this site
 * @param {string} [options.notice] why the user is back here
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignInAnswer, username: string) => void | Promise<void>} options.onAnswer
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createReauthenticateView = (options) => {
  const { me, ways, returnTo, notice = '', signal, onAnswer, onTurnedAway } = options
  const username = textOf(me, 'email') || me.user.username
  const path = '/auth/reauthenticate'
  const password = createField(currentPasswordField)
  const form = createForm({
    fields: [password],
    submitLabel: 'Continue',
    busyLabel: 'Checking…',
    notice,
    startOver: onTurnedAway,
    submit: async (values) => {
      const answer = await request('POST', path, { body: { ...values, returnTo }, signal })
      if (!answer.ok) return ofPassword(answer.problem)
      await onAnswer(/** @type {UntrustedSignInAnswer} */ (answer.body), username)
      return undefined
    },
  })
  form.prepend(usernameHint(username))
  const choices = wayChoices({
    ways,
    path,
    body: { returnTo },
    signal,
    onAnswer: (answer) => onAnswer(answer, username),
  })
  const title = 'Is it still you?'
  return {
    title,
    nodes: [
      placeLink('', 'Profile', { class: 'link back' }),
      element('h1', {}, title),
      element(
        'p',
        { class: 'intro' },
        'What you asked for takes a fresh sign-in, as ',
        element('strong', {}, username),
        '. Then you go on where you were.',
      ),
      form,
      ...(choices.length === 0
        ? []
        : [
            element(
              'section',
              { class: 'demo', 'aria-labelledby': 'other-ways' },
              element('h2', { id: 'other-ways' }, 'Or without the password'),
              createChoiceForm({ fields: [], choices, startOver: onTurnedAway }),
            ),
          ]),
    ],
    focus: password.input,
  }
}
