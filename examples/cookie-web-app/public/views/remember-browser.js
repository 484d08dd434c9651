import { element } from '../element.js'
import { createActionForm } from './action-form.js'

/** @import { Steps } from '../steps.js' */

/**
 * Asked after a sign-in in a browser that the user pool does not know.
 *
 * @param {object} options
 * @param {string} options.key of the device
 * @param {AbortSignal} options.signal
 * @param {(notice?: string) => void} options.onDone
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 */
export const createRememberBrowser = ({ key, signal, onDone, onTurnedAway }) =>
  element(
    'section',
    { class: 'question-box', 'aria-labelledby': 'remember-title' },
    element('h2', { id: 'remember-title' }, 'Remember this browser?'),
    element(
      'p',
      { class: 'intro' },
      'Then the next sign-in here asks for no second step. Not on a device that others use.',
    ),
    element(
      'div',
      { class: 'actions' },
      createActionForm({
        submitLabel: 'Remember it',
        busyLabel: 'Remembering…',
        call: ['PUT', `/auth/devices/${encodeURIComponent(key)}`, { remembered: true }],
        signal,
        onDone: () => onDone('This browser is remembered.'),
        onTurnedAway,
      }),
      element(
        'form',
        {
          submit: (event) => {
            event.preventDefault()
            onDone()
          },
        },
        element('button', { type: 'submit', class: 'quiet' }, 'Not now'),
      ),
    ),
  )
