/** @import { FieldOptions } from './field.js' */

/** @type {FieldOptions} */
export const currentPasswordField = {
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'current-password',
}
