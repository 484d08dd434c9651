import type { ContactAttribute } from '../options.ts'
import type { PoolSettings } from '../pool-settings.ts'
import type { User } from '../user-store.ts'

export interface Contact {
  attribute: ContactAttribute
  to: string
}

const preferred = ['phone_number', 'email'] as const

/**
 * Where the code for a new account goes: to an attribute that the pool verifies, of two to the
 * phone number. Undefined where there is none.
 * Source: AutoVerifiedAttributes in the Amazon Cognito developer guide.
 */
export const signUpContact = (settings: PoolSettings, user: User): Contact | undefined => {
  const attribute = preferred.find(
    (name) => settings.autoVerifiedAttributes.includes(name) && user.attributes[name],
  )
  return attribute && { attribute, to: user.attributes[attribute] ?? '' }
}
