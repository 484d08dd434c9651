import { type CodeDelivery, requireDelivery } from '../api/code-delivery.ts'
import { type CallOptions, type Context, callParameters, usernameMembers } from '../context.ts'
import { requireText } from '../require-text.ts'

export interface PasswordApi {
  /**
   * Sends a code to the user's verified e-mail address or phone number.
   *
   * @throws CognitoError, such as `COGNITO_NO_RECOVERY`, `COGNITO_PASSWORD_RESET_NOT_POSSIBLE`,
   * `COGNITO_LIMIT_EXCEEDED` (five to twenty an hour).
   */
  forgot(input: { username: string }, call?: CallOptions): Promise<CodeDelivery>

  /**
   * Sets a new password by the code. The sessions there are live on.
   *
   * @throws CognitoError, such as `COGNITO_CODE_MISMATCH`, `COGNITO_CODE_EXPIRED`, `COGNITO_INVALID_PASSWORD`.
   */
  reset(
    input: { username: string; code: string; newPassword: string },
    call?: CallOptions,
  ): Promise<void>

  /**
   * Sets a new password by the old one; without `currentPassword`, the first password of a user who has
   * none. The sessions there are live on.
   *
   * @throws CognitoError, such as `COGNITO_WRONG_PASSWORD`, `COGNITO_INVALID_PASSWORD`,
   * `COGNITO_LIMIT_EXCEEDED` (five an hour).
   */
  change(
    input: { accessToken: string; currentPassword?: string; newPassword: string },
    call?: CallOptions,
  ): Promise<void>
}

export const passwordApi = (context: Context): PasswordApi => ({
  forgot: async (input, call = {}) => {
    const username = requireText('username', input?.username)
    const answer = await context.send(
      'ForgotPassword',
      { ...usernameMembers(context, username), ...callParameters(call) },
      call,
    )
    return requireDelivery(answer)
  },

  reset: async (input, call = {}) => {
    const username = requireText('username', input?.username)
    await context.send(
      'ConfirmForgotPassword',
      {
        ...usernameMembers(context, username),
        ConfirmationCode: requireText('code', input.code),
        Password: requireText('newPassword', input.newPassword),
        ...callParameters(call),
      },
      call,
    )
  },

  change: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const { currentPassword, newPassword } = input
    await context.send(
      'ChangePassword',
      {
        AccessToken,
        ...(currentPassword !== undefined && {
          PreviousPassword: requireText('currentPassword', currentPassword),
        }),
        ProposedPassword: requireText('newPassword', newPassword),
      },
      call,
    )
  },
})
