import type { Asked, Move } from '../api/asked.ts'
import { askedAs, askedBy } from '../api/asked-by.ts'
import type { AnswerTo, ChallengeKind, ChallengeOf } from '../api/challenges.ts'
import { requireDevice } from '../api/remembered-device.ts'
import type { CallOptions, Context } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { invalidInput } from '../invalid-input.ts'
import { proofOf } from '../prove-password.ts'
import { refusedAs } from '../refused-as.ts'
import { requireText } from '../require-text.ts'
import { orNextStep, type SignInResult } from '../sign-in-result.ts'
import { type Attempt, openAs, respond, type Step } from './next-step.ts'

/**
 * Answers a challenge that `signIn` or an earlier answer returned.
 *
 * @throws CognitoError: `COGNITO_CODE_MISMATCH` may be tried again with the same challenge;
 * after `COGNITO_SESSION_EXPIRED` and `COGNITO_DEVICE_NOT_FOUND` the user starts again, after the latter
 * without the device.
 */
export const answerChallenge = async <Kind extends ChallengeKind>(
  context: Context,
  challenge: ChallengeOf<Kind>,
  answer: AnswerTo[Kind],
  call: CallOptions = {},
): Promise<SignInResult> => {
  const username = requireText('challenge.username', challenge?.username)
  const { cognitoName: name, session, device } = challenge
  const asked = askedAs(name, challenge.kind) as Asked<Kind> | undefined
  if (!asked) throw invalidInput('COGNITO_INVALID_INPUT.challengeKind', 'challenge.kind')
  const attempt: Attempt = {
    username,
    ...(device !== undefined && { device: requireDevice('challenge.device', device) }),
    hasProved: askedBy(name).afterPassword ?? false,
  }
  const move = asked.move(answer ?? {}, challenge)
  return orNextStep(attempt, () => makeMove(context, { move, name, session, attempt }, call)).catch(
    (error: unknown) => {
      throw asked.refusedAs ? refusedAs(asked.refusedAs, error) : error
    },
  )
}

const makeMove = (
  context: Context,
  { move, ...of }: Omit<Step, 'told'> & { move: Move },
  call: CallOptions,
): Promise<SignInResult> => {
  switch (move.do) {
    case 'respond':
      return respond(context, { responses: move.responses, ...of }, call)
    case 'prove':
      return prove(context, { ...move, ...of }, call)
    case 'verify-app':
      return verifyApp(context, { ...move, ...of }, call)
    case 'turn':
      return openAs(context, { kind: move.into, told: move.told, ...of }, call)
  }
}

const prove = async (
  context: Context,
  {
    name,
    session,
    attempt,
    password,
    responses,
  }: Omit<Step, 'told'> & { password: string; responses: Readonly<Record<string, string>> },
  call: CallOptions,
): Promise<SignInResult> => {
  const proof = await proofOf(context.srp, { poolName: context.poolName, password })
  const step = { name, session, attempt: { ...attempt, proof } }
  return respond(context, { responses: { ...responses, ...proof.start }, ...step }, call)
}

/** The attempt goes on with the session that this answers, and not with the one before. */
const verifyApp = async (
  context: Context,
  {
    name,
    session,
    attempt,
    code,
    deviceName,
  }: Omit<Step, 'told'> & { code: string; deviceName?: string },
  call: CallOptions,
): Promise<SignInResult> => {
  const verified = await context.send(
    'VerifySoftwareToken',
    {
      Session: session,
      UserCode: code,
      ...(deviceName !== undefined && { FriendlyDeviceName: deviceName }),
    },
    call,
  )
  if (verified.Status === 'ERROR') throw new CognitoError('COGNITO_CODE_MISMATCH')
  if (verified.Status !== 'SUCCESS' || !verified.Session) {
    throw new CognitoError('COGNITO_UNEXPECTED')
  }
  return respond(context, { name, session: verified.Session, responses: {}, attempt }, call)
}
