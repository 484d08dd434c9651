/**
 * The places of the page stand in its address, behind `#/`, so that links, the back button and a
 * reload find them. The first is home: the profile, or signing in.
 *
 * @typedef {'' | 'another-way' | 'challenge' | 'sign-up' | 'sign-up-without-password' | 'confirm'
 *   | 'resend-code' | 'forgot-password' | 'reset-password' | 'edit-profile' | 'verify-email'
 *   | 'verify-phone' | 'change-password' | 'delete-account' | 'reauthenticate' | 'security'
 *   | 'set-up-app' | 'users' | 'user'} Place
 */

/** @param {Place} place */
export const addressOf = (place) => `#/${place}`

/** What the address names; it may be no place at all. */
export const untrustedPlace = () => location.hash.replace(/^#\/?/, '')
