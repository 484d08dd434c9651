import {
  type AnswerTo,
  type Asked,
  askedBy,
  type ChallengeKind,
  type ChallengeOf,
} from '../api/challenges.ts'
import type { CallOptions, Context } from '../context.ts'
import { invalidInput } from '../invalid-input.ts'
import { requireText } from '../require-text.ts'
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
  const username = requireText('challenge.username', challenge?.username)
  const asked = askedBy(challenge.cognitoName)
  if (asked.kind !== challenge.kind) {
    throw invalidInput('COGNITO_INVALID_INPUT.challengeKind', 'challenge.kind')
  }
  const { cognitoName: name, session } = challenge
  const responses = (asked as unknown as Asked<Kind>).responses(answer ?? {})
  return respond(context, { name, session, username, responses }, call)
}
