/**
 * A user, as operators see one.
 *
 * @typedef {object} ShownUser
 * @property {string} username
 * @property {Record<string, string | boolean | number | undefined>} attributes
 * @property {string} status as Cognito spells it
 * @property {boolean} enabled
 */

/** What a person is called. @param {ShownUser} user */
export const nameOfUser = ({ attributes, username }) =>
  String(attributes['name'] ?? attributes['email'] ?? username)

/** @param {ShownUser} user */
export const chipsOfUser = ({ enabled, status }) => [
  enabled ? { text: 'enabled', isGood: true } : { text: 'disabled' },
  ...(status === 'CONFIRMED' ? [] : [{ text: status.toLowerCase().replaceAll('_', ' ') }]),
]
