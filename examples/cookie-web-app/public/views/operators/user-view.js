import { element } from '../../element.js'
import { placeLink } from '../../place-link.js'
import { createActionForm } from '../action-form.js'
import { createRow } from '../security/row.js'
import { createSection } from '../security/section.js'
import { chipsOfUser, nameOfUser } from './shown-user.js'

/**
 * @import { Steps } from '../../steps.js'
 * @import { View } from '../show-view.js'
 * @import { ShownUser } from './shown-user.js'
 */

/**
 * @param {object} options
 * @param {string} options.path of the service, for this user
 * @param {ShownUser} options.user
 * @param {readonly string[]} options.own groups that the user is in
 * @param {readonly string[]} options.groups that there are
 * @param {boolean} options.isMe whether it is the operator
 * @param {string} [options.notice] what was just done
 * @param {AbortSignal} options.signal
 * @param {(notice: string) => Promise<void>} options.onDone
 * @param {Steps['onTurnedAway']} options.onTurnedAway
 * @returns {View}
 */
export const createUserView = ({ user, path, own, groups, isMe, notice, ...more }) => {
  const name = nameOfUser(user)
  const { signal, onDone, onTurnedAway } = more
  const heading = element('h1', { tabindex: -1, 'aria-describedby': notice && 'notice' }, name)

  /**
   * @param {string} label
   * @param {{ call: readonly [method: string, path: string], done: string, about?: string }} what
   */
  const action = (label, { call, done, about }) =>
    createActionForm({
      submitLabel: label,
      ...(about !== undefined && { about }),
      busyLabel: 'One moment…',
      call,
      signal,
      onDone: () => onDone(done),
      onTurnedAway,
    })

  /** @param {string} group */
  const groupRow = (group) => {
    const isIn = own.includes(group)
    const call = `${path}/groups/${encodeURIComponent(group)}`
    return createRow({
      name: group,
      chips: isIn ? [{ text: 'member', isGood: true }] : [],
      actions: [
        isIn
          ? action('Take out', {
              call: ['DELETE', call],
              done: `Not in ${group} any more.`,
              about: `of ${group}`,
            })
          : action('Add', {
              call: ['PUT', call],
              done: `In ${group} from now on.`,
              about: `to ${group}`,
            }),
      ],
    })
  }

  const account = [
    user.enabled
      ? action('Disable', { call: ['POST', `${path}/disable`], done: 'The account is disabled.' })
      : action('Enable', { call: ['POST', `${path}/enable`], done: 'The account is enabled.' }),
    action('Sign out everywhere', {
      call: ['POST', `${path}/sign-out`],
      done: 'Signed out everywhere. A page that is open may go on for up to an hour.',
    }),
  ]
  return {
    title: `User ${name}`,
    focus: heading,
    nodes: [
      placeLink('users', 'Users', { class: 'link back' }),
      heading,
      ...(notice ? [element('p', { class: 'done', id: 'notice' }, notice)] : []),
      createSection('Account', isMe ? 'This is you.' : String(user.attributes['email'] ?? ''), [
        element(
          'ul',
          { class: 'things' },
          createRow({ name: 'Signing in', chips: chipsOfUser(user), actions: account }),
        ),
      ]),
      createSection('Groups', 'Known to the user’s browser after an hour, or the next sign-in.', [
        element('ul', { class: 'things' }, ...groups.map(groupRow)),
      ]),
    ],
  }
}
