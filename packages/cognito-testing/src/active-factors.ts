import type { MfaMethod } from './options.ts'
import type { User } from './user-store.ts'

/** The attribute that a factor needs, where it needs one. */
export const attributeOfFactor: Readonly<{ totp: undefined; sms: 'phone_number'; email: 'email' }> =
  { totp: undefined, sms: 'phone_number', email: 'email' }

/** The second factors that can be asked for: no code is sent to an address that is gone. */
export const activeFactors = ({ factors, attributes }: User): readonly MfaMethod[] =>
  factors.filter((factor) => {
    const attribute = attributeOfFactor[factor]
    return attribute === undefined || Boolean(attributes[attribute])
  })
