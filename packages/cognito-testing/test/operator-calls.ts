import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import * as Sdk from '@aws-sdk/client-cognito-identity-provider'
import type { TestUserPool } from '../src/index.ts'

type Client = CognitoIdentityProviderClient

/** What an operator sends, in the pool; `Username` is somebody there. */
export const operatorOf = ({ options }: TestUserPool, UserPoolId = options.userPoolId) => {
  const client: Client = options.client
  const of = (Username: string) => ({ UserPoolId, Username })
  return {
    create: (Username: string, input: object = {}) =>
      client.send(new Sdk.AdminCreateUserCommand({ ...of(Username), ...input })),
    get: (Username: string) => client.send(new Sdk.AdminGetUserCommand(of(Username))),
    update: (Username: string, attributes: Record<string, string>) =>
      client.send(
        new Sdk.AdminUpdateUserAttributesCommand({
          ...of(Username),
          UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
        }),
      ),
    deleteAttributes: (Username: string, UserAttributeNames: string[]) =>
      client.send(
        new Sdk.AdminDeleteUserAttributesCommand({ ...of(Username), UserAttributeNames }),
      ),
    list: (input: object = {}) => client.send(new Sdk.ListUsersCommand({ UserPoolId, ...input })),
    remove: (Username: string) => client.send(new Sdk.AdminDeleteUserCommand(of(Username))),
    confirm: (Username: string) => client.send(new Sdk.AdminConfirmSignUpCommand(of(Username))),
    setPassword: (Username: string, Password: string, Permanent?: boolean) =>
      client.send(new Sdk.AdminSetUserPasswordCommand({ ...of(Username), Password, Permanent })),
    resetPassword: (Username: string) =>
      client.send(new Sdk.AdminResetUserPasswordCommand(of(Username))),
    sessions: (Username: string) => client.send(new Sdk.AdminListUserSessionsCommand(of(Username))),
    events: (Username: string, input: object = {}) =>
      client.send(new Sdk.AdminListUserAuthEventsCommand({ ...of(Username), ...input })),
    judge: (Username: string, EventId: string, FeedbackValue: 'Valid' | 'Invalid') =>
      client.send(
        new Sdk.AdminUpdateAuthEventFeedbackCommand({ ...of(Username), EventId, FeedbackValue }),
      ),
    setMfa: (Username: string, input: object) =>
      client.send(new Sdk.AdminSetUserMFAPreferenceCommand({ ...of(Username), ...input })),
    deleteTotp: (Username: string) =>
      client.send(new Sdk.AdminDeleteSoftwareTokenCommand(of(Username))),
    factors: (Username: string) =>
      client.send(new Sdk.AdminGetUserAuthFactorsCommand(of(Username))),
    devices: (Username: string, input: object = {}) =>
      client.send(new Sdk.AdminListDevicesCommand({ ...of(Username), ...input })),
    device: (Username: string, DeviceKey: string) =>
      client.send(new Sdk.AdminGetDeviceCommand({ ...of(Username), DeviceKey })),
    remember: (
      Username: string,
      DeviceKey: string,
      DeviceRememberedStatus: Sdk.DeviceRememberedStatusType,
    ) =>
      client.send(
        new Sdk.AdminUpdateDeviceStatusCommand({
          ...of(Username),
          DeviceKey,
          DeviceRememberedStatus,
        }),
      ),
    forget: (Username: string, DeviceKey: string) =>
      client.send(new Sdk.AdminForgetDeviceCommand({ ...of(Username), DeviceKey })),
    link: (Username: string, ProviderName: string, ProviderAttributeValue: string) =>
      client.send(
        new Sdk.AdminLinkProviderForUserCommand({
          UserPoolId,
          DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: Username },
          SourceUser: {
            ProviderName,
            ProviderAttributeName: 'Cognito_Subject',
            ProviderAttributeValue,
          },
        }),
      ),
    unlink: (ProviderName: string, ProviderAttributeValue: string) =>
      client.send(
        new Sdk.AdminDisableProviderForUserCommand({
          UserPoolId,
          User: {
            ProviderName,
            ProviderAttributeName: 'Cognito_Subject',
            ProviderAttributeValue,
          },
        }),
      ),
    describeClient: (ClientId: string) =>
      client.send(new Sdk.DescribeUserPoolClientCommand({ UserPoolId, ClientId })),
    createGroup: (GroupName: string, input: object = {}) =>
      client.send(new Sdk.CreateGroupCommand({ UserPoolId, GroupName, ...input })),
    updateGroup: (GroupName: string, input: object) =>
      client.send(new Sdk.UpdateGroupCommand({ UserPoolId, GroupName, ...input })),
    getGroup: (GroupName: string) =>
      client.send(new Sdk.GetGroupCommand({ UserPoolId, GroupName })),
    deleteGroup: (GroupName: string) =>
      client.send(new Sdk.DeleteGroupCommand({ UserPoolId, GroupName })),
    listGroups: (input: object = {}) =>
      client.send(new Sdk.ListGroupsCommand({ UserPoolId, ...input })),
    groupsOf: (Username: string, input: object = {}) =>
      client.send(new Sdk.AdminListGroupsForUserCommand({ ...of(Username), ...input })),
    membersOf: (GroupName: string, input: object = {}) =>
      client.send(new Sdk.ListUsersInGroupCommand({ UserPoolId, GroupName, ...input })),
    addToGroup: (Username: string, GroupName: string) =>
      client.send(new Sdk.AdminAddUserToGroupCommand({ ...of(Username), GroupName })),
    removeFromGroup: (Username: string, GroupName: string) =>
      client.send(new Sdk.AdminRemoveUserFromGroupCommand({ ...of(Username), GroupName })),
  }
}
