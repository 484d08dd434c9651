/**
 * What `GET /auth/me` answers.
 *
 * @typedef {object} Me
 * @property {{ sub: string, username: string, groups: string[] }} user
 * @property {Record<string, string | boolean | number | undefined>} attributes
 */

/**
 * @param {Me} me
 * @param {string} name as Cognito spells it
 */
export const textOf = ({ attributes }, name) => String(attributes[name] ?? '')

/**
 * @param {Me} me
 * @param {'email' | 'phone_number'} name
 */
export const isVerified = (me, name) => textOf(me, `${name}_verified`) === 'true'

/** What a person is called. @param {Me} me */
export const displayName = (me) => textOf(me, 'name') || textOf(me, 'email') || me.user.username
