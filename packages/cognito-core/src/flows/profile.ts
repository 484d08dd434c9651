import { attributeList, attributesOf } from '../api/attributes.ts'
import {
  type CodeDelivery,
  deliveryFrom,
  requireDelivery,
  type VerifiableAttribute,
  verifiableAttributes,
} from '../api/code-delivery.ts'
import type {
  AttributeChanges,
  AttributeOptions,
  UserAttributes,
  WritableAttributes,
} from '../api/user-attributes.ts'
import { type CallOptions, type Context, metadataMember } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { invalidInput } from '../invalid-input.ts'
import { requireChoice } from '../require-choice.ts'
import { requireNames } from '../require-names.ts'
import { requireText } from '../require-text.ts'

export interface Profile<Options extends AttributeOptions = AttributeOptions> {
  sub: string
  /** The user's real name in the pool. */
  username: string
  attributes: UserAttributes<Options>
}

export interface ProfileApi<Options extends AttributeOptions = AttributeOptions> {
  /** Asks Cognito, so a revoked token is refused here. @throws CognitoError */
  get(input: { accessToken: string }, call?: CallOptions): Promise<Profile<Options>>

  /**
   * Changes what is given, and takes away what is `null`. A new e-mail address or phone number is not
   * verified, or waits for its code before it counts: see `toVerify`.
   *
   * @throws CognitoError, such as `COGNITO_ATTRIBUTE_INVALID`, `COGNITO_ATTRIBUTE_READ_ONLY`.
   */
  update(
    input: { accessToken: string; attributes: AttributeChanges<Options> },
    call?: CallOptions,
  ): Promise<{ toVerify: readonly CodeDelivery[] }>

  /** @throws CognitoError, such as `COGNITO_ATTRIBUTE_READ_ONLY`, `COGNITO_ATTRIBUTE_MISSING`. */
  deleteAttributes(
    input: { accessToken: string; names: readonly (keyof WritableAttributes<Options> & string)[] },
    call?: CallOptions,
  ): Promise<void>

  /** Sends a code to what is to be verified. @throws CognitoError, such as `COGNITO_LIMIT_EXCEEDED` (five an hour). */
  requestVerification(
    input: { accessToken: string; attribute: VerifiableAttribute },
    call?: CallOptions,
  ): Promise<CodeDelivery>

  /** @throws CognitoError, such as `COGNITO_CODE_MISMATCH`, `COGNITO_CODE_EXPIRED`, `COGNITO_ALIAS_TAKEN`. */
  verifyAttribute(
    input: { accessToken: string; attribute: VerifiableAttribute; code: string },
    call?: CallOptions,
  ): Promise<void>

  /** Deletes the user, for good. @throws CognitoError */
  delete(input: { accessToken: string }, call?: CallOptions): Promise<void>
}

export const profileApi = <Options extends AttributeOptions>(
  context: Context,
): ProfileApi<Options> => ({
  get: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const { Username: username, UserAttributes: list = [] } = await context.send(
      'GetUser',
      { AccessToken },
      call,
    )
    const attributes = attributesOf<Options>(list, context.customAttributes)
    const { sub } = attributes
    if (!username || !sub) throw new CognitoError('COGNITO_UNEXPECTED')
    return { sub, username, attributes }
  },

  update: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const writing = { customTypes: context.customAttributes, mayTakeAway: true }
    const list = attributeList(input.attributes, writing)
    if (list.length === 0) throw invalidInput('COGNITO_INVALID_INPUT.values', 'attributes')
    const { CodeDeliveryDetailsList: details = [] } = await context.send(
      'UpdateUserAttributes',
      { AccessToken, UserAttributes: list, ...metadataMember(call) },
      call,
    )
    return { toVerify: details.map(deliveryFrom) }
  },

  deleteAttributes: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    await context.send(
      'DeleteUserAttributes',
      { AccessToken, UserAttributeNames: requireNames('names', input.names) },
      call,
    )
  },

  requestVerification: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const AttributeName = requireChoice('attribute', input.attribute, verifiableAttributes)
    const answer = await context.send(
      'GetUserAttributeVerificationCode',
      { AccessToken, AttributeName, ...metadataMember(call) },
      call,
    )
    return requireDelivery(answer)
  },

  verifyAttribute: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const AttributeName = requireChoice('attribute', input.attribute, verifiableAttributes)
    const Code = requireText('code', input.code)
    await context.send('VerifyUserAttribute', { AccessToken, AttributeName, Code }, call)
  },

  delete: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    await context.send('DeleteUser', { AccessToken }, call)
  },
})
