import './augment.ts'

export {
  CognitoError,
  ConfigurationError,
  cognitoOptionsFromEnv,
  type MessageKey,
  messages,
  TokenError,
} from '@x/cognito-core'
export type { CognitoAdminRoutesOptions } from './admin/admin-routes-options.ts'
export type { AuditEntry } from './admin/audit-entry.ts'
export { cognitoAdminRoutes } from './admin/cognito-admin-routes.ts'
export type { AdminOperationId } from './admin/operations/admin-operations.ts'
export type { CognitoRequest } from './augment.ts'
// This one and Register whole: an app cannot add to an interface through an export that names it.
export * from './auth/cognito-user.ts'
export type { Guard } from './auth/guards.ts'
export type { AccessAuth, IdAuth, RequestAuth } from './auth/request-auth.ts'
export type { RequestContext } from './call-for.ts'
export { cognitoPlugin, cognitoPlugin as default } from './cognito-plugin.ts'
export type { HeadersOptions } from './delivery/headers-options.ts'
export { channels, type RefreshEvent, type RefusalEvent } from './events/channels.ts'
export type { AuthRequirements } from './guards/auth-requirements.ts'
export type { DefaultGuard } from './guards/default-guard.ts'
export type { RouteGuard } from './guards/route-guard.ts'
export type { CognitoHooks, HookEvents } from './hooks/cognito-hooks.ts'
export type { ResolveUser } from './hooks/resolve-user.ts'
export type { HttpErrorCode, ProblemCode } from './http-status.ts'
export type {
  ChallengeOptions,
  CodeDeliveryOptions,
  CognitoRoutesOptions,
  Delivery,
  FastifyCognitoOptions,
  MfaOptions,
  RouteFeature,
  SessionOptions,
  SignUpOptions,
  StepUpOptions,
} from './options.ts'
export type { ChoosePool } from './pools/create-pools.ts'
export type { PoolOptions } from './pools/pool-options.ts'
export type { Problem } from './problems/problem.ts'
export type { ProblemKey } from './problems/problem-key.ts'
export type { FieldError } from './problems/refusal.ts'
export type { RateLimit, RateLimitPreset, RateLimits } from './rate-limits/presets.ts'
export { redactPaths } from './redaction/redact-paths.ts'
export * from './register.ts'
export { cognitoRoutes } from './routes/cognito-routes.ts'
export type { PublicChallenge } from './routes/public-challenge.ts'
export type { SignedIn, SignInAnswer } from './routes/sign-in-answer.ts'
export type { ConfirmAnswer, SignUpAnswer } from './routes/sign-up-answer.ts'
export type { SessionLock, SessionStore } from './store/session-store.ts'
