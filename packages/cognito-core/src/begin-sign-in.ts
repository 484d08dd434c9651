import type { Operations } from './api/operations.ts'
import type { RememberedDevice } from './api/remembered-device.ts'
import { notingSkew } from './clock.ts'
import { type CallOptions, type Context, deviceParameters, usernameParameters } from './context.ts'
import { CognitoError } from './errors/cognito-error.ts'
import { type Attempt, isGone, nextStep } from './flows/next-step.ts'
import { type Proof, proofOf } from './prove-password.ts'
import { requireText } from './require-text.ts'
import { orNextStep, type SignInResult } from './sign-in-result.ts'

/** What a sign-in begins with. */
export interface Start {
  flow: NonNullable<Operations['AdminInitiateAuth'][0]['AuthFlow']>
  parameters?: Readonly<Record<string, string>>
  session?: string
  known?: Pick<Attempt, 'proof' | 'rather'>
}

/** @throws CognitoError `COGNITO_INVALID_INPUT` where there is no password. */
export const proofBySrp = async (
  { srp, poolName }: Context,
  { password }: { password?: unknown },
): Promise<Proof> => proofOf(srp, { poolName, password: requireText('password', password) })

/**
 * Goes as far as it goes without the user. Begins once more where the pool does not know the device any
 * more, and where a proof was refused that carried a wrong time.
 *
 * @param input `start` is asked at each beginning: a proof is good once.
 */
export const beginSignIn = async (
  context: Context,
  {
    username,
    device,
    start,
  }: {
    username: string
    device?: RememberedDevice | undefined
    start: (within: Context) => Promise<Start>
  },
  call: CallOptions,
): Promise<SignInResult> => {
  const begin = async (within: Context, as: Pick<Attempt, 'device' | 'droppedDevice'>) => {
    const { flow, parameters, session, known } = await start(within)
    const attempt: Attempt = { username, ...known, ...as, canRestart: true }
    return orNextStep(attempt, async () => {
      const answer = await within.auth.initiate(
        {
          ClientId: within.clientId,
          AuthFlow: flow,
          AuthParameters: {
            ...parameters,
            ...deviceParameters(attempt.device),
            ...usernameParameters(within, username),
          },
          ...(session && { Session: session }),
        },
        call,
      )
      return nextStep(within, { answer, attempt }, call)
    })
  }

  const beginInTime = async (as: Pick<Attempt, 'device' | 'droppedDevice'>) => {
    const { clock, hasMoved } = notingSkew(context.clock)
    try {
      return await begin({ ...context, clock }, as)
    } catch (error) {
      if (!isRefusedProof(error) || !hasMoved()) throw error
      return begin(context, as)
    }
  }

  try {
    return await beginInTime(device ? { device } : {})
  } catch (error) {
    if (!isGone(error, device ? { device } : {})) throw error
    return beginInTime({ droppedDevice: true })
  }
}

/** A wrong password and a wrong time are refused in the same words. */
const isRefusedProof = (error: unknown): boolean =>
  error instanceof CognitoError &&
  error.code === 'COGNITO_INVALID_CREDENTIALS' &&
  (error.operation === 'RespondToAuthChallenge' ||
    error.operation === 'AdminRespondToAuthChallenge')
