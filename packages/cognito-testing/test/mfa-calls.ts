import {
  AssociateSoftwareTokenCommand,
  GetUserAuthFactorsCommand,
  GetUserCommand,
  SetUserMFAPreferenceCommand,
  type SetUserMFAPreferenceCommandInput,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { TestUserPool } from '../src/index.ts'
import { signInWithPassword } from './sign-in.ts'

export const password = 'Correct-Horse1'
export const invalidSession = 'NotAuthorizedException: Invalid session for the user.'
export const usedSession =
  'NotAuthorizedException: Invalid session for the user, session can only be used once.'

/** Who calls: by access token, or by the Session of a challenge. */
type Caller = { AccessToken: string } | { Session: string | undefined }

export const tokenOf = async (pool: TestUserPool, name = 'ann'): Promise<string> => {
  const { AuthenticationResult } = await signInWithPassword(pool, name, password)
  return AuthenticationResult?.AccessToken ?? ''
}

export const associate = (pool: TestUserPool, caller: Caller | object) =>
  pool.options.client.send(new AssociateSoftwareTokenCommand(caller))

export const verify = (
  pool: TestUserPool,
  caller: Caller | object,
  UserCode: string,
  FriendlyDeviceName?: string,
) =>
  pool.options.client.send(
    new VerifySoftwareTokenCommand({ ...caller, UserCode, FriendlyDeviceName }),
  )

export const prefer = (
  pool: TestUserPool,
  AccessToken: string,
  settings: Omit<SetUserMFAPreferenceCommandInput, 'AccessToken'>,
) => pool.options.client.send(new SetUserMFAPreferenceCommand({ AccessToken, ...settings }))

/** What is told of factors, by both operations that tell of them. */
export const factorsOf = async (pool: TestUserPool, AccessToken: string) => {
  const { $metadata: _, ...factors } = await pool.options.client.send(
    new GetUserAuthFactorsCommand({ AccessToken }),
  )
  const user = await pool.options.client.send(new GetUserCommand({ AccessToken }))
  const { PreferredMfaSetting, UserMFASettingList } = user
  return {
    ...factors,
    ofGetUser: {
      ...(PreferredMfaSetting && { PreferredMfaSetting }),
      ...(UserMFASettingList && { UserMFASettingList }),
    },
  }
}
