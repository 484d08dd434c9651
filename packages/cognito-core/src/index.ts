export type {
  AnswerTo,
  Challenge,
  ChallengeDetails,
  ChallengeKind,
  ChallengeOf,
} from './api/challenges.ts'
export type { CodeDelivery } from './api/code-delivery.ts'
export type { Tokens } from './api/tokens.ts'
export type { CallOptions } from './context.ts'
export { type Cognito, createCognito } from './create-cognito.ts'
export type { CognitoErrorCode } from './errors/codes.ts'
export { CognitoError } from './errors/cognito-error.ts'
export { ConfigurationError } from './errors/configuration-error.ts'
export { TokenError, type TokenErrorCode } from './errors/token-error.ts'
export type { SignInResult } from './flows/next-step.ts'
export type { Profile, ProfileApi, UserAttributes } from './flows/profile.ts'
export type { SignInInput } from './flows/sign-in.ts'
export type { CognitoOptions, JsonWebKeySet } from './options.ts'
export { cognitoOptionsFromEnv } from './options-from-env.ts'
export type { AccessTokenClaims, IdTokenClaims } from './verify/claims.ts'
export { checkRequirements, type TokenRequirements } from './verify/requirements.ts'
