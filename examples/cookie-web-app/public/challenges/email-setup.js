import { attributeField } from '../attribute-field.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'email-setup'>} */
export const emailSetup = {
  title: 'Give an e-mail address',
  intro: () => 'From now on a code goes there whenever you sign in, and the first goes there now.',
  fields: () => [attributeField('email')],
  answer: ({ email = '' }) => ({ answer: { email } }),
}
