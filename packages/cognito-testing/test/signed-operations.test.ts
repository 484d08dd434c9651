import { expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'

const operations = [
  'DescribeUserPool',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminUserGlobalSignOut',
  'AdminListUserSessions',
  'AdminRevokeUserSession',
  'GetUserPoolSessionConfiguration',
  'SetUserPoolSessionConfiguration',
  'AdminGetUser',
  'AdminDeleteUser',
  'AdminConfirmSignUp',
  'AdminSetUserPassword',
  'AdminResetUserPassword',
  'CreateGroup',
  'GetGroup',
  'UpdateGroup',
  'DeleteGroup',
  'ListGroups',
  'ListUsersInGroup',
  'AdminListGroupsForUser',
  'AdminAddUserToGroup',
  'AdminRemoveUserFromGroup',
  'AdminCreateUser',
  'AdminUpdateUserAttributes',
  'AdminDeleteUserAttributes',
  'ListUsers',
  'DescribeUserPoolClient',
  'AdminInitiateAuth',
  'AdminRespondToAuthChallenge',
  'AdminSetUserMFAPreference',
  'AdminDeleteSoftwareToken',
  'AdminGetUserAuthFactors',
  'AdminListDevices',
  'AdminGetDevice',
  'AdminUpdateDeviceStatus',
  'AdminForgetDevice',
  'AdminLinkProviderForUser',
  'AdminDisableProviderForUser',
  'AdminListUserAuthEvents',
  'AdminUpdateAuthEventFeedback',
  'AddUserPoolClientSecret',
  'ListUserPoolClientSecrets',
  'DeleteUserPoolClientSecret',
]

it.each(operations)('%s is refused to whoever does not sign', async (operation) => {
  const { url, close } = await createTestUserPool().listen()
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
    body: '{}',
  })
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { __type: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' },
  ])
  await close()
})
