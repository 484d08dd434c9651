import type { MfaMethod } from '../options.ts'
import type { User } from '../user-store.ts'

/** The second factors of a user with one more; what was there stays where it was. */
export const withFactor = ({ factors }: User, method: MfaMethod): Pick<User, 'factors'> => ({
  factors: factors.includes(method) ? factors : [...factors, method],
})
