import { createForm } from './form.js'

/**
 * @import { FormOptions, Submit } from './form.js'
 *
 * @typedef {Omit<Submit, 'look'>} Choice
 */

/**
 * A form that each of its buttons answers in another way.
 *
 * @param {FormOptions & { choices: readonly Choice[] }} options
 */
export const createChoiceForm = ({ choices, ...options }) => {
  const [first, ...others] = choices
  if (!first) throw new RangeError('a form needs something to choose')
  return createForm({ ...options, ...asChoice(first), others: others.map(asChoice) })
}

/**
 * @param {Choice} choice
 * @returns {Submit}
 */
const asChoice = (choice) => ({ ...choice, look: 'choice' })
