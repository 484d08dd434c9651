import { codeField } from './code-field.js'
import { hasDelivery } from './has-delivery.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'sms-code'>} */
export const smsCode = {
  title: 'Code by text message',
  intro: ({ delivery }) => `We have sent a code to ${delivery.destination}.`,
  fields: () => [codeField],
  answer: ({ code = '' }) => ({ answer: { code } }),
  hasCode: true,
  isComplete: hasDelivery,
  isMessage: true,
}
