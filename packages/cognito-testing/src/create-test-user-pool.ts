import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { addUser } from './add-user.ts'
import { createApi } from './api.ts'
import { type ClientSecretRotation, clientSecretRotation } from './client-secret-rotation.ts'
import type { Clock } from './clock.ts'
import type { ContextData } from './context-data.ts'
import { createFaults, type TestFaults } from './faults.ts'
import type { Inbox } from './inbox.ts'
import type { TestUserOptions, TestUserPoolOptions, UserStatus } from './options.ts'
import {
  createTestAuthenticator,
  type TestAuthenticator,
  type TestAuthenticatorOptions,
} from './passkeys/create-test-authenticator.ts'
import { createPool } from './pool.ts'
import { type PoolSettings, readSettings } from './pool-settings.ts'
import { createRequestHandler } from './request-handler.ts'
import { type ListeningPool, type ListenOptions, listen } from './server.ts'
import { publicKeysOf } from './signing-keys.ts'
import { totpCodeAt } from './totp.ts'
import type { User } from './user-store.ts'

export interface TestUser {
  /** The real user name: a UUID, equal to `sub`, in pools without user names. */
  username: string
  sub: string
  status: UserStatus
  /** Base32. */
  totpSecret?: string
}

export interface TestUserPool extends ClientSecretRotation, TestFaults {
  readonly userPoolId: string
  /** With the newest secret that each has now. */
  readonly clients: readonly { id: string; secret?: string }[]
  /**
   * For `createCognito(pool.options)`: ids, the newest secret of now, keys, and an SDK client whose
   * requests never leave the process.
   */
  readonly options: {
    userPoolId: string
    clientId: string
    clientSecret?: string
    readonly jwks: { keys: readonly Readonly<Record<string, unknown>>[] }
    readonly client: CognitoIdentityProviderClient
  }
  /** Everybody in the pool now, in the order they were added. */
  readonly users: readonly TestUser[]
  /** @throws {TypeError} naming the field, when Cognito could not have such a user in this pool */
  addUser(user: TestUserOptions): TestUser
  /**
   * The code that the user's authenticator app shows at the pool's time; while a new secret is being
   * set up, the code of that one.
   */
  totpCodeFor(user: string): string
  /**
   * A device for passkeys of this pool, without a browser. Its `origin` is by default
   * http://localhost, or https:// and the RP id where that is another.
   */
  createAuthenticator(options?: TestAuthenticatorOptions): TestAuthenticator
  readonly inbox: Inbox
  readonly clock: Clock
  /** How often each operation was called so far, by name. */
  readonly calls: Readonly<Record<string, number>>
  /**
   * UserContextData of the last call of that operation; undefined where it had none, or where there
   * was no such call.
   */
  lastContextData(operation: string): ContextData | undefined
  /**
   * The same pool over HTTP on loopback: API at `/`, keys at `/<poolId>/.well-known/jwks.json`,
   * inbox at `/inbox`.
   */
  listen(options?: ListenOptions): Promise<ListeningPool>
}

const describeUser = ({ username, sub, status, totpSecret }: User): TestUser => ({
  username,
  sub,
  status,
  ...(totpSecret !== undefined && { totpSecret }),
})

const usualOrigin = ({ passkeys }: PoolSettings): string => {
  const { relyingPartyId = 'localhost' } = passkeys ?? {}
  return relyingPartyId === 'localhost' ? 'http://localhost' : `https://${relyingPartyId}`
}

/**
 * A Cognito user pool inside this process.
 * @throws {TypeError} naming the option that cannot work
 */
export const createTestUserPool = (options: TestUserPoolOptions = {}): TestUserPool => {
  const settings = readSettings(options)
  const pool = createPool(settings)
  const faults = createFaults()
  const api = createApi({ pool, faults })
  const { clock, inbox, users } = pool
  for (const [index, user] of (options.users ?? []).entries()) {
    addUser(pool, { options: user, path: `users[${index}]` })
  }

  const [firstClient] = settings.clients
  let client: CognitoIdentityProviderClient | undefined
  const newestSecret = (clientId: string): string | undefined =>
    pool.clientSecrets.of(clientId)[0]?.value

  return {
    userPoolId: settings.userPoolId,
    get clients() {
      return settings.clients.map(({ id }) => {
        const secret = newestSecret(id)
        return { id, ...(secret !== undefined && { secret }) }
      })
    },
    get options() {
      const clientSecret = newestSecret(firstClient.id)
      return {
        userPoolId: settings.userPoolId,
        clientId: firstClient.id,
        ...(clientSecret !== undefined && { clientSecret }),
        get jwks() {
          return publicKeysOf(settings.userPoolId)
        },
        get client() {
          client ??= new CognitoIdentityProviderClient({
            region: settings.region,
            requestHandler: createRequestHandler(api),
            // For the operations that are signed: nobody checks who signs.
            credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
            maxAttempts: 1,
          })
          return client
        },
      }
    },
    ...clientSecretRotation(pool),
    get users() {
      return users.all().map(describeUser)
    },
    addUser: (user) => describeUser(addUser(pool, { options: user, path: 'user' })),
    totpCodeFor: (name) => {
      const user = users.resolve(name)
      const secret = user?.pendingTotpSecret ?? user?.totpSecret
      if (secret !== undefined) return totpCodeAt(secret, clock.now())
      throw new Error(`totpCodeFor: '${name}' is no user with TOTP set up`)
    },
    createAuthenticator: (authenticatorOptions) =>
      createTestAuthenticator({ origin: usualOrigin(settings), ...authenticatorOptions }),
    inbox,
    clock: { now: clock.now, advance: clock.advance },
    failNext: faults.failNext,
    holdNext: faults.holdNext,
    loseNext: faults.loseNext,
    get calls() {
      return api.calls()
    },
    lastContextData: api.lastContextData,
    listen: (listenOptions) => listen({ settings, api, inbox }, listenOptions),
  }
}
