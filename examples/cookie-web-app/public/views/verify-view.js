import { attributeField } from '../attribute-field.js'
import { codeField } from '../challenges/code-field.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { isVerified, textOf } from '../me.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { anotherCode } from './another-code.js'
import { inboxLink } from './inbox-link.js'

/**
 * @import { CodeDelivery } from '@x/cognito-core'
 * @import { Me } from '../me.js'
 * @import { PendingCode } from '../pending-code.js'
 * @import { Steps } from '../steps.js'
 * @import { View } from './show-view.js'
 * @import { Verifiable } from './verifiable.js'
 */

/**
 * @param {object} options
 * @param {Verifiable} options.what
 * @param {Me} options.me
 * @param {PendingCode | undefined} options.pending undefined before a code was sent
 * @param {string | undefined} options.inbox where the demo's messages are read
 * @param {AbortSignal} options.signal
 * @param {(delivery: CodeDelivery) => void | Promise<void>} options.onSent
 * @param {() => void | Promise<void>} options.onVerified
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createVerifyView = (options) => {
  const { what, me, pending, inbox, signal, onSent, onVerified, onTurnedAway } = options
  const { attribute, title } = what
  const heading = element('h1', { tabindex: -1 }, title)
  const above = [placeLink('', 'Profile', { class: 'link back' }), heading]
  const resend = anotherCode({ path: '/auth/me/verify', body: { attribute }, signal, onSent })
  if (!pending) {
    const address = element('strong', {}, textOf(me, attribute))
    const intro = element('p', { class: 'intro' }, 'We send a code to ', address, '.')
    const form = createForm({
      fields: [],
      submitLabel: 'Send a code',
      busyLabel: resend.busyLabel,
      startOver: onTurnedAway,
      submit: resend.act,
    })
    return { title, nodes: [...above, intro, form], focus: heading }
  }

  const code = createField(codeField)
  const form = createForm({
    fields: [code],
    submitLabel: 'Verify',
    busyLabel: 'Verifying…',
    second: resend,
    startOver: onTurnedAway,
    submit: async (values) => {
      const body = { attribute, ...values }
      const answer = await request('POST', '/auth/me/verify/confirm', { body, signal })
      if (!answer.ok) return answer.problem
      await onVerified()
      return undefined
    },
  })
  const { delivery, name } = pending
  const sent = `We have sent a code to ${delivery?.destination ?? name}.`
  const noun = attributeField(attribute).label.toLowerCase()
  const until = ` Until you enter it, your ${noun} stays ${textOf(me, attribute)}.`
  const intro = isVerified(me, attribute) ? `${sent}${until}` : sent
  return {
    title,
    nodes: [...above, element('p', { class: 'intro' }, intro), ...inboxLink(inbox), form],
    focus: code.input,
  }
}
