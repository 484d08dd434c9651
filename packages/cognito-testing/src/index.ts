export type { Clock } from './clock.ts'
export type { ContextData } from './context-data.ts'
export { createTestUserPool, type TestUser, type TestUserPool } from './create-test-user-pool.ts'
export type { Fault } from './faults.ts'
export type { HeldAnswer } from './held-answer.ts'
export type { Inbox, InboxMessage, MessagePurpose } from './inbox.ts'
export type {
  AccountRecovery,
  Alias,
  AttributeDataType,
  ClientFlow,
  ContactAttribute,
  DeviceTracking,
  FirstFactor,
  MfaMethod,
  SignInName,
  TestClientOptions,
  TestCustomAttribute,
  TestFactor,
  TestPasskeyOptions,
  TestPasswordPolicy,
  TestUserOptions,
  TestUserPoolOptions,
  UserStatus,
} from './options.ts'
export {
  createTestAuthenticator,
  type TestAssertion,
  type TestAuthenticator,
  type TestAuthenticatorOptions,
  type TestRegistration,
} from './passkeys/create-test-authenticator.ts'
export type { ListeningPool, ListenOptions } from './server.ts'
export type { TestPreTokenGeneration, TestTriggers } from './triggers/test-triggers.ts'
export type { TriggerHandler } from './triggers/trigger-handler.ts'
