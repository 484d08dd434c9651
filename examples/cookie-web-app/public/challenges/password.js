import { currentPasswordField } from '../current-password-field.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'password'>} */
export const password = {
  title: 'Enter your password',
  intro: () => 'It is the way that you have chosen.',
  fields: () => [currentPasswordField],
  answer: ({ password = '' }) => ({ answer: { password } }),
}
