import { attributeField } from '../attribute-field.js'
import { element } from '../element.js'
import { displayName, isVerified, textOf } from '../me.js'
import { placeLink } from '../place-link.js'
import { createActionForm } from './action-form.js'
import { createGuardTrial } from './guard-trial.js'
import { createRememberBrowser } from './remember-browser.js'
import { verifiable } from './verifiable.js'

/**
 * @import { Place } from '../address.js'
 * @import { Me } from '../me.js'
 * @import { Steps } from '../steps.js'
 * @import { View } from './show-view.js'
 * @import { Verifiable } from './verifiable.js'
 */

/** @type {readonly { place: Place, label: string }[]} */
const settings = [
  { place: 'edit-profile', label: 'Edit profile' },
  { place: 'change-password', label: 'Change password' },
  { place: 'security', label: 'Security' },
  { place: 'delete-account', label: 'Delete account' },
]

/** @param {Me['user']} user */
const settingsOf = ({ groups }) =>
  groups.includes('admin')
    ? [{ place: /** @type {const} */ ('users'), label: 'Users' }, ...settings]
    : settings

/**
 * @param {object} options
 * @param {Me} options.me
 * @param {readonly string[]} options.customAttributes as Cognito spells them
 * @param {string} [options.notice] what was just done
 * @param {string} [options.newDevice] the key of this browser, where the pool asks before it remembers it
 * @param {(notice?: string) => void} options.onRemembered or not to be
 * @param {AbortSignal} options.signal
 * @param {(notice: string) => void} options.onSignedOut
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createProfileView = (options) => {
  const { me, customAttributes, notice, newDevice, signal } = options
  const { onRemembered, onSignedOut, onTurnedAway } = options
  const { user } = me
  const title = displayName(me)
  const heading = element('h1', { tabindex: -1, 'aria-describedby': notice && 'notice' }, title)
  return {
    title,
    focus: heading,
    nodes: [
      element(
        'div',
        { class: 'holder' },
        element('img', { src: '/icon.svg', alt: '', width: 72, height: 72 }),
        element('p', { class: 'eyebrow' }, 'Signed in'),
        heading,
      ),
      ...(notice ? [element('p', { class: 'done', id: 'notice' }, notice)] : []),
      ...(newDevice
        ? [createRememberBrowser({ key: newDevice, signal, onDone: onRemembered, onTurnedAway })]
        : []),
      element(
        'dl',
        { class: 'facts' },
        ...verifiable.flatMap((what) => verifiableFact(me, what)),
        ...customAttributes.flatMap((name) => {
          const value = textOf(me, name)
          return value ? fact(attributeField(name).label, [value]) : []
        }),
        ...fact('Groups', user.groups.length > 0 ? [user.groups.join(', ')] : ['none']),
        // In pools without user names the two are one.
        ...(user.username === user.sub ? [] : fact('User name', [user.username])),
        ...fact('User id', [element('code', {}, user.sub)]),
      ),
      element(
        'nav',
        { class: 'settings', 'aria-label': 'Your account' },
        ...settingsOf(user).map(({ place, label }) => placeLink(place, label, { class: 'row' })),
      ),
      createGuardTrial({ signal, onTurnedAway }),
      element(
        'div',
        { class: 'actions' },
        createActionForm({
          submitLabel: 'Sign out',
          busyLabel: 'Signing out…',
          call: ['POST', '/auth/sign-out'],
          signal,
          onDone: () => onSignedOut('You are signed out.'),
          onTurnedAway,
        }),
        createActionForm({
          submitLabel: 'Sign out everywhere',
          busyLabel: 'Signing out…',
          call: ['POST', '/auth/sign-out/everywhere'],
          signal,
          onDone: () => onSignedOut('You are signed out on every device.'),
          onTurnedAway,
        }),
      ),
    ],
  }
}

/**
 * @param {string} term
 * @param {(Node | string)[]} description
 */
const fact = (term, description) => [element('dt', {}, term), element('dd', {}, ...description)]

/**
 * @param {Me} me
 * @param {Verifiable} what
 */
const verifiableFact = (me, { attribute, term, place }) => {
  const value = textOf(me, attribute)
  if (value === '') return attribute === 'email' ? fact(term, ['none']) : []
  return isVerified(me, attribute)
    ? fact(term, [value, ' ', element('span', { class: 'chip good' }, 'verified')])
    : fact(term, [
        value,
        ' ',
        element('span', { class: 'chip' }, 'not verified'),
        ' ',
        placeLink(place, 'Verify'),
      ])
}
