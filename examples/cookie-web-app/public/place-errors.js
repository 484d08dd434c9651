import { attributeField } from './attribute-field.js'

/**
 * @import { FieldError } from './explain-problem.js'
 * @import { Field } from './field.js'
 */

/**
 * Each error goes beside its field; what has none here is told by the name of its own.
 *
 * @param {readonly FieldError[]} errors
 * @param {readonly Field[]} fields
 */
export const placeErrors = (errors, fields) => {
  /** @type {Map<Field, string>} */
  const placed = new Map()
  const elsewhere = []
  for (const { fields: names, text } of errors) {
    const field = fields.find(({ name }) => names.includes(name))
    const told = sentence(field?.label ?? attributeField(names[0] ?? '').label, text)
    if (field) placed.set(field, [placed.get(field), told].filter(Boolean).join(' '))
    else elsewhere.push(told)
  }
  return { placed, elsewhere }
}

/**
 * @param {string} label
 * @param {string} text which may be the rest of a sentence
 */
const sentence = (label, text) => (/^\p{Lu}/u.test(text) ? text : `${label} ${text}`)
