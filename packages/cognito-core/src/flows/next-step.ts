import { askedBy, type Challenge, type ChallengeName } from '../api/challenges.ts'
import type { AuthAnswer } from '../api/operations.ts'
import { type Tokens, tokensOf } from '../api/tokens.ts'
import { type CallOptions, type Context, callParameters, usernameParameters } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'

/**
 * What to do next. Refusals are thrown; next steps are returned. `afterProof` says whether Cognito said
 * so in answer to a proof of the password, by SRP, and not before it had one.
 */
export type SignInResult =
  | { status: 'signed-in'; tokens: Tokens }
  | { status: 'challenge'; challenge: Challenge }
  | { status: 'confirm-sign-up'; afterProof: boolean }
  | { status: 'reset-password'; afterProof: boolean }

/** What is known of the attempt so far. */
export interface Attempt {
  /** As last told by Cognito, else as typed. */
  username: string
  /** Answers the one challenge that no user sees: the password's proof. Used once. */
  provePassword?: (parameters: Readonly<Record<string, string>>) => Record<string, string>
}

/** Reads what Cognito answered; answers by itself what needs no user. */
export const nextStep = async (
  context: Context,
  { answer, attempt }: { answer: AuthAnswer; attempt: Attempt },
  call: CallOptions,
): Promise<SignInResult> => {
  if (answer.AuthenticationResult) {
    return { status: 'signed-in', tokens: tokensOf(answer.AuthenticationResult, context) }
  }
  const { ChallengeName: name, ChallengeParameters: parameters = {}, Session: session } = answer
  if (name === undefined) throw new CognitoError('COGNITO_UNEXPECTED')
  const username = parameters['USERNAME'] ?? parameters['USER_ID_FOR_SRP'] ?? attempt.username

  if (name === 'PASSWORD_VERIFIER' && attempt.provePassword) {
    const responses = attempt.provePassword(parameters)
    return respond(context, { name, session, username, responses }, call)
  }
  return {
    status: 'challenge',
    challenge: challengeOf({ name, parameters, username, session: session ?? '' }),
  }
}

/** Answers one challenge under the user's real name, and reads what comes back. */
export const respond = (
  context: Context,
  challenge: {
    name: ChallengeName
    session: string | undefined
    username: string
    responses: Record<string, string>
  },
  call: CallOptions,
): Promise<SignInResult> =>
  orNextStep(async () => {
    const { name, session, username, responses } = challenge
    const answer = await context.send(
      'RespondToAuthChallenge',
      {
        ClientId: context.clientId,
        ChallengeName: name,
        ...(session && { Session: session }),
        ChallengeResponses: { ...responses, ...usernameParameters(context, username) },
        ...callParameters(call),
      },
      call,
    )
    return nextStep(context, { answer, attempt: { username } }, call)
  })

const challengeOf = ({
  name,
  parameters,
  ...known
}: {
  name: ChallengeName
  parameters: Record<string, string>
  username: string
  session: string
}): Challenge => {
  const asked = askedBy(name)
  return {
    kind: asked.kind,
    ...known,
    cognitoName: name,
    ...asked.details(parameters),
  } as Challenge
}

const steps = {
  COGNITO_USER_NOT_CONFIRMED: 'confirm-sign-up',
  COGNITO_PASSWORD_RESET_REQUIRED: 'reset-password',
} as const

/** Two of Cognito's refusals are not the user's mistake but their next step. */
export const orNextStep = async (attempt: () => Promise<SignInResult>): Promise<SignInResult> => {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof CognitoError) || !(error.code in steps)) throw error
    const status = steps[error.code as keyof typeof steps]
    return { status, afterProof: error.operation === 'RespondToAuthChallenge' }
  }
}
