import type { MfaMethod } from '../api/mfa-methods.ts'
import { changesFrom, type MfaSettings, mfaSettingsOf } from '../api/mfa-settings.ts'
import { requirePreference } from '../require-preference.ts'
import type { AdminCall, AdminContext } from './admin-context.ts'
import { userMembers } from './user-members.ts'

export interface UserFactorsApi {
  /** What the user can sign in with, and what is asked for after the password. @throws CognitoError */
  factors(input: { username: string }, call?: AdminCall): Promise<MfaSettings>

  /**
   * Asks the user for one of these from now on, and for no other; an empty list turns MFA off. Two calls:
   * what is so already is left alone.
   *
   * @throws CognitoError, such as `COGNITO_MFA_NOT_SET_UP` where one was never set up.
   */
  setMfaPreference(
    input: { username: string; enabled: readonly MfaMethod[]; preferred: MfaMethod | 'none' },
    call?: AdminCall,
  ): Promise<MfaSettings>

  /** Forgets the user's authenticator app. @throws CognitoError */
  deleteTotp(input: { username: string }, call?: AdminCall): Promise<void>
}

export const userFactorsApi = (context: AdminContext): UserFactorsApi => {
  const api: UserFactorsApi = {
    factors: async (input, call) =>
      mfaSettingsOf(
        await context.send('AdminGetUserAuthFactors', userMembers(context, input), call),
      ),

    setMfaPreference: async (input, call) => {
      const members = userMembers(context, input)
      const wanted = requirePreference(input)
      const now = await api.factors(input, call)
      const changes = changesFrom(now, wanted)
      if (Object.keys(changes).length > 0) {
        await context.send('AdminSetUserMFAPreference', { ...members, ...changes }, call)
      }
      return { ...wanted, factors: now.factors }
    },

    deleteTotp: async (input, call) => {
      await context.send('AdminDeleteSoftwareToken', userMembers(context, input), call)
    },
  }
  return api
}
