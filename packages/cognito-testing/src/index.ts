export type { Clock } from './clock.ts'
export { createTestUserPool, type TestUser, type TestUserPool } from './create-test-user-pool.ts'
export type { Fault } from './faults.ts'
export type { Inbox, InboxMessage } from './inbox.ts'
export type {
  Alias,
  ClientFlow,
  MfaMethod,
  SignInName,
  TestClientOptions,
  TestFactor,
  TestPasswordPolicy,
  TestUserOptions,
  TestUserPoolOptions,
  UserStatus,
} from './options.ts'
export type { ListeningPool, ListenOptions } from './server.ts'
