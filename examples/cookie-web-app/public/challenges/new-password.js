import { attributeField } from '../attribute-field.js'
import { newPasswordField } from '../new-password-field.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'new-password'>} */
export const newPassword = {
  title: 'Choose a new password',
  isComplete: ({ missingAttributes }) =>
    Array.isArray(missingAttributes) && missingAttributes.every((name) => typeof name === 'string'),
  intro: ({ missingAttributes }) =>
    missingAttributes.length === 0
      ? 'The one you signed in with was temporary.'
      : 'The one you signed in with was temporary. We also need a few details.',
  fields: ({ missingAttributes }, policy) => [
    newPasswordField({ policy }),
    ...missingAttributes.map(attributeField),
  ],
  isNewPassword: true,
  answer: ({ newPassword = '', ...attributes }) => ({
    answer: { newPassword, ...(Object.keys(attributes).length > 0 && { attributes }) },
  }),
}
