import { looksLikeEmail, looksLikePhoneNumber } from './attributes/formats.ts'
import type { PoolSettings } from './pool-settings.ts'

/** What Cognito says of a new user name that does not fit the pool; undefined when it does. */
export const usernameProblem = (settings: PoolSettings, username: string): string | undefined => {
  const { usernameAttributes, aliases } = settings
  const isEmail = looksLikeEmail(username)
  const isPhoneNumber = looksLikePhoneNumber(username)
  const fits = { email: isEmail, phone_number: isPhoneNumber }
  if (usernameAttributes.length > 0 && !usernameAttributes.some((name) => fits[name])) {
    const wanted = usernameAttributes.map((name) =>
      name === 'email' ? 'an email' : 'a phone number',
    )
    return `Username should be ${wanted.length > 1 ? 'either ' : ''}${wanted.join(' or ')}.`
  }
  if (aliases.includes('email') && isEmail) {
    return 'Username cannot be of email format, since user pool is configured for email alias.'
  }
  if (aliases.includes('phone_number') && isPhoneNumber) {
    return (
      'Username cannot be of phone number format, since user pool is configured for phone ' +
      'number alias.'
    )
  }
  return undefined
}
