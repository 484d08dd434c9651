import { element } from '../element.js'
import { createForm } from '../form.js'
import { request } from '../request.js'
import { createGuardTrial } from './guard-trial.js'

/** @import { View } from './show-view.js' */

/**
 * @typedef {object} Me what `GET /auth/me` answers
 * @property {{ sub: string, username: string, groups: string[] }} user
 * @property {Record<string, string>} attributes
 */

/**
 * @param {object} options
 * @param {Me} options.me
 * @param {AbortSignal} options.signal
 * @param {(notice: string) => void} options.onSignedOut
 * @param {() => void} options.onSessionOver
 * @returns {View}
 */
export const createProfileView = ({ me, signal, onSignedOut, onSessionOver }) => {
  const { user, attributes } = me
  const { name, email } = attributes
  const title = name ?? email ?? user.username
  const heading = element('h1', { tabindex: -1 }, title)
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
      element(
        'dl',
        { class: 'facts' },
        ...fact('E-mail', email ? [email, ' ', verification(attributes)] : ['none']),
        ...fact('Groups', user.groups.length > 0 ? [user.groups.join(', ')] : ['none']),
        // In pools without user names the two are one.
        ...(user.username === user.sub ? [] : fact('User name', [user.username])),
        ...fact('Subject', [element('code', {}, user.sub)]),
      ),
      createGuardTrial({ signal, onSessionOver }),
      element(
        'div',
        { class: 'actions' },
        signOutForm({
          label: 'Sign out',
          path: '/auth/sign-out',
          signal,
          onDone: () => onSignedOut('You are signed out.'),
          onSessionOver,
        }),
        signOutForm({
          label: 'Sign out everywhere',
          path: '/auth/sign-out/everywhere',
          signal,
          onDone: () => onSignedOut('You are signed out on every device.'),
          onSessionOver,
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

/** @param {Record<string, string>} attributes */
const verification = ({ email_verified: verified }) =>
  verified === 'true'
    ? element('span', { class: 'chip good' }, 'verified')
    : element('span', { class: 'chip' }, 'not verified')

/** @param {{ label: string, path: string, signal: AbortSignal, onDone: () => void, onSessionOver: () => void }} options */
const signOutForm = ({ label, path, signal, onDone, onSessionOver }) =>
  createForm({
    fields: [],
    submitLabel: label,
    busyLabel: 'Signing out…',
    look: 'quiet',
    startOver: onSessionOver,
    submit: async () => {
      const answer = await request('POST', path, { signal })
      if (!answer.ok) return answer.problem
      onDone()
      return undefined
    },
  })
