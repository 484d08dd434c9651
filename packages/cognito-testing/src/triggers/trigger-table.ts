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
import {
  anything,
  flag,
  listOf,
  mapOf,
  mapOfText,
  oneOf,
  optional,
  type Shape,
  structure,
  text,
  texts,
  word,
} from './response-shape.ts'

/** What each kind of trigger is given. */
export interface TriggerEvents {
  preSignUp: PreSignUpTriggerEvent
  postConfirmation: PostConfirmationTriggerEvent
  customMessage: CustomMessageTriggerEvent
  userMigration: UserMigrationTriggerEvent
  preAuthentication: PreAuthenticationTriggerEvent
  defineAuthChallenge: DefineAuthChallengeTriggerEvent
  createAuthChallenge: CreateAuthChallengeTriggerEvent
  verifyAuthChallengeResponse: VerifyAuthChallengeResponseTriggerEvent
  postAuthentication: PostAuthenticationTriggerEvent
  preTokenGenerationV1: PreTokenGenerationTriggerEvent
  preTokenGenerationV2: PreTokenGenerationV2TriggerEvent
}

export interface TriggerRow {
  /** AWS's name of the trigger. */
  name: string
  /** Of its events. */
  version: '1' | '2'
  /** What a handler may respond. */
  response: Shape
}

const nothing = structure({})
const groups = structure({
  groupsToOverride: texts,
  iamRolesToOverride: texts,
  preferredRole: text,
})
const claimsV2 = { claimsToAddOrOverride: mapOf(anything), claimsToSuppress: texts }

/** Source: the pages of the Amazon Cognito developer guide about each trigger. */
export const triggerTable: Readonly<Record<keyof TriggerEvents, TriggerRow>> = {
  preSignUp: {
    name: 'PreSignUp',
    version: '1',
    response: structure({ autoConfirmUser: flag, autoVerifyEmail: flag, autoVerifyPhone: flag }),
  },
  postConfirmation: { name: 'PostConfirmation', version: '1', response: nothing },
  customMessage: {
    name: 'CustomMessage',
    version: '1',
    response: structure({ smsMessage: text, emailMessage: text, emailSubject: text }),
  },
  userMigration: {
    name: 'UserMigration',
    version: '1',
    response: structure({
      userAttributes: mapOfText,
      finalUserStatus: text,
      messageAction: optional(oneOf('RESEND', 'SUPPRESS')),
      desiredDeliveryMediums: listOf(oneOf('SMS', 'EMAIL')),
      forceAliasCreation: flag,
      enableSMSMFA: flag,
    }),
  },
  preAuthentication: { name: 'PreAuthentication', version: '1', response: nothing },
  defineAuthChallenge: {
    name: 'DefineAuthChallenge',
    version: '1',
    response: structure({ challengeName: text, failAuthentication: flag, issueTokens: flag }),
  },
  createAuthChallenge: {
    name: 'CreateAuthChallenge',
    version: '1',
    response: structure({
      publicChallengeParameters: mapOfText,
      privateChallengeParameters: mapOfText,
      challengeMetadata: text,
    }),
  },
  verifyAuthChallengeResponse: {
    name: 'VerifyAuthChallengeResponse',
    version: '1',
    response: structure({ answerCorrect: flag }),
  },
  postAuthentication: { name: 'PostAuthentication', version: '1', response: nothing },
  preTokenGenerationV1: {
    name: 'PreTokenGeneration',
    version: '1',
    response: structure({
      claimsOverrideDetails: structure({
        claimsToAddOrOverride: mapOfText,
        claimsToSuppress: texts,
        groupOverrideDetails: groups,
      }),
    }),
  },
  preTokenGenerationV2: {
    name: 'PreTokenGeneration',
    version: '2',
    response: structure({
      claimsAndScopeOverrideDetails: structure({
        idTokenGeneration: structure(claimsV2),
        accessTokenGeneration: structure({
          ...claimsV2,
          scopesToAdd: listOf(word),
          scopesToSuppress: texts,
        }),
        groupOverrideDetails: groups,
      }),
    }),
  },
}
