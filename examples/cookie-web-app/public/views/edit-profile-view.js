import { attributeField } from '../attribute-field.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { textOf } from '../me.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'

/**
 * @import { CodeDelivery } from '@x/cognito-core'
 * @import { Me } from '../me.js'
 * @import { Steps } from '../steps.js'
 * @import { View } from './show-view.js'
 *
 * @typedef {Me & { toVerify?: readonly CodeDelivery[] }} SavedProfile what `PATCH /auth/me` answers
 */

/**
 * @param {object} options
 * @param {Me} options.me
 * @param {readonly string[]} options.customAttributes that may be filled in, as Cognito spells them
 * @param {AbortSignal} options.signal
 * @param {(saved: SavedProfile, changed: Record<string, string | null>) => void | Promise<void>} options.onSaved
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createEditProfileView = (options) => {
  const { me, customAttributes, signal, onSaved, onTurnedAway } = options
  const fields = ['name', 'email', ...customAttributes].map((name) =>
    createField({
      ...attributeField(name),
      value: textOf(me, name),
      isOptional: customAttributes.includes(name),
    }),
  )
  const form = createForm({
    fields,
    submitLabel: 'Save',
    busyLabel: 'Saving…',
    startOver: onTurnedAway,
    submit: async (values) => {
      const attributes = changesIn(values, me)
      if (Object.keys(attributes).length === 0) {
        await onSaved(me, attributes)
        return undefined
      }
      const answer = await request('PATCH', '/auth/me', { body: { attributes }, signal })
      if (!answer.ok) return answer.problem
      await onSaved(/** @type {SavedProfile} */ (answer.body), attributes)
      return undefined
    },
  })
  const title = 'Edit your profile'
  return {
    title,
    nodes: [placeLink('', 'Profile', { class: 'link back' }), element('h1', {}, title), form],
    focus: fields[0]?.input ?? form,
  }
}

/**
 * What was emptied is taken away.
 *
 * @param {Record<string, string>} values
 * @param {Me} me
 */
const changesIn = (values, me) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => value !== textOf(me, name))
      .map(([name, value]) => [name, value || null]),
  )
