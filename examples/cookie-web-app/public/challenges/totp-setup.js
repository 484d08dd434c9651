import { totpContent } from '../totp-content.js'
import { codeField } from './code-field.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'totp-setup'>} */
export const totpSetup = {
  title: 'Add an authenticator app',
  intro: () => 'This service asks for a code from an app whenever you sign in.',
  content: totpContent,
  fields: () => [codeField],
  answer: ({ code = '' }) => ({ answer: { code } }),
  hasCode: true,
  isComplete: ({ secret, qr }) => typeof secret === 'string' && typeof qr === 'string',
}
