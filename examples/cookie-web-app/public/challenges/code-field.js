/** @import { FieldOptions } from '../field.js' */

/** @type {FieldOptions} */
export const codeField = {
  name: 'code',
  label: 'Code',
  type: 'code',
  autocomplete: 'one-time-code',
}
