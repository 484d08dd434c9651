/**
 * @import { FieldOptions } from './field.js'
 * @import { PasswordPolicy } from './password-policy.js'
 */

/**
 * @param {object} options
 * @param {string} [options.name] default 'newPassword'
 * @param {string} [options.label] default 'New password'
 * @param {PasswordPolicy | undefined} options.policy shown where it is known
 * @param {boolean} [options.isFirst] of a new account
 * @returns {FieldOptions}
 */
export const newPasswordField = ({
  name = 'newPassword',
  label = 'New password',
  policy,
  isFirst = false,
}) => ({
  name,
  label,
  type: 'password',
  autocomplete: 'new-password',
  ...(policy && { rules: { policy, isFirst } }),
})
