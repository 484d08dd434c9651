import { element } from '../element.js'
import { createForm } from '../form.js'
import { request } from '../request.js'
import { createGuardTrial } from './guard-trial.js'

/** @import { View } from './show-view.js' */

/**
 * @param {object} options
 * @param {{ user: { sub: string, username: string, groups: string[] }, attributes: Record<string, string> }} options.me
 * @param {(reason: string) => void} options.onSignedOut
 * @returns {View}
 */
export const createProfileView = ({ me: { user, attributes }, onSignedOut }) => {
  const { name, email } = attributes
  const title = name ?? email ?? user.username
  const heading = element('h1', { tabindex: -1 }, title)
  return {
    title,
    focus: heading,
    nodes: [
      element('p', { class: 'eyebrow' }, 'Signed in'),
      heading,
      element(
        'dl',
        { class: 'facts' },
        ...fact('E-mail', email ? [email, ' ', verification(attributes)] : ['none']),
        ...fact('Groups', user.groups.length > 0 ? [user.groups.join(', ')] : ['none']),
        ...fact('User name', [element('code', {}, user.username)]),
        ...fact('Subject', [element('code', {}, user.sub)]),
      ),
      createGuardTrial({ onSignedOut }),
      element(
        'div',
        { class: 'actions' },
        signOutForm('Sign out', '/auth/sign-out', () => onSignedOut('You are signed out.')),
        signOutForm('Sign out everywhere', '/auth/sign-out/everywhere', () =>
          onSignedOut('You are signed out on every device.'),
        ),
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

/**
 * @param {string} label
 * @param {string} path
 * @param {() => void} onDone
 */
const signOutForm = (label, path, onDone) =>
  createForm({
    fields: [],
    submitLabel: label,
    busyLabel: 'Signing out…',
    look: 'quiet',
    submit: async () => {
      const answer = await request('POST', path)
      // A session that is over already needs no ending.
      if (!answer.ok && answer.problem.status !== 401) return answer.problem
      onDone()
      return undefined
    },
  })
