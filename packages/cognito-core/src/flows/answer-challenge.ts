import {
  type AnswerTo,
  type Asked,
  type ChallengeKind,
  type ChallengeOf,
  challenges,
  unsupported,
} from '../api/challenges.ts'
import type { CallOptions, Context } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { respond, type SignInResult } from './next-step.ts'

/**
 * Answers a challenge that `signIn` or an earlier answer returned.
 *
 * @throws CognitoError: `COGNITO_CODE_MISMATCH` may be tried again with the same challenge;
 * after `COGNITO_SESSION_EXPIRED` the user starts again.
 */
export const answerChallenge = async <Kind extends ChallengeKind>(
  context: Context,
  challenge: ChallengeOf<Kind>,
  answer: AnswerTo[Kind],
  call: CallOptions = {},
): Promise<SignInResult> => {
  const { cognitoName: name, session, username } = challenge
  const responses = responsesTo(challenge, answer)
  return respond(context, { name, session, username, responses }, call)
}

const responsesTo = <Kind extends ChallengeKind>(
  { kind, cognitoName }: ChallengeOf<Kind>,
  answer: AnswerTo[Kind],
): Record<string, string> => {
  const row = Object.hasOwn(challenges, cognitoName) ? challenges[cognitoName] : unsupported
  const asked = (typeof row === 'string' ? unsupported : row) as unknown as Asked<Kind>
  if (asked.kind !== kind) {
    throw new CognitoError('COGNITO_INVALID_INPUT', {
      message: `challenge: ${cognitoName} is not of the kind ${kind}.`,
    })
  }
  const responses = asked.responses(answer ?? {})
  for (const [name, value] of Object.entries(responses)) {
    if (typeof value === 'string' && value !== '') continue
    throw new CognitoError('COGNITO_INVALID_INPUT', {
      message: `answer: ${name} is missing from the answer to ${kind}.`,
    })
  }
  return responses
}
