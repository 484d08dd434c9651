/**
 * Whether it is said where the code went.
 *
 * @param {Record<string, unknown>} untrustedChallenge
 */
export const hasDelivery = ({ delivery }) =>
  typeof delivery === 'object' &&
  delivery !== null &&
  'destination' in delivery &&
  typeof delivery.destination === 'string'
