import { randomBytes } from 'node:crypto'
import { type AttemptLimits, createAttemptLimits } from './attempt-limits.ts'
import { type AuthEvents, createAuthEvents } from './auth-events/auth-events.ts'
import type { Caller } from './caller.ts'
import { type ChallengeSessions, createChallengeSessions } from './challenge-sessions.ts'
import { type ClientSecrets, createClientSecrets } from './client-secrets.ts'
import { createClock, type PoolClock } from './clock.ts'
import { type CodeSlots, createCodeSlots } from './codes/code-slots.ts'
import { createDeviceStore, type DeviceStore } from './devices/device-store.ts'
import { createGroupStore, type GroupStore } from './groups/group-store.ts'
import { createInbox, type Mailer } from './inbox.ts'
import {
  createRegistrationChallenges,
  type RegistrationChallenges,
} from './passkeys/registration-challenges.ts'
import { createPasswordAttempts, type PasswordAttempts } from './password-attempts.ts'
import type { PoolSettings } from './pool-settings.ts'
import { createRefreshTokens, type RefreshTokens } from './refresh-tokens.ts'
import { createSecretBlocks, type SecretBlocks } from './secret-block.ts'
import { createUserSessions, type UserSessions } from './user-sessions/user-sessions.ts'
import { createUserStore, type UserStore } from './user-store.ts'

/** Everything an operation works on. */
export interface Pool {
  /** Of the call that is answered. */
  caller: Caller
  settings: PoolSettings
  clock: PoolClock
  clientSecrets: ClientSecrets
  users: UserStore
  groups: GroupStore
  devices: DeviceStore
  inbox: Mailer
  codes: CodeSlots
  sessions: ChallengeSessions
  secretBlocks: SecretBlocks
  passwordAttempts: PasswordAttempts
  attemptLimits: AttemptLimits
  registrationChallenges: RegistrationChallenges
  refreshTokens: RefreshTokens
  userSessions: UserSessions
  authEvents: AuthEvents
  /** TOTP codes that were accepted, as `sub secret step`: each works once. */
  spentTotpSteps: Set<string>
  /** Unix seconds. */
  createdAt: number
  /** Makes what an unknown user is shown look random, and the same each time. */
  simulationKey: Buffer
  /** What somebody who does not exist typed, by the user name that they were shown. */
  simulatedNames: Map<string, string>
}

export const createPool = (settings: PoolSettings): Pool => {
  const clock = createClock()
  const users = createUserStore({ settings, clock })
  const refreshTokens = createRefreshTokens(clock)
  return {
    caller: {},
    settings,
    clock,
    clientSecrets: createClientSecrets({ clients: settings.clients, clock }),
    users,
    groups: createGroupStore(clock),
    devices: createDeviceStore({ clock, users, region: settings.region }),
    inbox: createInbox({ clock, users }),
    codes: createCodeSlots(clock),
    sessions: createChallengeSessions(clock),
    secretBlocks: createSecretBlocks(clock),
    passwordAttempts: createPasswordAttempts(clock),
    attemptLimits: createAttemptLimits(clock),
    registrationChallenges: createRegistrationChallenges(clock),
    refreshTokens,
    userSessions: createUserSessions({ tracking: settings.sessionTracking, clock, refreshTokens }),
    authEvents: createAuthEvents(clock),
    spentTotpSteps: new Set(),
    createdAt: clock.now(),
    simulationKey: randomBytes(32),
    simulatedNames: new Map(),
  }
}
