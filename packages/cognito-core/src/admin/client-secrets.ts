import { type ClientSecret, clientSecretOf } from '../api/client-secret.ts'
import { everyPage } from '../api/every-page.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requireText } from '../require-text.ts'
import type { AdminCall, AdminContext } from './admin-context.ts'

/** `clientId` is that of the options, where none is given. */
export interface ClientSecretsApi {
  /**
   * Gives an app client a second secret, which Cognito makes up unless one is given, and tells this once.
   * Both are good from then on: the option `clientSecret` takes two.
   *
   * @throws CognitoError, such as `COGNITO_LIMIT_EXCEEDED.clientSecrets` where there are two.
   */
  add(input?: { clientId?: string; secret?: string }, call?: AdminCall): Promise<ClientSecret>

  /** Every one, without its value. @throws CognitoError */
  list(input?: { clientId?: string }, call?: AdminCall): Promise<readonly ClientSecret[]>

  /** What is signed with it is refused from then on. The last one stays. @throws CognitoError */
  remove(input: { id: string; clientId?: string }, call?: AdminCall): Promise<void>
}

export const clientSecretsApi = ({
  send,
  userPoolId: UserPoolId,
  clientId,
}: AdminContext & { clientId?: string | undefined }): ClientSecretsApi => {
  const clientMembers = (input: { clientId?: string } | undefined) => ({
    UserPoolId,
    ClientId: requireText('clientId', input?.clientId ?? clientId),
  })
  return {
    add: async (input, call) => {
      const { ClientSecretDescriptor: described } = await send(
        'AddUserPoolClientSecret',
        {
          ...clientMembers(input),
          ...(input?.secret !== undefined && {
            ClientSecret: requireText('secret', input.secret),
          }),
        },
        call,
      )
      if (!described) throw new CognitoError('COGNITO_UNEXPECTED')
      return clientSecretOf(described)
    },

    list: async (input, call) =>
      everyPage(async (token) => {
        const { ClientSecrets = [], NextToken: next } = await send(
          'ListUserPoolClientSecrets',
          { ...clientMembers(input), ...(token !== undefined && { NextToken: token }) },
          call,
        )
        return { items: ClientSecrets.map(clientSecretOf), next }
      }),

    remove: async (input, call) => {
      const ClientSecretId = requireText('id', input?.id)
      await send('DeleteUserPoolClientSecret', { ...clientMembers(input), ClientSecretId }, call)
    },
  }
}
