import {
  type Channel,
  channel,
  type TracingChannel,
  tracingChannel,
} from 'node:diagnostics_channel'
import type { CognitoErrorCode } from './errors/codes.ts'
import type { TokenErrorCode } from './errors/token-error.ts'

/** One call of Cognito, from its begin to its end. No input and no answer is in it. */
export interface CallEvent {
  /** By AWS's name, such as `InitiateAuth`. */
  operation: string
  userPoolId: string
  clientId?: string
  /** Where it was refused, or nobody was reached. */
  code?: CognitoErrorCode
}

/** One token that was looked at. */
export interface VerificationEvent {
  userPoolId: string
  tokenUse: 'access' | 'id'
  /** `'remembered'`: it has been verified before. Else why it was refused. */
  outcome: 'verified' | 'remembered' | TokenErrorCode | CognitoErrorCode
}

/** The keys of a pool were asked for. */
export interface KeysEvent {
  userPoolId: string
  outcome: 'fetched' | 'failed'
  /** How many there are, where they were fetched. */
  keys?: number
}

/** Cognito refused one of two client secrets, and took the other. */
export interface ClientSecretEvent {
  userPoolId: string
  clientId: string
  operation: string
  /** Which it took. */
  used: 'newest' | 'older'
}

/**
 * What this package tells to whoever subscribes: the names of channels of `node:diagnostics_channel`.
 * `call` is that of a tracing channel.
 */
export const channels = {
  call: '@x/cognito-core:call',
  verification: '@x/cognito-core:verification',
  keys: '@x/cognito-core:keys',
  clientSecret: '@x/cognito-core:client-secret',
} as const

export const calls: TracingChannel<CallEvent> = tracingChannel<CallEvent>(channels.call)

const verifications = channel(channels.verification)
const keyFetches = channel(channels.keys)
const clientSecrets = channel(channels.clientSecret)

/** Nothing is made for a channel that nobody listens on. */
const publisher =
  <Event extends object>(to: Channel) =>
  (event: Event): void => {
    if (to.hasSubscribers) to.publish(event)
  }

export const publishVerification: (event: VerificationEvent) => void = publisher(verifications)
export const publishKeys: (event: KeysEvent) => void = publisher(keyFetches)
export const publishClientSecret: (event: ClientSecretEvent) => void = publisher(clientSecrets)
