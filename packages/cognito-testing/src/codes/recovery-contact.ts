import { verifiedFlagOf } from '../attributes/contact-attribute.ts'
import type { PoolSettings } from '../pool-settings.ts'
import type { User } from '../user-store.ts'
import { mediumOf } from './code-delivery.ts'
import type { Contact } from './sign-up-contact.ts'

/**
 * Where the code for a forgotten password goes: to the first verified attribute of the account
 * recovery setting whose medium is not the user's second factor. Undefined where there is none.
 * Source: AccountRecoverySetting and "MFA" in the Amazon Cognito developer guide.
 */
export const recoveryContact = (settings: PoolSettings, user: User): Contact | undefined => {
  const attribute = settings.accountRecovery.find(
    (name) =>
      user.attributes[name] &&
      user.attributes[verifiedFlagOf(name)] === 'true' &&
      user.preferredFactor !== mediumOf(name),
  )
  return attribute && { attribute, to: user.attributes[attribute] ?? '' }
}
