import type { ClientMetadata } from './client-metadata.ts'
import type { CustomAuth } from './custom-auth/custom-auth.ts'
import type { AuthenticationResult } from './issue-tokens.ts'
import type { AppClient } from './pool-settings.ts'
import type { User } from './user-store.ts'

/** Of InitiateAuth and RespondToAuthChallenge: tokens, or the next challenge. */
export interface AuthAnswer {
  ChallengeName?: string
  Session?: string
  /** What a user can sign in with, where that is asked next. */
  AvailableChallenges?: readonly string[]
  ChallengeParameters: Readonly<Record<string, string>>
  AuthenticationResult?: AuthenticationResult
}

/** Who is signing in, and where. */
export interface SignIn {
  client: AppClient
  user: User
  /** Of RespondToAuthChallenge: that of InitiateAuth is told to triggers of its own. */
  clientMetadata?: ClientMetadata | undefined
  /** Whether a new password is what was given last. */
  hasNewPassword?: boolean
  /** DEVICE_KEY of this call, if that is a device of the user: see `readDeviceKey`. */
  deviceKey?: string | undefined
  /** Undefined in every flow but CUSTOM_AUTH. */
  customAuth?: CustomAuth | undefined
}
