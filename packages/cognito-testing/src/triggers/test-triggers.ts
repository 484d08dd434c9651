import type {
  CreateAuthChallengeTriggerEvent,
  CustomMessageTriggerEvent,
  DefineAuthChallengeTriggerEvent,
  PostAuthenticationTriggerEvent,
  PostConfirmationTriggerEvent,
  PreAuthenticationTriggerEvent,
  PreSignUpTriggerEvent,
  PreTokenGenerationTriggerEvent,
  PreTokenGenerationV2TriggerEvent,
  UserMigrationTriggerEvent,
  VerifyAuthChallengeResponseTriggerEvent,
} from 'aws-lambda'
import type { TriggerHandler } from './trigger-handler.ts'

export type TestPreTokenGeneration =
  | { version: 'V1_0'; handler: TriggerHandler<PreTokenGenerationTriggerEvent> }
  | { version: 'V2_0'; handler: TriggerHandler<PreTokenGenerationV2TriggerEvent> }

/** The Lambda triggers of a pool. Each is awaited, for however long it takes, and called once. */
export interface TestTriggers {
  /** Before somebody is signed up: may confirm them, and verify their address and number. */
  preSignUp?: TriggerHandler<PreSignUpTriggerEvent>
  /** After somebody was confirmed, or has reset their password. */
  postConfirmation?: TriggerHandler<PostConfirmationTriggerEvent>
  /** Before a code is sent: may write the message. */
  customMessage?: TriggerHandler<CustomMessageTriggerEvent>
  /**
   * When nobody has the name that somebody signs in with, by password in clear, or forgot the
   * password of: may bring them in.
   */
  userMigration?: TriggerHandler<UserMigrationTriggerEvent>
  /** When somebody begins to sign in, before anything of them is checked. */
  preAuthentication?: TriggerHandler<PreAuthenticationTriggerEvent>
  /** In the flow CUSTOM_AUTH, after every answer: says what is asked next, or that it is enough. */
  defineAuthChallenge?: TriggerHandler<DefineAuthChallengeTriggerEvent>
  /** Makes up the challenge that `defineAuthChallenge` called for. */
  createAuthChallenge?: TriggerHandler<CreateAuthChallengeTriggerEvent>
  /** Says whether an answer to that challenge is right. */
  verifyAuthChallengeResponse?: TriggerHandler<VerifyAuthChallengeResponseTriggerEvent>
  /** When somebody has given all that signing in takes, before there are tokens. */
  postAuthentication?: TriggerHandler<PostAuthenticationTriggerEvent>
  /** Before tokens are made, at refresh too. A function alone is given events of version V1_0. */
  preTokenGeneration?: TriggerHandler<PreTokenGenerationTriggerEvent> | TestPreTokenGeneration
}
