import { codeField } from '../challenges/code-field.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { totpContent } from '../totp-content.js'
import { inboxLink } from './inbox-link.js'

/**
 * @import { Steps } from '../steps.js'
 * @import { View } from './show-view.js'
 */

/**
 * @param {object} options
 * @param {{ secret: string, uri: string, qr: string }} options.setup
 * @param {string | undefined} options.inbox where the demo shows what an app would
 * @param {AbortSignal} options.signal
 * @param {() => void | Promise<void>} options.onDone
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createSetUpAppView = ({ setup, inbox, signal, onDone, onTurnedAway }) => {
  const code = createField(codeField)
  const deviceName = createField({
    name: 'deviceName',
    label: 'What do you call the app?',
    hint: 'Told when its code is asked for, such as “my phone”.',
    isOptional: true,
  })
  const form = createForm({
    fields: [code, deviceName],
    submitLabel: 'Add the app',
    busyLabel: 'Checking…',
    startOver: onTurnedAway,
    submit: async ({ code: typed, deviceName: name }) => {
      const body = { code: typed, ...(name && { deviceName: name }) }
      const answer = await request('POST', '/auth/mfa/totp/confirm', { body, signal })
      if (!answer.ok) return answer.problem
      await onDone()
      return undefined
    },
  })
  const title = 'Add an app of yours'
  return {
    title,
    nodes: [
      placeLink('security', 'Security', { class: 'link back' }),
      element('h1', {}, title),
      ...totpContent(setup),
      ...inboxLink(inbox),
      form,
    ],
    focus: code.input,
  }
}
