import { addressOf } from './address.js'
import { element } from './element.js'

/** @import { Place } from './address.js' */

/**
 * @param {Place} place
 * @param {string} label
 * @param {{ class?: string }} [attributes]
 */
export const placeLink = (place, label, attributes = {}) =>
  element('a', { class: 'link', ...attributes, href: addressOf(place) }, label)
