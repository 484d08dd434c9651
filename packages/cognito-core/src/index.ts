export type { AttributeType, CustomAttributeTypes } from './api/attribute-types.ts'
export type {
  AnswerTo,
  Challenge,
  ChallengeDetails,
  ChallengeKind,
  ChallengeOf,
} from './api/challenges.ts'
export type { CodeDelivery, VerifiableAttribute } from './api/code-delivery.ts'
export type { Device } from './api/device.ts'
export type { FirstFactor, PasswordMethod } from './api/first-factors.ts'
export type { MfaMethod } from './api/mfa-methods.ts'
export type { MfaSettings } from './api/mfa-settings.ts'
export type { Passkey } from './api/passkey.ts'
export type { NewDevice, RememberedDevice } from './api/remembered-device.ts'
export type { Tokens } from './api/tokens.ts'
export type {
  AttributeChanges,
  AttributeValue,
  UserAttributes,
  WritableAttributes,
} from './api/user-attributes.ts'
export type { UserSession } from './api/user-session.ts'
export type { CallOptions } from './context.ts'
export { type Cognito, createCognito } from './create-cognito.ts'
export {
  type CallEvent,
  type ClientSecretEvent,
  channels,
  type KeysEvent,
  type VerificationEvent,
} from './diagnostics.ts'
export type { CognitoErrorCode } from './errors/codes.ts'
export { CognitoError } from './errors/cognito-error.ts'
export { ConfigurationError } from './errors/configuration-error.ts'
export { type MessageKey, type MessageParams, messages } from './errors/messages.ts'
export { TokenError, type TokenErrorCode } from './errors/token-error.ts'
export type { DevicesApi } from './flows/devices.ts'
export type { MfaApi } from './flows/mfa.ts'
export type { PasskeysApi } from './flows/passkeys.ts'
export type { PasswordApi } from './flows/password.ts'
export type { Profile, ProfileApi } from './flows/profile.ts'
export type { RefreshInput } from './flows/refresh.ts'
export type { SessionsApi } from './flows/sessions.ts'
export type { SignInInput } from './flows/sign-in.ts'
export type {
  ConfirmSignUpInput,
  SignUpConfirmation,
  SignUpInput,
  SignUpResult,
} from './flows/sign-up.ts'
export type { CognitoOptions, JsonWebKeySet } from './options.ts'
export { cognitoOptionsFromEnv } from './options-from-env.ts'
export type { SignInResult } from './sign-in-result.ts'
export { totpUri } from './totp-uri.ts'
export type { AccessTokenClaims, IdTokenClaims } from './verify/claims.ts'
export {
  checkRequirements,
  type GroupRequirement,
  requireClaims,
  type ScopeRequirement,
  type TokenRequirements,
} from './verify/requirements.ts'
export type { CognitoWarning } from './warnings.ts'
