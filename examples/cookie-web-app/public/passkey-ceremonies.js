import { rowOf } from './row-of.js'

/**
 * @import { Problem } from './request.js'
 *
 * @typedef {{ credential: object } | { problem: Problem }} Given
 *
 * @typedef {object} Ceremony
 * @property {object} options as the service gives them
 * @property {AbortSignal} signal of the turn that asks
 */

/** Whether this browser knows passkeys, and how they travel as JSON. */
export const canUsePasskeys = () =>
  typeof PublicKeyCredential === 'function' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'toJSON' in PublicKeyCredential.prototype

/** Has one made. @param {Ceremony} ceremony */
export const makePasskey = ({ options, signal }) =>
  hold(signal, async () => {
    const creation = /** @type {PublicKeyCredentialCreationOptionsJSON} */ (options)
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(creation)
    return navigator.credentials.create({ publicKey, signal })
  })

/** Has one used. @param {Ceremony} ceremony */
export const askForPasskey = ({ options, signal }) =>
  hold(signal, async () => {
    const request = /** @type {PublicKeyCredentialRequestOptionsJSON} */ (options)
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(request)
    return navigator.credentials.get({ publicKey, signal })
  })

/**
 * Never throws. Who has gone on to another turn hears nothing more: then this never resolves.
 *
 * @param {AbortSignal} signal
 * @param {() => Promise<Credential | null>} ceremony
 * @returns {Promise<Given>}
 */
const hold = async (signal, ceremony) => {
  if (!canUsePasskeys()) return failed('none')
  try {
    const credential = /** @type {PublicKeyCredential | null} */ (await ceremony())
    return credential ? { credential: credential.toJSON() } : failed('NotAllowedError')
  } catch (error) {
    if (signal.aborted) return new Promise(() => {})
    return failed(error instanceof Error ? error.name : '')
  }
}

/** By the name of what the browser throws. @type {Readonly<Record<string, string>>} */
const reasons = {
  none: 'This browser cannot use passkeys here. Take another browser, or another way to sign in.',
  NotAllowedError: 'No passkey was given: that was called off, or took too long.',
  InvalidStateError: 'There is a passkey for this account on that device already.',
  SecurityError: 'At this address no passkeys of this service can be used.',
  NotSupportedError: 'That device knows no passkeys of the kind that this service takes.',
  ConstraintError: 'That device cannot tell who is using it; set up a PIN, or take another one.',
}

/**
 * @param {string} name
 * @returns {{ problem: Problem }}
 */
const failed = (name) => {
  const detail = rowOf(reasons, name) ?? 'The browser could not do that. Try again.'
  return { problem: { status: 400, code: 'PASSKEY_NOT_GIVEN', detail } }
}
