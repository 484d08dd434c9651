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
 * @param {boolean} options.hasPassword whether there is one to change
 * @param {PasswordPolicy | undefined} options.policy
 * @param {AbortSignal} options.signal
 * @param {() => void | Promise<void>} options.onDone
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createChangePasswordView = (options) => {
  const { me, hasPassword, policy, signal, onDone, onTurnedAway } = options
  const current = createField({
    name: 'currentPassword',
    label: 'Current password',
    type: 'password',
    autocomplete: 'current-password',
  })
  const chosen = createField(newPasswordField({ policy }))
  const form = createForm({
    fields: hasPassword ? [current, chosen] : [chosen],
    submitLabel: hasPassword ? 'Change password' : 'Set password',
    busyLabel: hasPassword ? 'Changing…' : 'Setting…',
    startOver: onTurnedAway,
    submit: async (body) => {
      const answer = await request('POST', '/auth/password/change', { body, signal })
      if (!answer.ok) return answer.problem
      await onDone()
      return undefined
    },
  })
  form.prepend(usernameHint(textOf(me, 'email') || me.user.username))
  const title = hasPassword ? 'Change your password' : 'Choose a password'
  return {
    title,
    nodes: [placeLink('', 'Profile', { class: 'link back' }), element('h1', {}, title), form],
    focus: hasPassword ? current.input : chosen.input,
  }
}
