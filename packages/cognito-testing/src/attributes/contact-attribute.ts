import type { ContactAttribute } from '../options.ts'

export const isContactAttribute = (name: string): name is ContactAttribute =>
  name === 'email' || name === 'phone_number'

/** The attribute that says whether the user was shown to own the address or number. */
export const verifiedFlagOf = (attribute: ContactAttribute): string => `${attribute}_verified`
