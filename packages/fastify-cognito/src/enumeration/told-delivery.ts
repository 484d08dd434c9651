import type { CodeDelivery } from '@x/cognito-core'
import { maskedDestination } from './masked-destination.ts'

type Medium = CodeDelivery['medium']

/** Where a code could go to, as far as somebody typed it. */
type Addresses = Readonly<Partial<Record<Medium, string>>>

const addressesIn = (name: string): Addresses => {
  if (/^[^@]+@[^@]+$/.test(name)) return { email: name }
  return /^\+\d+$/.test(name) ? { sms: name } : {}
}

const told = (medium: Medium, { [medium]: address }: Addresses): CodeDelivery => ({
  medium,
  destination: address === undefined ? '***' : maskedDestination(address),
})

/**
 * Where a code goes to, as a stranger is told who typed no more than a name: nothing that only
 * Cognito knows. `medium` is how the pool delivers, where the options say so.
 */
export const deliveryToName = (name: string, medium?: Medium): CodeDelivery => {
  const addresses = addressesIn(name)
  return told(medium ?? (addresses.sms === undefined ? 'email' : 'sms'), addresses)
}

/**
 * The same for a sign-up, by what was given with it: the e-mail address, else the phone number.
 *
 * @param preferred is the medium of which an address is taken where both are given.
 * @returns `undefined` where nothing was given that a code could go to.
 */
export const deliveryToSignUp = (
  {
    username,
    attributes = {},
  }: { username: string; attributes?: { email?: unknown; phone_number?: unknown } },
  preferred: Medium = 'email',
): CodeDelivery | undefined => {
  const addresses = {
    ...addressesIn(username),
    ...textAs('email', attributes.email),
    ...textAs('sms', attributes.phone_number),
  }
  const inTurn = preferred === 'email' ? (['email', 'sms'] as const) : (['sms', 'email'] as const)
  const medium = inTurn.find((each) => addresses[each] !== undefined)
  return medium && told(medium, addresses)
}

const textAs = (medium: Medium, value: unknown): Addresses =>
  typeof value === 'string' ? { [medium]: value } : {}
