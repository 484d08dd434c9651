import { element } from '../element.js'

/** Tells password managers whose new password this is. @param {string} username */
export const usernameHint = (username) =>
  element('input', { autocomplete: 'username', value: username, hidden: true })
