import { everyPage } from '../api/every-page.ts'
import { type Passkey, passkeyOf } from '../api/passkey.ts'
import type { CallOptions, Context } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requireJson } from '../require-json.ts'
import { requireText } from '../require-text.ts'

export interface PasskeysApi {
  /**
   * Begins to add a passkey, of at most twenty.
   *
   * @returns what `PublicKeyCredential.parseCreationOptionsFromJSON` takes, unchanged.
   * @throws CognitoError, such as `COGNITO_MISCONFIGURED.passkeys`, `COGNITO_LIMIT_EXCEEDED.passkeys`.
   */
  startRegistration(
    input: { accessToken: string },
    call?: CallOptions,
  ): Promise<Record<string, unknown>>

  /**
   * Adds the passkey that the browser made, as `PublicKeyCredential.toJSON()` gives it.
   *
   * @throws CognitoError, such as `COGNITO_PASSKEY_REJECTED`: begin again.
   */
  finishRegistration(
    input: { accessToken: string; credential: object },
    call?: CallOptions,
  ): Promise<void>

  /** Every one. @throws CognitoError */
  list(input: { accessToken: string }, call?: CallOptions): Promise<readonly Passkey[]>

  /** @throws CognitoError, such as `COGNITO_PASSKEY_NOT_FOUND`. */
  delete(input: { accessToken: string; id: string }, call?: CallOptions): Promise<void>
}

/** Of a page; the most that Cognito gives at once. */
const pageSize = 20

export const passkeysApi = (context: Context): PasskeysApi => ({
  startRegistration: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const answer = await context.send('StartWebAuthnRegistration', { AccessToken }, call)
    const options = answer.CredentialCreationOptions
    if (typeof options !== 'object' || options === null || Array.isArray(options)) {
      throw new CognitoError('COGNITO_UNEXPECTED')
    }
    return { ...options }
  },

  finishRegistration: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const Credential = requireJson('credential', input.credential)
    await context.send('CompleteWebAuthnRegistration', { AccessToken, Credential }, call)
  },

  list: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    return everyPage(async (token) => {
      const { Credentials = [], NextToken: next } = await context.send(
        'ListWebAuthnCredentials',
        { AccessToken, MaxResults: pageSize, ...(token !== undefined && { NextToken: token }) },
        call,
      )
      return { items: Credentials.map(passkeyOf), next }
    })
  },

  delete: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    const CredentialId = requireText('id', input.id)
    await context.send('DeleteWebAuthnCredential', { AccessToken, CredentialId }, call)
  },
})
