import { element } from '../../element.js'
import { createField } from '../../field.js'
import { createForm } from '../../form.js'
import { placeLink } from '../../place-link.js'
import { createRow } from '../security/row.js'
import { chipsOfUser, nameOfUser } from './shown-user.js'

/**
 * @import { View } from '../show-view.js'
 * @import { ShownUser } from './shown-user.js'
 */

/**
 * @param {object} options
 * @param {readonly ShownUser[]} options.users
 * @param {string} options.search
 * @param {boolean} options.hasMore
 * @param {string} [options.notice]
 * @param {(search: string) => Promise<void>} options.onSearch
 * @param {() => Promise<void>} options.onMore
 * @param {(username: string) => Promise<void>} options.onOpen
 * @returns {View}
 */
export const createUsersView = (options) => {
  const { users, search, hasMore, notice, onSearch, onMore, onOpen } = options
  const title = 'Users'
  const heading = element('h1', { tabindex: -1, 'aria-describedby': notice && 'notice' }, title)
  return {
    title,
    focus: heading,
    nodes: [
      placeLink('', 'Profile', { class: 'link back' }),
      heading,
      ...(notice ? [element('p', { class: 'done', id: 'notice' }, notice)] : []),
      createForm({
        fields: [
          createField({
            name: 'search',
            label: 'E-mail address begins with',
            type: 'username',
            value: search,
            isOptional: true,
          }),
        ],
        submitLabel: 'Search',
        busyLabel: 'Searching…',
        submit: async ({ search: wanted = '' }) => void (await onSearch(wanted)),
      }),
      users.length > 0
        ? element('ul', { class: 'things' }, ...users.map((user) => rowOfUser(user, onOpen)))
        : element('p', { class: 'intro' }, 'Nobody was found.'),
      ...(hasMore ? [button({ label: 'More users', press: onMore })] : []),
    ],
  }
}

/**
 * @param {ShownUser} user
 * @param {(username: string) => Promise<void>} onOpen
 */
const rowOfUser = (user, onOpen) =>
  createRow({
    name: nameOfUser(user),
    chips: chipsOfUser(user),
    details: [String(user.attributes['email'] ?? '')],
    actions: [
      button({ label: 'Open', about: nameOfUser(user), press: () => onOpen(user.username) }),
    ],
  })

/** @param {{ label: string, about?: string, press: () => Promise<void> }} options */
const button = ({ label, about, press }) =>
  createForm({
    fields: [],
    submitLabel: label,
    ...(about !== undefined && { about }),
    busyLabel: 'Opening…',
    look: 'quiet',
    submit: async () => void (await press()),
  })
