import { factorWords } from './factor-words.js'

/**
 * @import { FirstFactor } from '@x/cognito-core'
 *
 * @typedef {Exclude<FirstFactor, 'password'> | 'choice' | 'custom'} Way
 *
 * @typedef {object} WayRow
 * @property {string} label
 * @property {string} hint
 * @property {{ method: 'choice' | 'custom', prefer?: FirstFactor }} body what the service is asked
 */

/** @param {FirstFactor} prefer */
const preferring = (prefer) =>
  /** @type {const} */ ({ ...factorWords[prefer], body: { method: 'choice', prefer } })

/** Ways in besides the password, of which a service names those that it has. */
/** @type {Readonly<Record<Way, WayRow>>} */
export const waysToSignIn = {
  passkey: preferring('passkey'),
  'email-code': preferring('email-code'),
  'sms-code': preferring('sms-code'),
  choice: { label: 'See what there is', hint: 'and choose', body: { method: 'choice' } },
  custom: { label: 'Questions', hint: 'asked by the pool', body: { method: 'custom' } },
}
