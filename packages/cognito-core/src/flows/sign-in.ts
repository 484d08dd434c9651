import { type CallOptions, type Context, callParameters, usernameParameters } from '../context.ts'
import { passwordClaim } from '../crypto/password-claim.ts'
import { type SrpClient, startSrp } from '../crypto/srp.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requireChoice } from '../require-choice.ts'
import { requireText } from '../require-text.ts'
import { type Attempt, nextStep, orNextStep, type SignInResult } from './next-step.ts'

export type SignInInput =
  /** The password never leaves this process (SRP). */
  | { method?: 'srp'; username: string; password: string }
  /** The password is sent to Cognito over TLS; user-migration triggers need this. */
  | { method: 'password'; username: string; password: string }
  /** Straight after `confirmSignUp`, with the session it gave; needs the flow ALLOW_USER_AUTH. */
  | { method: 'after-sign-up'; username: string; session: string }

type Method = NonNullable<SignInInput['method']>

interface Start {
  flow: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'USER_AUTH'
  parameters?: Record<string, string>
  session?: string
  provePassword?: NonNullable<Attempt['provePassword']>
}

/** What a caller gave, before it was looked at. */
interface UntrustedInput {
  password?: unknown
  session?: unknown
}

const starts: Readonly<Record<Method, (context: Context, input: UntrustedInput) => Start>> = {
  srp: (context, input) => {
    const password = requireText('password', input.password)
    const srp = startSrp()
    return {
      flow: 'USER_SRP_AUTH',
      parameters: { SRP_A: srp.A },
      provePassword: (parameters) => proof(context, { srp, password, parameters }),
    }
  },
  password: (_context, input) => ({
    flow: 'USER_PASSWORD_AUTH',
    parameters: { PASSWORD: requireText('password', input.password) },
  }),
  'after-sign-up': (_context, input) => ({
    flow: 'USER_AUTH',
    session: requireText('session', input.session),
  }),
}

const methods = Object.keys(starts) as Method[]

/**
 * Starts a sign-in, and goes as far as it goes without the user.
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
  const { flow, parameters, session, provePassword } = starts[method](context, input)
  return orNextStep(async () => {
    const answer = await context.send(
      'InitiateAuth',
      {
        ClientId: context.clientId,
        AuthFlow: flow,
        AuthParameters: { ...parameters, ...usernameParameters(context, username) },
        ...(session && { Session: session }),
        ...callParameters(call),
      },
      call,
    )
    const attempt = { username, ...(provePassword && { provePassword }) }
    return nextStep(context, { answer, attempt }, call)
  })
}

const proof = (
  context: Context,
  {
    srp,
    password,
    parameters,
  }: { srp: SrpClient; password: string; parameters: Readonly<Record<string, string>> },
): Record<string, string> => {
  const {
    SALT: salt,
    SRP_B: B,
    SECRET_BLOCK: secretBlock,
    USER_ID_FOR_SRP: userIdForSrp,
  } = parameters
  if (!salt || !B || !secretBlock || !userIdForSrp) throw new CognitoError('COGNITO_UNEXPECTED')
  const challenge = { salt, B, secretBlock }
  const { poolName } = context
  const claim = orUnexpected(() =>
    passwordClaim({ srp, challenge, poolName, userIdForSrp, password, now: new Date() }),
  )
  return {
    PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
    PASSWORD_CLAIM_SIGNATURE: claim.signature,
    TIMESTAMP: claim.timestamp,
  }
}

/** A challenge no honest pool sends, such as B = 0 modulo N, ends the attempt. */
const orUnexpected = <T>(prove: () => T): T => {
  try {
    return prove()
  } catch (cause) {
    throw new CognitoError('COGNITO_UNEXPECTED', { cause })
  }
}
