/**
 * @import { ChallengeComponent } from './challenge-component.js'
 * @import { FieldOptions } from '../field.js'
 */

/** The standard attributes a person can fill in; any other is asked for under its own name. */
/** @type {Readonly<Record<string, Omit<FieldOptions, 'name'>>>} */
const standardAttributes = {
  name: { label: 'Full name', autocomplete: 'name' },
  given_name: { label: 'First name', autocomplete: 'given-name' },
  family_name: { label: 'Last name', autocomplete: 'family-name' },
  nickname: { label: 'Nickname', autocomplete: 'nickname' },
  email: { label: 'E-mail address', type: 'email', autocomplete: 'email' },
  phone_number: {
    label: 'Phone number',
    type: 'tel',
    autocomplete: 'tel',
    hint: 'With country code, such as +4917012345678.',
  },
  birthdate: { label: 'Date of birth', type: 'date', autocomplete: 'bday' },
  address: { label: 'Address', autocomplete: 'street-address' },
}

/**
 * @param {string} name as Cognito spells it
 * @returns {FieldOptions}
 */
const fieldOf = (name) => ({
  name,
  label: name.replace('custom:', '').replaceAll('_', ' '),
  ...standardAttributes[name],
})

/** @type {ChallengeComponent<'new-password'>} */
export const newPassword = {
  title: 'Choose a new password',
  isComplete: ({ missingAttributes }) =>
    Array.isArray(missingAttributes) && missingAttributes.every((name) => typeof name === 'string'),
  intro: ({ missingAttributes }) =>
    missingAttributes.length === 0
      ? 'The one you signed in with was temporary.'
      : 'The one you signed in with was temporary. We also need a few details.',
  fields: ({ missingAttributes }) => [
    {
      name: 'newPassword',
      label: 'New password',
      type: 'password',
      autocomplete: 'new-password',
    },
    ...missingAttributes.map(fieldOf),
  ],
  answer: ({ newPassword = '', ...attributes }) => ({
    newPassword,
    ...(Object.keys(attributes).length > 0 && { attributes }),
  }),
}
