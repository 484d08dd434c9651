import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { textOf } from '../me.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'

/**
 * @import { Me } from '../me.js'
 * @import { Steps } from '../steps.js'
 * @import { View } from './show-view.js'
 */

const word = 'delete'

/**
 * @param {object} options
 * @param {Me} options.me
 * @param {AbortSignal} options.signal
 * @param {() => void | Promise<void>} options.onDeleted
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createDeleteAccountView = ({ me, signal, onDeleted, onTurnedAway }) => {
  const confirmation = createField({
    name: 'confirmation',
    label: `Type “${word}” to confirm`,
    type: 'username',
    check: (value) =>
      value.toLowerCase() === word ? '' : `Nothing was deleted. Type “${word}”, and nothing else.`,
  })
  const form = createForm({
    fields: [confirmation],
    submitLabel: 'Delete my account',
    busyLabel: 'Deleting…',
    look: 'danger',
    startOver: onTurnedAway,
    submit: async () => {
      const answer = await request('DELETE', '/auth/me', { signal })
      if (!answer.ok) return answer.problem
      await onDeleted()
      return undefined
    },
  })
  const title = 'Delete your account'
  const account = element('strong', {}, textOf(me, 'email') || me.user.username)
  return {
    title,
    nodes: [
      placeLink('', 'Profile', { class: 'link back' }),
      element('h1', {}, title),
      element(
        'p',
        { class: 'warning' },
        'The account of ',
        account,
        ' and all that it holds go at once, on every device. Nobody can bring them back.',
      ),
      form,
    ],
    focus: confirmation.input,
  }
}
