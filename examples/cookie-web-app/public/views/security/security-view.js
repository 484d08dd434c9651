import { element } from '../../element.js'
import { placeLink } from '../../place-link.js'

/** @import { View } from '../show-view.js' */

/**
 * @param {object} options
 * @param {string} [options.notice] what was just done
 * @param {readonly Node[]} options.sections
 * @returns {View}
 */
export const createSecurityView = ({ notice, sections }) => {
  const title = 'Security'
  const heading = element('h1', { tabindex: -1, 'aria-describedby': notice && 'notice' }, title)
  return {
    title,
    focus: heading,
    nodes: [
      placeLink('', 'Profile', { class: 'link back' }),
      heading,
      ...(notice ? [element('p', { class: 'done', id: 'notice' }, notice)] : []),
      ...sections,
    ],
  }
}
