import { element } from '../../element.js'
import { createForm } from '../../form.js'
import { moment } from '../../moment.js'
import { canUsePasskeys, makePasskey } from '../../passkey-ceremonies.js'
import { request } from '../../request.js'
import { createActionForm } from '../action-form.js'
import { createRow } from './row.js'
import { createSection } from './section.js'

/**
 * @import { Passkey } from '@x/cognito-core'
 * @import { SectionContext } from './section.js'
 */

/** @param {{ passkeys: readonly Passkey[], context: SectionContext }} options */
export const createPasskeys = ({ passkeys, context }) => {
  const { signal, onDone, onTurnedAway } = context
  const rows = passkeys.map(({ id, name, createdAt }) =>
    createRow({
      name,
      details: ['Added ', moment(createdAt)],
      actions: [
        createActionForm({
          submitLabel: 'Delete',
          about: name,
          busyLabel: 'Deleting…',
          call: ['DELETE', `/auth/passkeys/${encodeURIComponent(id)}`],
          signal,
          onDone: () => onDone('The passkey is deleted. Take it off your device too.'),
          onTurnedAway,
        }),
      ],
    }),
  )
  const intro =
    rows.length > 0
      ? 'Sign in with your finger, your face or a PIN.'
      : 'You have none yet. With one you sign in by your finger, your face or a PIN.'
  return createSection('Passkeys', intro, [
    ...(rows.length > 0 ? [element('ul', { class: 'things' }, ...rows)] : []),
    canUsePasskeys() ? addForm(context) : element('p', { class: 'trouble' }, cannot),
  ])
}

const cannot = 'This browser cannot make passkeys here. Another one may.'

/** @param {SectionContext} context */
const addForm = ({ signal, onDone, onTurnedAway }) =>
  createForm({
    fields: [],
    submitLabel: 'Add a passkey',
    busyLabel: 'Waiting for your device…',
    look: 'quiet',
    startOver: onTurnedAway,
    submit: async () => {
      const started = await request('POST', '/auth/passkeys/start', { signal })
      if (!started.ok) return started.problem
      const options = /** @type {object} */ (started.body)
      const made = await makePasskey({ options, signal })
      if ('problem' in made) return made.problem
      const finished = await request('POST', '/auth/passkeys/finish', { body: made, signal })
      if (!finished.ok) return finished.problem
      await onDone('You have a new passkey.')
      return undefined
    },
  })
