import type { CognitoAdmin } from '@x/cognito-core/admin'
import { describe, expect, it } from 'vitest'
import { type AdminFunction, iamActions } from '../src/admin/iam-actions.ts'
import { scriptedAdmin, userPoolId } from './scripted-admin.ts'

const UserPoolId = userPoolId
const username = 'ada'
const Username = username
const ada = { UserPoolId, Username }
const key = 'us-east-1_0000'

interface Act {
  act: (admin: CognitoAdmin) => Promise<unknown>
  answers?: readonly object[]
  sends: readonly (readonly [operation: string, input: object])[]
  gives?: unknown
}

const described = {
  Username,
  Enabled: true,
  UserStatus: 'CONFIRMED',
  UserCreateDate: 1_700_000_000.5,
  UserLastModifiedDate: 1_700_000_100,
}
const attributes = [
  { Name: 'sub', Value: '1-2' },
  { Name: 'email_verified', Value: 'true' },
]
const user = {
  username,
  attributes: { sub: '1-2', email_verified: true },
  status: 'CONFIRMED',
  enabled: true,
  createdAt: 1_700_000_000,
  updatedAt: 1_700_000_100,
}
const staff = { UserPoolId, GroupName: 'staff' }
const google = {
  ProviderName: 'Google',
  ProviderAttributeName: 'Cognito_Subject',
  ProviderAttributeValue: '7',
}

const acts: Readonly<Record<string, Act>> = {
  'users.create': {
    act: ({ users }) => users.create({ username }),
    answers: [{ User: { ...described, Attributes: attributes } }],
    sends: [['AdminCreateUser', ada]],
    gives: user,
  },
  'users.create, with all there is': {
    act: ({ users }) =>
      users.create(
        {
          username,
          temporaryPassword: 'Temporary-1',
          attributes: { email: 'ada@example.com', email_verified: true },
          validationData: { campaign: 'spring' },
          deliverBy: ['email', 'sms'],
          messageAction: 'resend',
          forceAliasCreation: true,
        },
        { clientMetadata: { tenant: 'blue' } },
      ),
    answers: [{ User: {} }],
    sends: [
      [
        'AdminCreateUser',
        {
          ...ada,
          TemporaryPassword: 'Temporary-1',
          UserAttributes: [
            { Name: 'email', Value: 'ada@example.com' },
            { Name: 'email_verified', Value: 'true' },
          ],
          ValidationData: [{ Name: 'campaign', Value: 'spring' }],
          DesiredDeliveryMediums: ['EMAIL', 'SMS'],
          MessageAction: 'RESEND',
          ForceAliasCreation: true,
          ClientMetadata: { tenant: 'blue' },
        },
      ],
    ],
    gives: {
      username: '',
      attributes: {},
      status: 'UNKNOWN',
      enabled: false,
      createdAt: 0,
      updatedAt: 0,
    },
  },
  'users.get': {
    act: ({ users }) => users.get({ username }),
    answers: [
      {
        ...described,
        UserAttributes: attributes,
        UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
        PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      },
    ],
    sends: [['AdminGetUser', ada]],
    gives: { ...user, mfa: { enabled: ['totp'], preferred: 'totp' } },
  },
  'users.update': {
    act: ({ users }) =>
      users.update(
        { username, attributes: { nickname: null, phone_number_verified: true } },
        { clientMetadata: { tenant: 'blue' } },
      ),
    sends: [
      [
        'AdminUpdateUserAttributes',
        {
          ...ada,
          UserAttributes: [
            { Name: 'nickname', Value: '' },
            { Name: 'phone_number_verified', Value: 'true' },
          ],
          ClientMetadata: { tenant: 'blue' },
        },
      ],
    ],
  },
  'users.deleteAttributes': {
    act: ({ users }) => users.deleteAttributes({ username, names: ['nickname'] }),
    sends: [['AdminDeleteUserAttributes', { ...ada, UserAttributeNames: ['nickname'] }]],
  },
  'users.confirmSignUp': {
    act: ({ users }) => users.confirmSignUp({ username }, { clientMetadata: { a: 'b' } }),
    sends: [['AdminConfirmSignUp', { ...ada, ClientMetadata: { a: 'b' } }]],
  },
  'users.enable': {
    act: ({ users }) => users.enable({ username }),
    sends: [['AdminEnableUser', ada]],
  },
  'users.disable': {
    act: ({ users }) => users.disable({ username }),
    sends: [['AdminDisableUser', ada]],
  },
  'users.setPassword': {
    act: ({ users }) => users.setPassword({ username, password: 'New-pass-1', permanent: false }),
    sends: [['AdminSetUserPassword', { ...ada, Password: 'New-pass-1', Permanent: false }]],
  },
  'users.resetPassword': {
    act: ({ users }) => users.resetPassword({ username }, { clientMetadata: { a: 'b' } }),
    sends: [['AdminResetUserPassword', { ...ada, ClientMetadata: { a: 'b' } }]],
  },
  'users.delete': {
    act: ({ users }) => users.delete({ username }),
    sends: [['AdminDeleteUser', ada]],
  },
  'users.signOutEverywhere': {
    act: ({ users }) => users.signOutEverywhere({ username }),
    sends: [['AdminUserGlobalSignOut', ada]],
  },
  'users.linkProvider': {
    act: ({ users }) => users.linkProvider({ username, provider: 'Google', value: '7' }),
    sends: [
      [
        'AdminLinkProviderForUser',
        {
          UserPoolId,
          DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: username },
          SourceUser: google,
        },
      ],
    ],
  },
  'users.unlinkProvider': {
    act: ({ users }) => users.unlinkProvider({ provider: 'Google', value: '7' }),
    sends: [['AdminDisableProviderForUser', { UserPoolId, User: google }]],
  },
  'users.factors': {
    act: ({ users }) => users.factors({ username }),
    answers: [{ ConfiguredUserAuthFactors: ['PASSWORD', 'WEB_AUTHN'] }],
    sends: [['AdminGetUserAuthFactors', ada]],
    gives: { enabled: [], preferred: 'none', factors: ['password', 'passkey'] },
  },
  'users.setMfaPreference': {
    act: ({ users }) =>
      users.setMfaPreference({ username, enabled: ['email'], preferred: 'email' }),
    answers: [{ UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] }, {}],
    sends: [
      ['AdminGetUserAuthFactors', ada],
      [
        'AdminSetUserMFAPreference',
        {
          ...ada,
          SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false },
          EmailMfaSettings: { Enabled: true, PreferredMfa: true },
        },
      ],
    ],
    gives: { enabled: ['email'], preferred: 'email', factors: [] },
  },
  'users.setMfaPreference, where it is so already': {
    act: ({ users }) => users.setMfaPreference({ username, enabled: [], preferred: 'none' }),
    sends: [['AdminGetUserAuthFactors', ada]],
    gives: { enabled: [], preferred: 'none', factors: [] },
  },
  'users.deleteTotp': {
    act: ({ users }) => users.deleteTotp({ username }),
    sends: [['AdminDeleteSoftwareToken', ada]],
  },
  'users.devices.list': {
    act: ({ users }) => users.devices.list({ username }),
    answers: [
      { Devices: [{ DeviceKey: key }], PaginationToken: 'more' },
      { Devices: [{ DeviceKey: 'two' }] },
    ],
    sends: [
      ['AdminListDevices', { ...ada, Limit: 60 }],
      ['AdminListDevices', { ...ada, Limit: 60, PaginationToken: 'more' }],
    ],
    gives: [
      { key, createdAt: 0, attributes: {} },
      { key: 'two', createdAt: 0, attributes: {} },
    ],
  },
  'users.devices.get': {
    act: ({ users }) => users.devices.get({ username, key }),
    answers: [{ Device: { DeviceKey: key } }],
    sends: [['AdminGetDevice', { ...ada, DeviceKey: key }]],
    gives: { key, createdAt: 0, attributes: {} },
  },
  'users.devices.remember': {
    act: ({ users }) => users.devices.remember({ username, key }),
    sends: [
      ['AdminUpdateDeviceStatus', { ...ada, DeviceKey: key, DeviceRememberedStatus: 'remembered' }],
    ],
  },
  'users.devices.remember, not': {
    act: ({ users }) => users.devices.remember({ username, key, remembered: false }),
    sends: [
      [
        'AdminUpdateDeviceStatus',
        { ...ada, DeviceKey: key, DeviceRememberedStatus: 'not_remembered' },
      ],
    ],
  },
  'users.devices.forget': {
    act: ({ users }) => users.devices.forget({ username, key }),
    sends: [['AdminForgetDevice', { ...ada, DeviceKey: key }]],
  },
  'groups.create': {
    act: ({ groups }) =>
      groups.create({ name: 'staff', description: 'Us', roleArn: 'arn:role', precedence: 0 }),
    answers: [
      {
        Group: {
          GroupName: 'staff',
          Description: 'Us',
          RoleArn: 'arn:role',
          Precedence: 0,
          CreationDate: 1_700_000_000,
          LastModifiedDate: 1_700_000_100,
        },
      },
    ],
    sends: [['CreateGroup', { ...staff, Description: 'Us', RoleArn: 'arn:role', Precedence: 0 }]],
    gives: {
      name: 'staff',
      description: 'Us',
      roleArn: 'arn:role',
      precedence: 0,
      createdAt: 1_700_000_000,
      updatedAt: 1_700_000_100,
    },
  },
  'groups.get': {
    act: ({ groups }) => groups.get({ name: 'staff' }),
    answers: [{ Group: { GroupName: 'staff' } }],
    sends: [['GetGroup', staff]],
    gives: { name: 'staff', createdAt: 0, updatedAt: 0 },
  },
  'groups.update': {
    act: ({ groups }) => groups.update({ name: 'staff', precedence: 3 }),
    answers: [{ Group: { GroupName: 'staff' } }],
    sends: [['UpdateGroup', { ...staff, Precedence: 3 }]],
    gives: { name: 'staff', createdAt: 0, updatedAt: 0 },
  },
  'groups.delete': {
    act: ({ groups }) => groups.delete({ name: 'staff' }),
    sends: [['DeleteGroup', staff]],
  },
  'groups.add': {
    act: ({ groups }) => groups.add({ group: 'staff', username }),
    sends: [['AdminAddUserToGroup', { ...staff, Username }]],
  },
  'groups.remove': {
    act: ({ groups }) => groups.remove({ group: 'staff', username }),
    sends: [['AdminRemoveUserFromGroup', { ...staff, Username }]],
  },
  'clientSecrets.add': {
    act: ({ clientSecrets }) => clientSecrets.add(),
    answers: [
      {
        ClientSecretDescriptor: {
          ClientSecretId: 'one',
          ClientSecretValue: 'made-up',
          ClientSecretCreateDate: 1_700_000_000,
        },
      },
    ],
    sends: [['AddUserPoolClientSecret', { UserPoolId, ClientId: 'scriptedclient' }]],
    gives: { id: 'one', value: 'made-up', createdAt: 1_700_000_000 },
  },
  'clientSecrets.add, with a secret, of another client': {
    act: ({ clientSecrets }) => clientSecrets.add({ clientId: 'other', secret: 's'.repeat(30) }),
    answers: [{ ClientSecretDescriptor: { ClientSecretId: 'one' } }],
    sends: [
      ['AddUserPoolClientSecret', { UserPoolId, ClientId: 'other', ClientSecret: 's'.repeat(30) }],
    ],
    gives: { id: 'one', createdAt: 0 },
  },
  'clientSecrets.list': {
    act: ({ clientSecrets }) => clientSecrets.list(),
    answers: [
      { ClientSecrets: [{ ClientSecretId: 'one' }], NextToken: 'more' },
      { ClientSecrets: [{ ClientSecretId: 'two' }] },
    ],
    sends: [
      ['ListUserPoolClientSecrets', { UserPoolId, ClientId: 'scriptedclient' }],
      ['ListUserPoolClientSecrets', { UserPoolId, ClientId: 'scriptedclient', NextToken: 'more' }],
    ],
    gives: [
      { id: 'one', createdAt: 0 },
      { id: 'two', createdAt: 0 },
    ],
  },
  'clientSecrets.remove': {
    act: ({ clientSecrets }) => clientSecrets.remove({ id: 'one' }),
    sends: [
      [
        'DeleteUserPoolClientSecret',
        { UserPoolId, ClientId: 'scriptedclient', ClientSecretId: 'one' },
      ],
    ],
  },
}

describe('what is sent and given', () => {
  it.each(Object.entries(acts))('%s', async (_name, { act, answers = [{}], sends, gives }) => {
    const { admin, calls } = await scriptedAdmin(...answers.map((answer) => ({ answer })))
    expect(await act(admin)).toEqual(gives)
    expect(calls.map(({ operation, input }) => [operation, input])).toEqual(sends)
    const signed = expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\//)
    expect(calls.map(({ authorization }) => authorization)).toEqual(sends.map(() => signed))
  })
})

describe('what a function calls', () => {
  it.each(Object.entries(acts))('is what IAM has to permit: %s', (name, { sends }) => {
    const [named = ''] = name.split(', ')
    const permitted = iamActions[named as AdminFunction]
    expect(permitted).toEqual(expect.arrayContaining(sends.map(([operation]) => operation)))
  })
})

describe('an answer without what was asked for', () => {
  it.each<[string, Act['act']]>([
    ['users.create', ({ users }) => users.create({ username })],
    ['users.devices.get', ({ users }) => users.devices.get({ username, key })],
    ['groups.create', ({ groups }) => groups.create({ name: 'staff' })],
    ['groups.get', ({ groups }) => groups.get({ name: 'staff' })],
    ['clientSecrets.add', ({ clientSecrets }) => clientSecrets.add()],
  ])('is unexpected: %s', async (_name, act) => {
    const { admin } = await scriptedAdmin({ answer: {} })
    await expect(act(admin)).rejects.toMatchObject({ code: 'COGNITO_UNEXPECTED' })
  })
})

describe('input that cannot be', () => {
  it.each<[string, (admin: CognitoAdmin) => Promise<unknown>]>([
    ['username', ({ users }) => users.get({} as never)],
    ['username', ({ users }) => users.create(undefined as never)],
    ['temporaryPassword', ({ users }) => users.create({ username, temporaryPassword: '' })],
    ['deliverBy', ({ users }) => users.create({ username, deliverBy: [] })],
    ['deliverBy[0]', ({ users }) => users.create({ username, deliverBy: ['fax' as never] })],
    [
      'messageAction',
      ({ users }) => users.create({ username, messageAction: 'SUPPRESS' as never }),
    ],
    [
      'forceAliasCreation',
      ({ users }) => users.create({ username, forceAliasCreation: 1 as never }),
    ],
    ['validationData.a', ({ users }) => users.create({ username, validationData: { a: '' } })],
    ['attributes.email', ({ users }) => users.create({ username, attributes: { email: '' } })],
    ['attributes', ({ users }) => users.update({ username, attributes: {} })],
    ['names', ({ users }) => users.deleteAttributes({ username, names: [] })],
    ['password', ({ users }) => users.setPassword({ username, password: '', permanent: true })],
    ['permanent', ({ users }) => users.setPassword({ username, password: 'p' } as never)],
    ['provider', ({ users }) => users.linkProvider({ username } as never)],
    ['value', ({ users }) => users.unlinkProvider({ provider: 'Google' } as never)],
    ['enabled', ({ users }) => users.setMfaPreference({ username } as never)],
    ['key', ({ users }) => users.devices.forget({ username } as never)],
    [
      'remembered',
      ({ users }) => users.devices.remember({ username, key, remembered: 1 as never }),
    ],
    ['name', ({ groups }) => groups.create({ name: '' })],
    ['name', ({ groups }) => groups.create({ name: 'our staff' })],
    ['name', ({ groups }) => groups.get({ name: 's'.repeat(129) })],
    ['group', ({ groups }) => groups.remove({ group: 'our staff', username })],
    ['precedence', ({ groups }) => groups.create({ name: 'staff', precedence: 1.5 })],
    ['precedence', ({ groups }) => groups.update({ name: 'staff', precedence: -1 })],
    ['description', ({ groups }) => groups.update({ name: 'staff', description: '' })],
    ['group', ({ groups }) => groups.add({ username } as never)],
    ['secret', ({ clientSecrets }) => clientSecrets.add({ secret: '' })],
    ['id', ({ clientSecrets }) => clientSecrets.remove({} as never)],
  ])('is refused before a call, by the name of the field: %s', async (field, act) => {
    const { admin, calls } = await scriptedAdmin({ answer: {} })
    await expect(act(admin)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field },
    })
    expect(calls).toEqual([])
  })

  it('may be an attribute that Cognito alone decides', async () => {
    const { admin, calls } = await scriptedAdmin({ answer: {} })
    await expect(
      admin.users.update({ username, attributes: { sub: 'mine' } as never }),
    ).rejects.toMatchObject({ code: 'COGNITO_ATTRIBUTE_READ_ONLY', params: { attributes: 'sub' } })
    expect(calls).toEqual([])
  })
})
