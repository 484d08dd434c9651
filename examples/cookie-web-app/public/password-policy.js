import { request } from './request.js'

/**
 * @typedef {object} PasswordPolicy
 * @property {number} minimumLength
 * @property {boolean} requireLowercase
 * @property {boolean} requireUppercase
 * @property {boolean} requireNumbers
 * @property {boolean} requireSymbols
 * @property {number} historySize how many of the last passwords cannot be taken again
 */

/** A form is shown without the rules rather than late. */
const patienceMs = 2_000

/** @type {PasswordPolicy | undefined} */
let known

/**
 * The rules of the pool, asked for once; undefined where the service does not tell them.
 *
 * @param {AbortSignal} signal
 */
export const passwordPolicy = async (signal) => {
  if (known) return known
  const answer = await request('GET', '/auth/password/policy', { signal, patienceMs })
  if (answer.ok) known = /** @type {PasswordPolicy} */ (answer.body)
  return known
}
