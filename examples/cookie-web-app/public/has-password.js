/** @import { MfaSettings } from '@x/cognito-core' */

/**
 * Whether there is a password to begin with. A pool that lets nobody choose tells of no way at all.
 *
 * @param {Pick<MfaSettings, 'factors'>} settings
 */
export const hasPassword = ({ factors }) => factors.length === 0 || factors.includes('password')
