import type { Operation } from '../api/operations.ts'
import type { CognitoAdmin } from './create-cognito-admin.ts'

type Function = (...input: never[]) => unknown

/** The functions within, as they are called: `passwordPolicy`, `groups.add`, `users.devices.list`. */
type NamesIn<Api> = {
  [Name in keyof Api & string]: Api[Name] extends Function ? Name : `${Name}.${NamesIn<Api[Name]>}`
}[keyof Api & string]

/** Every function of `CognitoAdmin`. */
export type AdminFunction = NamesIn<CognitoAdmin>

/**
 * The operations of Cognito that a function calls, each of which is an IAM action. What a sign-in calls
 * beside these (`AssociateSoftwareToken`, `VerifySoftwareToken`, `ConfirmDevice`) needs no permission.
 */
export const iamActions: Readonly<Record<AdminFunction, readonly Operation[]>> = {
  passwordPolicy: ['DescribeUserPool'],

  signIn: ['AdminInitiateAuth', 'AdminRespondToAuthChallenge'],
  answerChallenge: ['AdminRespondToAuthChallenge'],

  'users.create': ['AdminCreateUser'],
  'users.get': ['AdminGetUser'],
  'users.update': ['AdminUpdateUserAttributes'],
  'users.deleteAttributes': ['AdminDeleteUserAttributes'],
  'users.confirmSignUp': ['AdminConfirmSignUp'],
  'users.enable': ['AdminEnableUser'],
  'users.disable': ['AdminDisableUser'],
  'users.setPassword': ['AdminSetUserPassword'],
  'users.resetPassword': ['AdminResetUserPassword'],
  'users.delete': ['AdminDeleteUser'],
  'users.signOutEverywhere': ['AdminUserGlobalSignOut'],
  'users.list': ['ListUsers'],
  'users.inGroup': ['ListUsersInGroup'],
  'users.authEvents': ['AdminListUserAuthEvents'],
  'users.factors': ['AdminGetUserAuthFactors'],
  'users.setMfaPreference': ['AdminGetUserAuthFactors', 'AdminSetUserMFAPreference'],
  'users.deleteTotp': ['AdminDeleteSoftwareToken'],
  'users.linkProvider': ['AdminLinkProviderForUser'],
  'users.unlinkProvider': ['AdminDisableProviderForUser'],
  'users.devices.list': ['AdminListDevices'],
  'users.devices.get': ['AdminGetDevice'],
  'users.devices.remember': ['AdminUpdateDeviceStatus'],
  'users.devices.forget': ['AdminForgetDevice'],

  'groups.create': ['CreateGroup'],
  'groups.get': ['GetGroup'],
  'groups.update': ['UpdateGroup'],
  'groups.delete': ['DeleteGroup'],
  'groups.add': ['AdminAddUserToGroup'],
  'groups.remove': ['AdminRemoveUserFromGroup'],
  'groups.list': ['ListGroups'],
  'groups.members': ['ListUsersInGroup'],
  'groups.ofUser': ['AdminListGroupsForUser'],

  'sessions.list': ['AdminListUserSessions'],
  'sessions.revoke': ['AdminRevokeUserSession'],

  'clientSecrets.add': ['AddUserPoolClientSecret'],
  'clientSecrets.list': ['ListUserPoolClientSecrets'],
  'clientSecrets.remove': ['DeleteUserPoolClientSecret'],
}

export const adminFunctions = Object.keys(iamActions) as readonly AdminFunction[]
