/** @import { FieldOptions } from './field.js' */

/** The standard attributes a person can fill in; any other is asked for under its own name. */
/** @type {Readonly<Record<string, Omit<FieldOptions, 'name'>>>} */
const standardAttributes = {
  name: { label: 'Full name', autocomplete: 'name' },
  given_name: { label: 'First name', autocomplete: 'given-name' },
  family_name: { label: 'Last name', autocomplete: 'family-name' },
  nickname: { label: 'Nickname', autocomplete: 'nickname' },
  email: {
    label: 'E-mail address',
    type: 'email',
    autocomplete: 'email',
    check: (value) =>
      /^\S+@\S+$/.test(value) ? '' : 'Please give a whole address, such as ada@example.com.',
  },
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
 * How an attribute is asked for.
 *
 * @param {string} name as Cognito spells it
 * @returns {FieldOptions}
 */
export const attributeField = (name) => {
  const words = name.replace('custom:', '').replaceAll('_', ' ')
  const label = words.charAt(0).toUpperCase() + words.slice(1)
  return { name, label, ...standardAttributes[name] }
}
