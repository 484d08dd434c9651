import type { FirstFactor, RememberedDevice, SignInInput } from '@x/cognito-core'
import { invalidFields } from '../problems/invalid-input.ts'
import type { FieldError } from '../problems/refusal.ts'

export type SignInMethod = 'srp' | 'password' | 'choice' | 'custom'

/** How somebody would sign in, as far as a client said. */
export interface SignInWay {
  method?: SignInMethod
  password?: string
  prefer?: FirstFactor
}

type Fault = (way: SignInWay) => string | false

const missing: Fault = ({ password }) => password === undefined && 'is missing.'

/** A password that nobody will look at is better not sent. */
const unasked: Fault = ({ password, prefer }) =>
  password !== undefined &&
  prefer !== 'password' &&
  "goes with prefer: 'password' only; leave it out."

const unpreferred: Fault = ({ prefer }) =>
  prefer !== undefined && "goes with method: 'choice' only; leave it out."

const fits: Fault = () => false

/** What each method takes besides a name. */
const faults: Readonly<Record<SignInMethod, { password: Fault; prefer: Fault }>> = {
  srp: { password: missing, prefer: unpreferred },
  password: { password: missing, prefer: unpreferred },
  choice: { password: unasked, prefer: fits },
  custom: { password: fits, prefer: unpreferred },
}

/** @throws a refusal `INVALID_INPUT` that names the fields which do not fit the method. */
export const signInInput = (
  username: string,
  way: SignInWay,
  device: RememberedDevice | undefined,
): SignInInput => {
  const { method = 'srp', password, prefer } = way
  const errors = Object.entries(faults[method]).flatMap(([field, fault]): FieldError[] => {
    const message = fault(way)
    return message === false ? [] : [{ path: `/${field}`, message }]
  })
  if (errors.length > 0) throw invalidFields(errors)
  // The table has seen to it that the parts fit together.
  return {
    username,
    method,
    ...(password !== undefined && { password }),
    ...(prefer && { prefer }),
    ...(device && { device }),
  } as SignInInput
}

/** Whether a password goes along, to be proved by SRP before anything else is asked. */
export const isBySrp = ({ method = 'srp', password }: SignInWay): boolean =>
  method !== 'password' && password !== undefined
