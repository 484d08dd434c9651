import { element } from '../../element.js'

/**
 * One of several things that can be changed.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {readonly { text: string, isGood?: boolean }[]} [options.chips]
 * @param {readonly (Node | string)[]} [options.details]
 * @param {readonly Node[]} options.actions
 */
export const createRow = ({ name, chips = [], details = [], actions }) =>
  element(
    'li',
    { class: 'thing' },
    element(
      'p',
      { class: 'thing-name' },
      element('strong', {}, name),
      ...chips.flatMap(({ text, isGood }) => [
        ' ',
        element('span', { class: isGood ? 'chip good' : 'chip' }, text),
      ]),
    ),
    ...(details.length > 0 ? [element('p', { class: 'details' }, ...details)] : []),
    ...(actions.length > 0 ? [element('div', { class: 'actions' }, ...actions)] : []),
  )
