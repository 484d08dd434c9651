import { type RememberedDevice, requireDevice } from '../api/remembered-device.ts'
import { beginSignIn, proofBySrp, type Start } from '../begin-sign-in.ts'
import type { CallOptions, Context } from '../context.ts'
import { requireChoice } from '../require-choice.ts'
import { requireText } from '../require-text.ts'
import type { SignInResult } from '../sign-in-result.ts'

/** `device` is what an earlier sign-in of this user gave as `newDevice`. */
export interface AdminSignInInput {
  /**
   * `'admin-password'` sends the password to Cognito over TLS; it needs the flow
   * ALLOW_ADMIN_USER_PASSWORD_AUTH. `'admin-srp'` proves it (ALLOW_USER_SRP_AUTH).
   */
  method: 'admin-password' | 'admin-srp'
  username: string
  password: string
  device?: RememberedDevice
}

const starts: Readonly<
  Record<
    AdminSignInInput['method'],
    (context: Context, input: { password?: unknown }) => Promise<Start>
  >
> = {
  'admin-password': async (_context, input) => ({
    flow: 'ADMIN_USER_PASSWORD_AUTH',
    parameters: { PASSWORD: requireText('password', input.password) },
  }),
  'admin-srp': async (context, input) => {
    const proof = await proofBySrp(context, input)
    return { flow: 'USER_SRP_AUTH', parameters: proof.start, known: { proof } }
  },
}

const methods = Object.keys(starts) as AdminSignInInput['method'][]

/** Starts a sign-in as a backend. @throws CognitoError, such as `COGNITO_INVALID_CREDENTIALS`. */
export const adminSignIn = async (
  context: Context,
  input: AdminSignInInput,
  call: CallOptions,
): Promise<SignInResult> => {
  const username = requireText('username', input?.username)
  const method = requireChoice('method', input.method, methods)
  const { device: given } = input
  const device = given && requireDevice('device', given)
  const start = (within: Context) => starts[method](within, input)
  return beginSignIn(context, { username, device, start }, call)
}
