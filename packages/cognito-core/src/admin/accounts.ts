import { attributeList } from '../api/attributes.ts'
import { type MfaPreference, mfaSettingsOf } from '../api/mfa-settings.ts'
import { type User, userOf } from '../api/user.ts'
import type { AdminAttributeChanges, AttributeOptions } from '../api/user-attributes.ts'
import { metadataMember } from '../context.ts'
import { invalidInput } from '../invalid-input.ts'
import { requireBoolean } from '../require-boolean.ts'
import { requireNames } from '../require-names.ts'
import { requireText } from '../require-text.ts'
import type { AdminCall, AdminCallWithMetadata, AdminContext } from './admin-context.ts'
import { type CreateUserInput, createUser } from './create-user.ts'
import { userMembers } from './user-members.ts'

/** A user's account. `username` may be any name that the user signs in with. */
export interface AccountsApi<Options extends AttributeOptions = AttributeOptions> {
  /**
   * Makes a user, and sends an invitation unless it is told not to. Without `temporaryPassword` Cognito
   * makes one up.
   *
   * @throws CognitoError, such as `COGNITO_USERNAME_TAKEN`, `COGNITO_ALIAS_TAKEN`.
   */
  create(input: CreateUserInput<Options>, call?: AdminCallWithMetadata): Promise<User<Options>>

  /** @throws CognitoError, such as `COGNITO_USER_NOT_FOUND`, as everything about a user. */
  get(
    input: { username: string },
    call?: AdminCall,
  ): Promise<User<Options> & { mfa: MfaPreference }>

  /**
   * Changes what is given, and takes away what is `null`. A new e-mail address or phone number is not
   * verified, unless it says so (`email_verified: true`).
   *
   * @throws CognitoError, such as `COGNITO_ATTRIBUTE_INVALID`, `COGNITO_ALIAS_TAKEN`.
   */
  update(
    input: { username: string; attributes: AdminAttributeChanges<Options> },
    call?: AdminCallWithMetadata,
  ): Promise<void>

  /** @throws CognitoError, such as `COGNITO_ATTRIBUTE_MISSING` where the pool requires one. */
  deleteAttributes(
    input: { username: string; names: readonly (keyof AdminAttributeChanges<Options> & string)[] },
    call?: AdminCall,
  ): Promise<void>

  /**
   * Without a code; an e-mail address or phone number stays as unverified as it is.
   *
   * @throws CognitoError, such as `COGNITO_ALREADY_CONFIRMED`.
   */
  confirmSignUp(input: { username: string }, call?: AdminCallWithMetadata): Promise<void>

  /** @throws CognitoError */
  enable(input: { username: string }, call?: AdminCall): Promise<void>

  /** Nobody signs in with the account, and its tokens are revoked. @throws CognitoError */
  disable(input: { username: string }, call?: AdminCall): Promise<void>

  /**
   * A permanent one also confirms the user; one that is not has to be changed at the next sign-in.
   *
   * @throws CognitoError, such as `COGNITO_INVALID_PASSWORD`.
   */
  setPassword(
    input: { username: string; password: string; permanent: boolean },
    call?: AdminCall,
  ): Promise<void>

  /**
   * Sends a code, without which the user signs in no more.
   *
   * @throws CognitoError, such as `COGNITO_NO_RECOVERY`, `COGNITO_PASSWORD_RESET_NOT_POSSIBLE`.
   */
  resetPassword(input: { username: string }, call?: AdminCallWithMetadata): Promise<void>

  /** Deletes the user, for good. @throws CognitoError */
  delete(input: { username: string }, call?: AdminCall): Promise<void>

  /** Ends every session of the user. @throws CognitoError */
  signOutEverywhere(input: { username: string }, call?: AdminCall): Promise<void>
}

export const accountsApi = <Options extends AttributeOptions>(
  context: AdminContext,
): AccountsApi<Options> => {
  const { send, customAttributes } = context
  return {
    create: (input, call) => createUser<Options>(context, input, call),

    get: async (input, call) => {
      const answer = await send('AdminGetUser', userMembers(context, input), call)
      const described = { ...answer, Attributes: answer.UserAttributes }
      const { enabled, preferred } = mfaSettingsOf(answer)
      return { ...userOf<Options>(described, customAttributes), mfa: { enabled, preferred } }
    },

    update: async (input, call = {}) => {
      const members = userMembers(context, input)
      const writing = {
        customTypes: customAttributes,
        mayTakeAway: true,
        byOperator: true,
      } as const
      const UserAttributes = attributeList(input.attributes, writing)
      if (UserAttributes.length === 0) {
        throw invalidInput('COGNITO_INVALID_INPUT.values', 'attributes')
      }
      await send(
        'AdminUpdateUserAttributes',
        { ...members, UserAttributes, ...metadataMember(call) },
        call,
      )
    },

    deleteAttributes: async (input, call) => {
      const members = userMembers(context, input)
      const UserAttributeNames = requireNames('names', input.names)
      await send('AdminDeleteUserAttributes', { ...members, UserAttributeNames }, call)
    },

    confirmSignUp: async (input, call = {}) => {
      const members = userMembers(context, input)
      await send('AdminConfirmSignUp', { ...members, ...metadataMember(call) }, call)
    },

    enable: async (input, call) => {
      await send('AdminEnableUser', userMembers(context, input), call)
    },

    disable: async (input, call) => {
      await send('AdminDisableUser', userMembers(context, input), call)
    },

    setPassword: async (input, call) => {
      const members = userMembers(context, input)
      const Password = requireText('password', input.password)
      const Permanent = requireBoolean('permanent', input.permanent)
      await send('AdminSetUserPassword', { ...members, Password, Permanent }, call)
    },

    resetPassword: async (input, call = {}) => {
      const members = userMembers(context, input)
      await send('AdminResetUserPassword', { ...members, ...metadataMember(call) }, call)
    },

    delete: async (input, call) => {
      await send('AdminDeleteUser', userMembers(context, input), call)
    },

    signOutEverywhere: async (input, call) => {
      await send('AdminUserGlobalSignOut', userMembers(context, input), call)
    },
  }
}
