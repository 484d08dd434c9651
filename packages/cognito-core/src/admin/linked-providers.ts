import { requireText } from '../require-text.ts'
import type { AdminCall, AdminContext } from './admin-context.ts'

/** An identity of another provider, such as a user of Google. */
export interface ProviderIdentity {
  /** As the pool calls it, such as `Google` or the name of a SAML provider. */
  provider: string
  /** What the provider tells that person apart by. @default `Cognito_Subject`: its `sub`, `NameID` or `id` */
  attribute?: string
  value: string
}

export interface LinkedProvidersApi {
  /**
   * Who signs in through the provider is this user from then on. They may not have done so before.
   *
   * @throws CognitoError, such as `COGNITO_USER_NOT_FOUND`, `COGNITO_ALIAS_TAKEN` with the key `.linked`.
   */
  linkProvider(input: { username: string } & ProviderIdentity, call?: AdminCall): Promise<void>

  /** Who signs in through the provider is this user no more. @throws CognitoError */
  unlinkProvider(input: ProviderIdentity, call?: AdminCall): Promise<void>
}

export const linkedProvidersApi = ({
  send,
  userPoolId: UserPoolId,
}: AdminContext): LinkedProvidersApi => ({
  linkProvider: async (input, call) => {
    const DestinationUser = {
      ProviderName: 'Cognito',
      ProviderAttributeValue: requireText('username', input?.username),
    }
    const SourceUser = identityMembers(input)
    await send('AdminLinkProviderForUser', { UserPoolId, DestinationUser, SourceUser }, call)
  },

  unlinkProvider: async (input, call) => {
    const User = identityMembers(input)
    await send('AdminDisableProviderForUser', { UserPoolId, User }, call)
  },
})

const identityMembers = (input: ProviderIdentity) => ({
  ProviderName: requireText('provider', input?.provider),
  ProviderAttributeName: requireText('attribute', input.attribute ?? 'Cognito_Subject'),
  ProviderAttributeValue: requireText('value', input.value),
})
