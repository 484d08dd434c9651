/**
 * @import { Place } from '../address.js'
 * @import { PendingCode } from '../pending-code.js'
 */

/**
 * What of a profile is verified by a code that was sent to it.
 *
 * @typedef {object} Verifiable
 * @property {'email' | 'phone_number'} attribute as Cognito spells it
 * @property {string} term
 * @property {string} title of the page where the code is entered
 * @property {string} verified told once it is
 * @property {Place & PendingCode['purpose']} place
 */

/** @type {readonly Verifiable[]} */
export const verifiable = [
  {
    attribute: 'email',
    term: 'E-mail',
    title: 'Verify your address',
    verified: 'Your e-mail address is verified.',
    place: 'verify-email',
  },
  {
    attribute: 'phone_number',
    term: 'Phone',
    title: 'Verify your number',
    verified: 'Your phone number is verified.',
    place: 'verify-phone',
  },
]
