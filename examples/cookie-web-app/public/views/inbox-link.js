import { element } from '../element.js'

/**
 * Where the demo's messages are read; nothing on real Cognito.
 *
 * @param {string | undefined} inbox
 * @returns {Node[]}
 */
export const inboxLink = (inbox) =>
  inbox
    ? [element('a', { href: inbox, target: '_blank', class: 'link' }, 'Read it in the demo inbox')]
    : []
