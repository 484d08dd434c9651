import type { Told } from '../api/asked.ts'
import { askedAs, askedBy, type Round } from '../api/asked-by.ts'
import type { Challenge, ChallengeKind, ChallengeName } from '../api/challenges.ts'
import type { AuthAnswer } from '../api/operations.ts'
import { type RememberedDevice, unconfirmedDeviceIn } from '../api/remembered-device.ts'
import { tokensOf } from '../api/tokens.ts'
import { confirmNewDevice } from '../confirm-new-device.ts'
import { type CallOptions, type Context, deviceParameters, usernameParameters } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { type Proof, proofOf } from '../prove-password.ts'
import { refusedAs } from '../refused-as.ts'
import { orNextStep, type SignInResult } from '../sign-in-result.ts'

/** What is known of the attempt so far. */
export interface Attempt {
  /** As last told by Cognito, else as typed. */
  username: string
  device?: RememberedDevice
  /** The one given is gone: the attempt goes on without. */
  droppedDevice?: true
  /** Answers Cognito when it asks for the proof of the password. */
  proof?: Proof
  /** Begun, and perhaps answered already. */
  deviceProof?: Proof
  /** Whether Cognito has had a proof of the password. */
  hasProved?: boolean
  /** Whether all that it began with is at hand, to begin it again. */
  canRestart?: true
  /** What a challenge is rather taken for, where it can be this. */
  rather?: ChallengeKind
}

/** What Cognito asks, and of whom. */
export interface Step {
  name: ChallengeName
  session: string
  told: Told
  attempt: Attempt
}

/** Reads what Cognito answered; answers by itself what needs no user. */
export const nextStep = async (
  context: Context,
  { answer, attempt }: { answer: AuthAnswer; attempt: Attempt },
  call: CallOptions,
): Promise<SignInResult> => {
  const { AuthenticationResult: result, ChallengeName: name, Session: session = '' } = answer
  if (result) {
    const tokens = tokensOf(result, context)
    const device = unconfirmedDeviceIn(result)
    const newDevice = device && (await confirmNewDevice(context, { tokens, device }, call))
    return { status: 'signed-in', tokens, ...(newDevice && { newDevice }), ...droppedIn(attempt) }
  }
  if (name === undefined) throw new CognitoError('COGNITO_UNEXPECTED')
  const { ChallengeParameters: parameters = {}, AvailableChallenges: available = [] } = answer
  const username = parameters['USERNAME'] ?? parameters['USER_ID_FOR_SRP'] ?? attempt.username
  const told = { parameters, available }
  const step: Step = { name, session, told, attempt: { ...attempt, username } }
  const { round, kinds } = askedBy(name)
  const answered = round && (await rounds[round](context, step))
  if (answered) return respond(context, { name, session, ...answered }, call)

  const fitting = kinds.filter(({ fits }) => fits?.(told) ?? true)
  const { kind } = fitting.find(({ kind }) => kind === attempt.rather) ?? fitting[0] ?? {}
  if (kind === undefined) throw new CognitoError('COGNITO_UNEXPECTED')
  return openAs(context, { kind, ...step }, call)
}

/** What no user sees, each answered once; `undefined` where the attempt has nothing to answer it with. */
const rounds: Readonly<
  Record<
    Round,
    (
      context: Context,
      step: Step,
    ) => Promise<{ responses: Readonly<Record<string, string>>; attempt: Attempt } | undefined>
  >
> = {
  'password-proof': async ({ clock }, { told, attempt }) => {
    const { proof, ...others } = attempt
    if (!proof) return undefined
    const responses = await proof.answer(told.parameters, clock.now())
    return { responses, attempt: { ...others, hasProved: true } }
  },
  'device-start': async ({ srp }, { attempt }) => {
    const { device, deviceProof: begun } = attempt
    if (!device || begun) return undefined
    const deviceProof = await proofOf(srp, { device })
    return { responses: deviceProof.start, attempt: { ...attempt, deviceProof } }
  },
  'device-proof': async ({ clock }, { told, attempt }) => {
    if (!attempt.deviceProof) return undefined
    const responses = await attempt.deviceProof.answer(told.parameters, clock.now())
    return { responses, attempt }
  },
}

/** Hands a challenge to the user, with what has to be fetched for it. */
export const openAs = async (
  context: Context,
  { kind, name, session, told, attempt }: Step & { kind: ChallengeKind },
  call: CallOptions,
): Promise<SignInResult> => {
  const asked = askedAs(name, kind)
  if (!asked) throw new CognitoError('COGNITO_UNEXPECTED')
  const { device, username } = attempt
  const app = asked.wantsSecret && (await newApp(context, session, call))
  const challenge = {
    kind,
    username,
    session: app?.session ?? session,
    cognitoName: name,
    ...(device && { device }),
    ...asked.details({ ...told, ...app }),
  }
  return { status: 'challenge', challenge: challenge as Challenge, ...droppedIn(attempt) }
}

/** The attempt goes on with the session that this answers, and not with the one before. */
const newApp = async (context: Context, session: string, call: CallOptions) => {
  const answer = await context.send('AssociateSoftwareToken', { Session: session }, call)
  if (!answer.SecretCode || !answer.Session) throw new CognitoError('COGNITO_UNEXPECTED')
  return { secret: answer.SecretCode, session: answer.Session }
}

/** Answers one challenge under the user's real name, and reads what comes back. */
export const respond = (
  context: Context,
  {
    attempt,
    ...challenge
  }: {
    name: ChallengeName
    session: string
    responses: Readonly<Record<string, string>>
    attempt: Attempt
  },
  call: CallOptions,
): Promise<SignInResult> =>
  orNextStep(attempt, async () => {
    const send = async (as: Attempt) => ({
      attempt: as,
      answer: await context.auth.respond(
        {
          ClientId: context.clientId,
          ChallengeName: challenge.name,
          ...(challenge.session && { Session: challenge.session }),
          ChallengeResponses: {
            ...challenge.responses,
            ...deviceParameters(as.device),
            ...usernameParameters(context, as.username),
          },
        },
        call,
      ),
    })
    const said = await send(attempt).catch((thrown: unknown) => {
      // A device whose proof is not good is as good as unknown; its user's password is not at fault.
      const isOfDevice = challenge.name === 'DEVICE_PASSWORD_VERIFIER'
      const error = isOfDevice ? refusedAs('COGNITO_DEVICE_NOT_FOUND', thrown) : thrown
      // The device's own proof has nothing to go on without it.
      if (attempt.canRestart || attempt.deviceProof || !isGone(error, attempt)) throw error
      return send(withoutDevice(attempt))
    })
    return nextStep(context, said, call)
  })

/** Whether Cognito refused because it does not know the attempt's device. */
export const isGone = (error: unknown, { device }: Pick<Attempt, 'device'>): boolean =>
  device !== undefined && error instanceof CognitoError && error.code === 'COGNITO_DEVICE_NOT_FOUND'

const withoutDevice = ({ device: _gone, ...others }: Attempt): Attempt => ({
  ...others,
  droppedDevice: true,
})

const droppedIn = ({ droppedDevice }: Attempt): { droppedDevice?: true } =>
  droppedDevice ? { droppedDevice } : {}
