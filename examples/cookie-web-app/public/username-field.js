/** @import { FieldOptions } from './field.js' */

/** @type {FieldOptions} */
export const usernameField = {
  name: 'username',
  label: 'E-mail or user name',
  type: 'username',
  autocomplete: 'username',
}
