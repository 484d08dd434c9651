import { codeField } from './code-field.js'
import { hasDelivery } from './has-delivery.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'email-code'>} */
export const emailCode = {
  title: 'Code by e-mail',
  intro: ({ delivery }) => `We have sent a code to ${delivery.destination}.`,
  fields: () => [codeField],
  answer: ({ code = '' }) => ({ answer: { code } }),
  hasCode: true,
  isComplete: hasDelivery,
  isMessage: true,
}
