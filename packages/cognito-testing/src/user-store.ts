import type { Clock } from './clock.ts'
import type { Credential } from './credential.ts'
import type { Device } from './devices/device.ts'
import type { Alias, ContactAttribute, MfaMethod, UserStatus } from './options.ts'
import type { Passkey } from './passkeys/passkey.ts'
import type { PoolSettings } from './pool-settings.ts'

export interface User {
  /** The real user name: a UUID, equal to `sub`, in pools without user names. */
  username: string
  sub: string
  attributes: Readonly<Record<string, string>>
  groups: readonly string[]
  status: UserStatus
  enabled: boolean
  credential?: Credential
  /** Identity hashes of the passwords before that; newest first. */
  formerPasswords: readonly Buffer[]
  /** New values that count only once they are verified. */
  pendingAttributes: Readonly<Partial<Record<ContactAttribute, string>>>
  factors: readonly MfaMethod[]
  preferredFactor?: MfaMethod | undefined
  /** Base32, of an authenticator app that showed a right code. */
  totpSecret?: string | undefined
  /** What the user calls that app's device. */
  totpDeviceName?: string | undefined
  /** Base32, of an app that has shown no code yet. */
  pendingTotpSecret?: string | undefined
  /** Oldest first. */
  passkeys: readonly Passkey[]
  /** Whether a passkey counts as MFA, where the pool allows for that. */
  passkeyIsMfa: boolean
  /** Oldest first, with those that are not confirmed. */
  devices: readonly Device[]
}

/** Unix seconds. */
export interface UserTimes {
  createdAt: number
  modifiedAt: number
}

export interface UserStore {
  add(user: User): void
  /** The user that Cognito would find under this name: user name, or a way in that counts. */
  resolve(untrustedName: string): User | undefined
  get(username: string): User | undefined
  update(username: string, change: Partial<User>): User
  timesOf(user: User): UserTimes
  remove(username: string): void
  /** In the order they were added. */
  all(): readonly User[]
}

/**
 * Whether the attribute is set and counts as a way in: addresses and numbers do once they are
 * verified.
 */
export const isAlias = ({ attributes }: User, alias: Alias): boolean =>
  attributes[alias] !== undefined &&
  (alias === 'preferred_username' || attributes[`${alias}_verified`] === 'true')

export const createUserStore = (input: { settings: PoolSettings; clock: Clock }): UserStore => {
  const { settings, clock } = input
  const users = new Map<string, User>()
  const times = new Map<string, UserTimes>()

  const isWayIn = (user: User, name: string): boolean =>
    settings.usernameAttributes.some((attribute) => user.attributes[attribute] === name) ||
    settings.aliases.some((alias) => user.attributes[alias] === name && isAlias(user, alias))

  return {
    add: (user) => {
      const now = clock.now()
      users.set(user.username, user)
      times.set(user.sub, { createdAt: now, modifiedAt: now })
    },
    resolve: (untrustedName) =>
      users.get(untrustedName) ?? [...users.values()].find((user) => isWayIn(user, untrustedName)),
    get: (username) => users.get(username),
    update: (username, change) => {
      const user = users.get(username)
      if (!user) throw new Error('There is no such user to update')
      const updated = { ...user, ...change }
      users.set(username, updated)
      const now = clock.now()
      times.set(user.sub, { createdAt: now, ...times.get(user.sub), modifiedAt: now })
      return updated
    },
    timesOf: ({ sub }) => times.get(sub) ?? { createdAt: 0, modifiedAt: 0 },
    remove: (username) => {
      users.delete(username)
    },
    all: () => [...users.values()],
  }
}
