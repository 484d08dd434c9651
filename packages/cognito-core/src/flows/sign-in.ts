import { type FirstFactor, factorNames, firstFactors, passwordNames } from '../api/first-factors.ts'
import { type RememberedDevice, requireDevice } from '../api/remembered-device.ts'
import { beginSignIn, proofBySrp, type Start } from '../begin-sign-in.ts'
import type { CallOptions, Context } from '../context.ts'
import { requireChoice } from '../require-choice.ts'
import { requireText } from '../require-text.ts'
import type { SignInResult } from '../sign-in-result.ts'

/** `device` is what an earlier sign-in of this user gave as `newDevice`. */
export type SignInInput =
  /** The password never leaves this process (SRP). */
  | { method?: 'srp'; username: string; password: string; device?: RememberedDevice }
  /** The password is sent to Cognito over TLS; user-migration triggers need this. */
  | { method: 'password'; username: string; password: string; device?: RememberedDevice }
  /** Straight after `confirmSignUp`, with the session it gave; needs the flow ALLOW_USER_AUTH. */
  | { method: 'after-sign-up'; username: string; session: string }
  /**
   * The pool offers what the user can sign in with; needs the flow ALLOW_USER_AUTH. `prefer` goes straight
   * to it where the user has it. A password is used, by SRP, where `'password'` is preferred.
   */
  | {
      method: 'choice'
      username: string
      prefer?: FirstFactor
      password?: string
      device?: RememberedDevice
    }
  /** What the pool's own triggers ask; needs the flow ALLOW_CUSTOM_AUTH. A password is proved first, by SRP. */
  | { method: 'custom'; username: string; password?: string; device?: RememberedDevice }

type Method = NonNullable<SignInInput['method']>

/** What a caller gave, before it was looked at. */
interface UntrustedInput {
  password?: unknown
  session?: unknown
  prefer?: unknown
}

const starts: Readonly<
  Record<Method, (context: Context, input: UntrustedInput) => Promise<Start>>
> = {
  srp: async (context, input) => {
    const proof = await proofBySrp(context, input)
    return { flow: 'USER_SRP_AUTH', parameters: proof.start, known: { proof } }
  },
  password: async (_context, input) => ({
    flow: 'USER_PASSWORD_AUTH',
    parameters: { PASSWORD: requireText('password', input.password) },
  }),
  'after-sign-up': async (_context, input) => ({
    flow: 'USER_AUTH',
    session: requireText('session', input.session),
  }),
  choice: async (context, input) => {
    const flow = 'USER_AUTH'
    if (input.prefer === undefined) return { flow }
    const prefer = requireChoice('prefer', input.prefer, firstFactors)
    if (prefer !== 'password') {
      return { flow, parameters: { PREFERRED_CHALLENGE: factorNames[prefer] } }
    }
    const rather = 'password'
    if (input.password === undefined) return { flow, known: { rather } }
    const proof = await proofBySrp(context, input)
    const parameters = { PREFERRED_CHALLENGE: passwordNames.srp, ...proof.start }
    return { flow, parameters, known: { proof, rather } }
  },
  custom: async (context, input) => {
    const flow = 'CUSTOM_AUTH'
    if (input.password === undefined) return { flow }
    const proof = await proofBySrp(context, input)
    return { flow, parameters: { CHALLENGE_NAME: 'SRP_A', ...proof.start }, known: { proof } }
  },
}

const methods = Object.keys(starts) as Method[]

/**
 * Starts a sign-in, and goes as far as it goes without the user. Begins once more where the pool does not
 * know the device any more, and where a proof was refused that carried a wrong time.
 *
 * @throws CognitoError, such as `COGNITO_INVALID_CREDENTIALS`.
 */
export const signIn = async (
  context: Context,
  input: SignInInput,
  call: CallOptions = {},
): Promise<SignInResult> => {
  const username = requireText('username', input?.username)
  const method = requireChoice('method', input.method ?? 'srp', methods)
  const given = 'device' in input ? input.device : undefined
  const device = given && requireDevice('device', given)

  const start = (within: Context) => starts[method](within, input)
  return beginSignIn(context, { username, device, start }, call)
}
