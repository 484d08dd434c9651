import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { textOf } from '../me.js'
import { newPasswordField } from '../new-password-field.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { usernameHint } from './username-hint.js'

/**
 * @import { Me } from '../me.js'
 * @import { PasswordPolicy } from '../password-policy.js'
 * @import { Steps } from '../steps.js'
 * @import { View } from './show-view.js'
 */

/**
 * @param {object} options
 * @param {Me} options.me
 * @param {PasswordPolicy | undefined} options.policy
 * @param {AbortSignal} options.signal
 * @param {() => void | Promise<void>} options.onDone
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createChangePasswordView = ({ me, policy, signal, onDone, onTurnedAway }) => {
  const current = createField({
    name: 'currentPassword',
    label: 'Current password',
    type: 'password',
    autocomplete: 'current-password',
  })
  const form = createForm({
    fields: [current, createField(newPasswordField({ policy }))],
    submitLabel: 'Change password',
    busyLabel: 'Changing…',
    startOver: onTurnedAway,
    submit: async (body) => {
      const answer = await request('POST', '/auth/password/change', { body, signal })
      if (!answer.ok) return answer.problem
      await onDone()
      return undefined
    },
  })
  form.prepend(usernameHint(textOf(me, 'email') || me.user.username))
  const title = 'Change your password'
  return {
    title,
    nodes: [placeLink('', 'Profile', { class: 'link back' }), element('h1', {}, title), form],
    focus: current.input,
  }
}
