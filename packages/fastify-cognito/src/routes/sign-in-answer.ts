import {
  type Challenge,
  CognitoError,
  type RememberedDevice,
  type SignInResult,
  type Tokens,
} from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TokenUser, userOf } from '../auth/cognito-user.ts'
import { issuedClaims } from '../auth/issued-claims.ts'
import { now } from '../clock.ts'
import type { Kit } from '../kit.ts'
import type { SignInAttempt } from '../session/pending-challenges.ts'
import type { Session } from '../session/session.ts'
import { isStoreUnavailable } from '../store/store-unavailable.ts'
import { type PublicChallenge, publicChallenge } from './public-challenge.ts'

export interface SignedIn {
  status: 'signed-in'
  user: TokenUser
  /** When the access token stops working, in Unix seconds. */
  expiresAt: number
  /** Only where they are delivered in the body. */
  tokens?: Tokens
  /** One that is new to a user pool that keeps track of devices. */
  device?: {
    key: string
    /** Whether the pool remembers it only once the user has said so, at `PUT /devices/:key`. */
    needsConsent: boolean
  }
  /** Opaque; goes with the next sign-in and each refresh. Not with cookies. */
  deviceToken?: string
  /** As it was given to `POST /reauthenticate`: a path of this site. */
  returnTo?: string
}

export type SignInAnswer =
  | SignedIn
  | {
      status: 'challenge'
      challenge: PublicChallenge
      /** Opaque; goes back with the answer. Not with cookies. */
      challengeToken?: string
    }
  | { status: 'confirm-sign-up' }
  | { status: 'reset-password' }

export interface Exchange {
  kit: Kit
  request: FastifyRequest
  reply: FastifyReply
}

interface UnderWay {
  attempt: SignInAttempt
  /** The one that Cognito was told of. */
  device?: RememberedDevice | undefined
}

/** Hands over tokens or a challenge in the way this client wants them. */
export const answerSignIn = async (
  result: SignInResult,
  { attempt, device }: UnderWay,
  exchange: Exchange,
): Promise<SignInAnswer> => {
  const isDropped = 'droppedDevice' in result && result.droppedDevice === true
  if (device && isDropped) exchange.kit.devices.forget({ ...exchange, key: device.key })
  if (result.status === 'challenge') return askFor(result.challenge, attempt, exchange)
  if (result.status !== 'signed-in') return { status: result.status }
  return signedIn(result, { attempt, device: isDropped ? undefined : device }, exchange)
}

const askFor = (
  challenge: Challenge,
  attempt: SignInAttempt,
  { kit, request, reply }: Exchange,
): SignInAnswer => {
  const pending = kit.pending.start(challenge, attempt)
  const describeTotp = (secret: string) =>
    kit.totpSetup({ secret, account: attempt.typed, request })
  const answer = { status: 'challenge', challenge: publicChallenge(pending, describeTotp) } as const
  if (kit.deliveryFor(request) !== 'cookie') {
    return { ...answer, challengeToken: kit.pending.seal(pending) }
  }
  kit.pending.save({ pending, request, reply })
  return answer
}

type SignedInResult = Extract<SignInResult, { status: 'signed-in' }>

const signedIn = async (
  result: SignedInResult,
  underWay: UnderWay,
  exchange: Exchange,
): Promise<SignedIn> => {
  const { refreshToken } = result.tokens
  const { kit, request } = exchange
  try {
    return await handOver(result, underWay, exchange)
  } catch (error) {
    // Nobody holds them, so nobody could sign out.
    await kit.discard({ refreshToken, request })
    throw error
  }
}

/** @throws CognitoError, HookError, or a refusal `SESSION_TOO_LARGE` */
const handOver = async (
  { tokens, newDevice }: SignedInResult,
  { attempt, device: usedDevice }: UnderWay,
  { kit, request, reply }: Exchange,
): Promise<SignedIn> => {
  const { reauthenticates } = attempt
  const signIn = proof(tokens)
  const { sub, username } = signIn.user
  if (reauthenticates && reauthenticates.sub !== sub) {
    throw new CognitoError('COGNITO_INVALID_CREDENTIALS')
  }
  const isByCookie = kit.deliveryFor(request) === 'cookie'
  if (isByCookie) kit.pending.clear(request, reply)
  await kit.runTokenHook('onSignIn', { ...tokens, request })
  const answer: SignedIn = {
    ...signIn,
    ...(newDevice && { device: shownDevice(newDevice) }),
    ...(reauthenticates?.returnTo && { returnTo: reauthenticates.returnTo }),
  }
  const device = newDevice ?? usedDevice
  const kept = device && { device: keptOf(device), sub, names: [attempt.typed, username] }
  if (!isByCookie) {
    const deviceToken = kept && kit.devices.seal(kept)
    const handedOut = kit.tokenDeliveryFor(request).handOut(tokens, reply)
    return { ...answer, ...handedOut, ...(deviceToken && { deviceToken }) }
  }
  const replaced = await kit.sessions?.load(request)
  // First, so that no session is handed out where this does not fit.
  if (kept) kit.devices.save({ kept, request, reply })
  await kit.sessions?.save({ tokens, signedInAt: now(), request, reply })
  if (replaced) await endReplaced(replaced, { kit, request, reply })
  return answer
}

/** A store that fails at the last does not turn down who has signed in. */
const endReplaced = async (session: Session, { kit, request }: Exchange): Promise<void> => {
  await kit.sessions?.end({ session, request }).catch((error: unknown) => {
    if (!isStoreUnavailable(error)) throw error
    request.log.warn({ code: error.code }, 'the session before a sign-in could not be ended')
  })
}

/** Who the tokens speak of, and for how long. Only for tokens that Cognito has just handed over. */
export const proof = ({
  accessToken,
  expiresAt,
}: Pick<Tokens, 'accessToken' | 'expiresAt'>): SignedIn => ({
  status: 'signed-in',
  user: userOf(issuedClaims(accessToken)),
  expiresAt,
})

const shownDevice = ({ key, needsConsent }: NonNullable<SignedInResult['newDevice']>) => ({
  key,
  needsConsent,
})

const keptOf = ({ key, groupKey, password }: RememberedDevice): RememberedDevice => ({
  key,
  groupKey,
  password,
})
