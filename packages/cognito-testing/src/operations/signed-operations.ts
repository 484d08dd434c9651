/** Those that AWS lets nobody call without credentials of its own. */
export const signedOperations: ReadonlySet<string> = new Set([
  'DescribeUserPool',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminUserGlobalSignOut',
  'AdminListUserSessions',
  'AdminRevokeUserSession',
  'GetUserPoolSessionConfiguration',
  'SetUserPoolSessionConfiguration',
  'AddUserPoolClientSecret',
  'ListUserPoolClientSecrets',
  'DeleteUserPoolClientSecret',
])
