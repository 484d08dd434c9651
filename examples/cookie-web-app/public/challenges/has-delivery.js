/**
 * Whether it is said where the code went.
 *
 * @param {any} untrustedChallenge
 */
export const hasDelivery = (untrustedChallenge) =>
  typeof untrustedChallenge.delivery?.destination === 'string'
