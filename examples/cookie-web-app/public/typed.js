/** @import { Field } from './field.js' */

/** @type {Map<string, string>} */
const typed = new Map()

/**
 * What was typed goes along to the other forms that ask for it, and is still there after going back.
 * Not for passwords and codes. A reload forgets it.
 *
 * @param {string} what such as `username`
 * @param {Field} field
 */
export const followTyped = (what, field) => {
  const { input } = field
  if (input.value === '') input.value = typed.get(what) ?? ''
  const keep = () => typed.set(what, input.value)
  keep()
  input.addEventListener('input', keep)
  return field
}

/** The next to use this page may be somebody else. */
export const forgetTyped = () => typed.clear()
