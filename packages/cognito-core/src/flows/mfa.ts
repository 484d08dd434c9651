import type { MfaMethod } from '../api/mfa-methods.ts'
import { changesFrom, type MfaSettings, mfaSettingsOf } from '../api/mfa-settings.ts'
import type { CallOptions, Context } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requirePreference } from '../require-preference.ts'
import { requireText } from '../require-text.ts'

export interface MfaApi {
  /** Asks Cognito, so a revoked token is refused here. @throws CognitoError */
  get(input: { accessToken: string }, call?: CallOptions): Promise<MfaSettings>

  /**
   * Makes a new key for an authenticator app, in base32: show it, and `totpUri` of it. It counts once
   * `confirmTotp` has seen a code of it; until then an app that was set up before stays as it is.
   *
   * @throws CognitoError, such as `COGNITO_MISCONFIGURED` where the pool has no authenticator apps.
   */
  startTotp(input: { accessToken: string }, call?: CallOptions): Promise<{ secret: string }>

  /**
   * Takes the app's first code, and asks for its codes from then on. An app that takes the place of another
   * is preferred where that one was. Three calls: where only the last fails, the app is known already, and
   * `setPreference` asks for it.
   *
   * @param input `deviceName` is what the user calls the app.
   * @throws CognitoError, such as `COGNITO_CODE_MISMATCH`: the next code may do; `COGNITO_CODE_EXPIRED.used`.
   */
  confirmTotp(
    input: { accessToken: string; code: string; deviceName?: string },
    call?: CallOptions,
  ): Promise<void>

  /**
   * Asks for one of these from now on, and for no other; an empty list turns MFA off. Two calls: what is
   * so already is left alone.
   *
   * @throws CognitoError, such as `COGNITO_MFA_NOT_SET_UP` where one was never set up.
   */
  setPreference(
    input: { accessToken: string; enabled: readonly MfaMethod[]; preferred: MfaMethod | 'none' },
    call?: CallOptions,
  ): Promise<MfaSettings>
}

export const mfaApi = (context: Context): MfaApi => {
  const read = async (AccessToken: string, call: CallOptions): Promise<MfaSettings> => {
    return mfaSettingsOf(await context.send('GetUserAuthFactors', { AccessToken }, call))
  }

  return {
    get: async (input, call = {}) => read(requireText('accessToken', input?.accessToken), call),

    startTotp: async (input, call = {}) => {
      const AccessToken = requireText('accessToken', input?.accessToken)
      const { SecretCode: secret } = await context.send(
        'AssociateSoftwareToken',
        { AccessToken },
        call,
      )
      if (!secret) throw new CognitoError('COGNITO_UNEXPECTED')
      return { secret }
    },

    confirmTotp: async (input, call = {}) => {
      const AccessToken = requireText('accessToken', input?.accessToken)
      const { deviceName } = input
      const code = requireText('code', input.code)
      if (deviceName !== undefined) requireText('deviceName', deviceName)
      const { preferred } = await read(AccessToken, call)
      const { Status: status } = await context.send(
        'VerifySoftwareToken',
        {
          AccessToken,
          UserCode: code,
          ...(deviceName !== undefined && { FriendlyDeviceName: deviceName }),
        },
        call,
      )
      if (status === 'ERROR') throw new CognitoError('COGNITO_CODE_MISMATCH')
      if (status !== 'SUCCESS') throw new CognitoError('COGNITO_UNEXPECTED')
      // Verified alone, it would be asked for in pools only that require MFA. A preference is said once
      // more: Cognito does not tell whether it would outlive being left out.
      const SoftwareTokenMfaSettings = {
        Enabled: true,
        ...(preferred === 'totp' && { PreferredMfa: true }),
      }
      await context.send('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings }, call)
    },

    setPreference: async (input, call = {}) => {
      const AccessToken = requireText('accessToken', input?.accessToken)
      const wanted = requirePreference(input)
      const now = await read(AccessToken, call)
      const changes = changesFrom(now, wanted)
      if (Object.keys(changes).length > 0) {
        await context.send('SetUserMFAPreference', { AccessToken, ...changes }, call)
      }
      return { ...wanted, factors: now.factors }
    },
  }
}
