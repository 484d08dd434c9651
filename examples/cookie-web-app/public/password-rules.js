/** @import { PasswordPolicy } from './password-policy.js' */

/**
 * @typedef {object} PasswordRule
 * @property {string} text
 * @property {(password: string) => boolean} isMet
 */

/** A space counts too, though not at the ends. */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/

/** One row per rule; the letters and symbols are those that Cognito counts. */
/** @type {readonly { applies: (policy: PasswordPolicy) => boolean, text: (policy: PasswordPolicy) => string, isMet: (password: string, policy: PasswordPolicy) => boolean }[]} */
const rows = [
  {
    applies: () => true,
    text: ({ minimumLength }) => `${minimumLength} characters or more`,
    isMet: (password, { minimumLength }) => password.length >= minimumLength,
  },
  {
    applies: ({ requireLowercase }) => requireLowercase,
    text: () => 'a lower-case letter',
    isMet: (password) => /[a-z]/.test(password),
  },
  {
    applies: ({ requireUppercase }) => requireUppercase,
    text: () => 'an upper-case letter',
    isMet: (password) => /[A-Z]/.test(password),
  },
  {
    applies: ({ requireNumbers }) => requireNumbers,
    text: () => 'a digit',
    isMet: (password) => /\d/.test(password),
  },
  {
    applies: ({ requireSymbols }) => requireSymbols,
    text: () => 'a symbol, such as ! or -',
    isMet: (password) => symbol.test(password.trim()),
  },
]

/**
 * What the page itself can check of a policy.
 *
 * @param {PasswordPolicy} policy
 * @returns {PasswordRule[]}
 */
export const passwordRules = (policy) =>
  rows
    .filter(({ applies }) => applies(policy))
    .map(({ text, isMet }) => ({
      text: text(policy),
      isMet: (password) => isMet(password, policy),
    }))
