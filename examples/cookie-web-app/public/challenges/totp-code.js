import { codeField } from './code-field.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'totp-code'>} */
export const totpCode = {
  title: 'Code from your app',
  intro: ({ deviceName = 'your authenticator app' }) =>
    `Open ${deviceName} and enter the code it shows now.`,
  fields: () => [codeField],
  answer: ({ code = '' }) => ({ answer: { code } }),
  hasCode: true,
}
