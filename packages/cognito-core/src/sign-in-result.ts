import type { Challenge } from './api/challenges.ts'
import type { NewDevice } from './api/remembered-device.ts'
import type { Tokens } from './api/tokens.ts'
import { CognitoError } from './errors/cognito-error.ts'

/**
 * What to do next. Refusals are thrown; next steps are returned. `afterProof` says whether Cognito said
 * so in answer to a proof of the password, by SRP, and not before it had one.
 *
 * `newDevice` is what this sign-in made the pool know its device by: keep it, for the next sign-in.
 * `droppedDevice`: the pool does not know the device that was given any more; forget what you keep of it.
 */
export type SignInResult =
  | { status: 'signed-in'; tokens: Tokens; newDevice?: NewDevice; droppedDevice?: true }
  | { status: 'challenge'; challenge: Challenge; droppedDevice?: true }
  | { status: 'confirm-sign-up'; afterProof: boolean }
  | { status: 'reset-password'; afterProof: boolean }

const steps = {
  COGNITO_USER_NOT_CONFIRMED: 'confirm-sign-up',
  COGNITO_PASSWORD_RESET_REQUIRED: 'reset-password',
} as const

/** Two of Cognito's refusals are not the user's mistake but their next step. */
export const orNextStep = async (
  { hasProved: afterProof = false }: { hasProved?: boolean },
  attempt: () => Promise<SignInResult>,
): Promise<SignInResult> => {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof CognitoError) || !(error.code in steps)) throw error
    return { status: steps[error.code as keyof typeof steps], afterProof }
  }
}
