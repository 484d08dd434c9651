import type { Cognito } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const AccessToken = 'an-access-token'
const accessToken = AccessToken
const DeviceKey = 'us-east-1_0000'
const key = DeviceKey
const credential = { id: 'abc', response: { clientDataJSON: 'e30' } }

interface Act {
  act: (cognito: Cognito) => Promise<unknown>
  answers: readonly Line[]
  sends: readonly (readonly [operation: string, input: object])[]
  gives?: unknown
}

const answer = (said: object): Line => ({ answer: said })

const acts: Readonly<Record<string, Act>> = {
  'mfa.get': {
    act: ({ mfa }) => mfa.get({ accessToken }),
    answers: [
      answer({
        Username: 'ada',
        PreferredMfaSetting: 'EMAIL_OTP',
        UserMFASettingList: ['EMAIL_OTP', 'SMS_MFA', 'MFA_OF_TOMORROW'],
        ConfiguredUserAuthFactors: ['PASSWORD', 'WEB_AUTHN', 'FACTOR_OF_TOMORROW'],
      }),
    ],
    sends: [['GetUserAuthFactors', { AccessToken }]],
    gives: { enabled: ['sms', 'email'], preferred: 'email', factors: ['password', 'passkey'] },
  },
  'mfa.startTotp': {
    act: ({ mfa }) => mfa.startTotp({ accessToken }),
    answers: [answer({ SecretCode: 'JBSWY3DPEHPK3PXP' })],
    sends: [['AssociateSoftwareToken', { AccessToken }]],
    gives: { secret: 'JBSWY3DPEHPK3PXP' },
  },
  'mfa.confirmTotp': {
    act: ({ mfa }) => mfa.confirmTotp({ accessToken, code: '123456', deviceName: 'Phone' }),
    answers: [answer({}), answer({ Status: 'SUCCESS' }), answer({})],
    sends: [
      ['GetUserAuthFactors', { AccessToken }],
      ['VerifySoftwareToken', { AccessToken, UserCode: '123456', FriendlyDeviceName: 'Phone' }],
      ['SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }],
    ],
  },
  'mfa.confirmTotp, where the app before was preferred': {
    act: ({ mfa }) => mfa.confirmTotp({ accessToken, code: '123456' }),
    answers: [
      answer({ PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' }),
      answer({ Status: 'SUCCESS' }),
      answer({}),
    ],
    sends: [
      ['GetUserAuthFactors', { AccessToken }],
      ['VerifySoftwareToken', { AccessToken, UserCode: '123456' }],
      [
        'SetUserMFAPreference',
        { AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } },
      ],
    ],
  },
  'mfa.setPreference': {
    act: ({ mfa }) =>
      mfa.setPreference({ accessToken, enabled: ['totp', 'email'], preferred: 'totp' }),
    answers: [
      answer({ PreferredMfaSetting: 'SMS_MFA', UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'] }),
      answer({}),
    ],
    sends: [
      ['GetUserAuthFactors', { AccessToken }],
      [
        'SetUserMFAPreference',
        {
          AccessToken,
          SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
          SMSMfaSettings: { Enabled: false, PreferredMfa: false },
        },
      ],
    ],
    gives: { enabled: ['totp', 'email'], preferred: 'totp', factors: [] },
  },
  'passkeys.startRegistration': {
    act: ({ passkeys }) => passkeys.startRegistration({ accessToken }),
    answers: [answer({ CredentialCreationOptions: { challenge: 'c', extensionOfTomorrow: [1] } })],
    sends: [['StartWebAuthnRegistration', { AccessToken }]],
    gives: { challenge: 'c', extensionOfTomorrow: [1] },
  },
  'passkeys.finishRegistration': {
    act: ({ passkeys }) => passkeys.finishRegistration({ accessToken, credential }),
    answers: [answer({})],
    sends: [['CompleteWebAuthnRegistration', { AccessToken, Credential: credential }]],
  },
  'passkeys.list': {
    act: ({ passkeys }) => passkeys.list({ accessToken }),
    answers: [
      answer({
        Credentials: [
          {
            CredentialId: 'one',
            FriendlyCredentialName: 'Phone',
            RelyingPartyId: 'example.com',
            AuthenticatorAttachment: 'platform',
            AuthenticatorTransports: ['internal'],
            CreatedAt: 1_700_000_000.5,
          },
        ],
        NextToken: 'more',
      }),
      answer({ Credentials: [], NextToken: 'yet more' }),
      answer({ Credentials: [{ CredentialId: 'two' }], NextToken: '' }),
    ],
    sends: [
      ['ListWebAuthnCredentials', { AccessToken, MaxResults: 20 }],
      ['ListWebAuthnCredentials', { AccessToken, MaxResults: 20, NextToken: 'more' }],
      ['ListWebAuthnCredentials', { AccessToken, MaxResults: 20, NextToken: 'yet more' }],
    ],
    gives: [
      {
        id: 'one',
        name: 'Phone',
        relyingPartyId: 'example.com',
        attachment: 'platform',
        transports: ['internal'],
        createdAt: 1_700_000_000,
      },
      { id: 'two', name: '', relyingPartyId: '', transports: [], createdAt: 0 },
    ],
  },
  'passkeys.delete': {
    act: ({ passkeys }) => passkeys.delete({ accessToken, id: 'one' }),
    answers: [answer({})],
    sends: [['DeleteWebAuthnCredential', { AccessToken, CredentialId: 'one' }]],
  },
  'devices.list': {
    act: ({ devices }) => devices.list({ accessToken }),
    answers: [
      answer({ Devices: [], PaginationToken: 'more' }),
      answer({
        Devices: [
          {
            DeviceKey,
            DeviceAttributes: [
              { Name: 'device_name', Value: 'Laptop' },
              { Name: 'last_ip_used', Value: '203.0.113.7' },
              { Name: 'dev:device_remembered_status', Value: 'not_remembered' },
            ],
            DeviceCreateDate: 1_700_000_000,
            DeviceLastAuthenticatedDate: 1_700_000_100,
          },
        ],
      }),
    ],
    sends: [
      ['ListDevices', { AccessToken, Limit: 60 }],
      ['ListDevices', { AccessToken, Limit: 60, PaginationToken: 'more' }],
    ],
    gives: [
      {
        key,
        name: 'Laptop',
        remembered: false,
        lastIp: '203.0.113.7',
        createdAt: 1_700_000_000,
        lastUsedAt: 1_700_000_100,
        attributes: {
          device_name: 'Laptop',
          last_ip_used: '203.0.113.7',
          'dev:device_remembered_status': 'not_remembered',
        },
      },
    ],
  },
  'devices.get': {
    act: ({ devices }) => devices.get({ accessToken, key }),
    answers: [answer({ Device: { DeviceKey } })],
    sends: [['GetDevice', { AccessToken, DeviceKey }]],
    gives: { key, createdAt: 0, attributes: {} },
  },
  'devices.update': {
    act: ({ devices }) => devices.update({ accessToken, key, remembered: false }),
    answers: [answer({})],
    sends: [
      ['UpdateDeviceStatus', { AccessToken, DeviceKey, DeviceRememberedStatus: 'not_remembered' }],
    ],
  },
  'devices.forget': {
    act: ({ devices }) => devices.forget({ accessToken, key }),
    answers: [answer({})],
    sends: [['ForgetDevice', { AccessToken, DeviceKey }]],
  },
  'sessions.list': {
    act: ({ sessions }) => sessions.list({ accessToken }),
    answers: [
      answer({
        Sessions: [
          {
            SessionId: 'tknb8c4d0e6f2g8h4j0k6m2n8p4q',
            SessionType: 'TOKEN',
            ClientId: 'scriptedclient',
            CreateDate: 1_700_000_000.117,
            LastActiveDate: 1_700_000_100.234,
            DeviceType: 'Chrome 125 / macOS 15.0',
            LastIPAddress: '203.0.113.7',
            LastLocation: { City: 'Seattle', Country: 'United States' },
            OriginSessionId: 'ssom5k9p2q7r4s8t1v6w3x0y5z2b',
            IsCurrentSession: true,
          },
        ],
        NextToken: 'more',
      }),
      answer({
        Sessions: [
          { SessionId: 'ssom5k9p2q7r4s8t1v6w3x0y5z2b', SessionType: 'SSO', DeviceType: 'unknown' },
          { LastLocation: { Country: 'Chad' } },
          { SessionId: 'tkn1', LastLocation: { Country: 'unknown' } },
        ],
      }),
    ],
    sends: [
      ['ListUserSessions', { AccessToken }],
      ['ListUserSessions', { AccessToken, NextToken: 'more' }],
    ],
    gives: [
      {
        id: 'tknb8c4d0e6f2g8h4j0k6m2n8p4q',
        kind: 'token',
        clientId: 'scriptedclient',
        createdAt: 1_700_000_000,
        lastActiveAt: 1_700_000_100,
        deviceType: 'Chrome 125 / macOS 15.0',
        ipAddress: '203.0.113.7',
        location: { city: 'Seattle', country: 'United States' },
        originSessionId: 'ssom5k9p2q7r4s8t1v6w3x0y5z2b',
        isCurrent: true,
      },
      { id: 'ssom5k9p2q7r4s8t1v6w3x0y5z2b', kind: 'single-sign-on', isCurrent: false },
      { id: '', kind: 'token', location: { country: 'Chad' }, isCurrent: false },
      { id: 'tkn1', kind: 'token', isCurrent: false },
    ],
  },
  'sessions.revoke': {
    act: ({ sessions }) => sessions.revoke({ accessToken, id: 'tkn1' }),
    answers: [answer({})],
    sends: [['RevokeUserSession', { AccessToken, SessionId: 'tkn1' }]],
  },
  'sessions.revoke, with what is linked': {
    act: ({ sessions }) => sessions.revoke({ accessToken, id: 'sso1', linked: true }),
    answers: [answer({})],
    sends: [
      ['RevokeUserSession', { AccessToken, SessionId: 'sso1', RevokeAssociatedSessions: 'LINKED' }],
    ],
  },
  'sessions.revokeOthers': {
    act: ({ sessions }) => sessions.revokeOthers({ accessToken }),
    answers: [
      answer({
        Sessions: [
          { SessionId: 'tkn1' },
          { SessionId: 'tkn2', IsCurrentSession: true, OriginSessionId: 'sso1' },
          { SessionId: 'sso1', SessionType: 'SSO' },
          { SessionId: 'sso2', SessionType: 'SSO' },
          { SessionId: 'tkn3' },
        ],
      }),
      answer({}),
      // Gone meanwhile.
      { error: 'ResourceNotFoundException', message: 'Session does not exist.' },
      answer({}),
    ],
    sends: [
      ['ListUserSessions', { AccessToken }],
      ['RevokeUserSession', { AccessToken, SessionId: 'tkn1' }],
      ['RevokeUserSession', { AccessToken, SessionId: 'sso2' }],
      ['RevokeUserSession', { AccessToken, SessionId: 'tkn3' }],
    ],
    gives: { revoked: 2 },
  },
}

describe('what who is signed in does is sent as Cognito wants it', () => {
  it.each(Object.keys(acts))('%s', async (name) => {
    const { act, answers, sends, gives } = acts[name] as Act
    const { cognito, calls } = await scriptedCognito(...answers)
    await expect(act(cognito)).resolves.toEqual(gives)
    expect(calls.map(({ operation, input }) => [operation, input])).toEqual(sends)
    expect(calls.every(({ authorization }) => authorization === undefined)).toBe(true)
  })

  it.each([
    ['COGNITO_CODE_MISMATCH', { Status: 'ERROR' }],
    ['COGNITO_UNEXPECTED', {}],
  ])('an app whose code was not taken is not asked for: %s', async (code, said) => {
    const { cognito, calls } = await scriptedCognito(answer({}), answer(said))
    const confirming = cognito.mfa.confirmTotp({ accessToken, code: '123456' })
    await expect(confirming).rejects.toMatchObject({ code })
    expect(calls.map(({ operation }) => operation)).not.toContain('SetUserMFAPreference')
    expect(calls).toHaveLength(2)
  })

  it.each<[name: string, act: (cognito: Cognito) => Promise<unknown>]>([
    ['startTotp', ({ mfa }) => mfa.startTotp({ accessToken })],
    ['startRegistration', ({ passkeys }) => passkeys.startRegistration({ accessToken })],
    ['get', ({ devices }) => devices.get({ accessToken, key })],
  ])('an answer without what was asked for is unexpected: %s', async (_name, act) => {
    const { cognito } = await scriptedCognito(answer({}))
    await expect(act(cognito)).rejects.toMatchObject({ code: 'COGNITO_UNEXPECTED' })
  })
})

const looped: Record<string, unknown> = {}
looped['itself'] = looped

const wrong: readonly (readonly [field: string, (cognito: Cognito) => Promise<unknown>])[] = [
  ['accessToken', ({ mfa }) => mfa.get(undefined as never)],
  ['accessToken', ({ mfa }) => mfa.startTotp({} as never)],
  ['code', ({ mfa }) => mfa.confirmTotp({ accessToken, code: 123456 } as never)],
  ['deviceName', ({ mfa }) => mfa.confirmTotp({ accessToken, code: '1', deviceName: '' })],
  ['enabled', ({ mfa }) => mfa.setPreference({ accessToken, preferred: 'none' } as never)],
  [
    'enabled[1]',
    ({ mfa }) =>
      mfa.setPreference({ accessToken, enabled: ['sms', 'pigeon'], preferred: 'none' } as never),
  ],
  ['preferred', ({ mfa }) => mfa.setPreference({ accessToken, enabled: [] } as never)],
  ['preferred', ({ mfa }) => mfa.setPreference({ accessToken, enabled: [], preferred: 'sms' })],
  ['accessToken', ({ passkeys }) => passkeys.startRegistration({ accessToken: '' })],
  ['credential', ({ passkeys }) => passkeys.finishRegistration({ accessToken } as never)],
  [
    'credential',
    ({ passkeys }) => passkeys.finishRegistration({ accessToken, credential: [] } as never),
  ],
  [
    'credential',
    ({ passkeys }) => passkeys.finishRegistration({ accessToken, credential: looped }),
  ],
  [
    'credential',
    ({ passkeys }) => passkeys.finishRegistration({ accessToken, credential: { size: 1n } }),
  ],
  [
    'credential',
    ({ passkeys }) =>
      passkeys.finishRegistration({ accessToken, credential: { toJSON: () => undefined } }),
  ],
  [
    'credential',
    ({ passkeys }) =>
      passkeys.finishRegistration({ accessToken, credential: { toJSON: () => 'text' } }),
  ],
  ['id', ({ passkeys }) => passkeys.delete({ accessToken } as never)],
  ['accessToken', ({ devices }) => devices.list({ accessToken: 1 } as never)],
  ['key', ({ devices }) => devices.get({ accessToken } as never)],
  ['key', ({ devices }) => devices.forget({ accessToken, key: '' })],
  ['remembered', ({ devices }) => devices.update({ accessToken, key } as never)],
  ['device', ({ devices }) => devices.confirm({ accessToken } as never)],
  ['device.groupKey', ({ devices }) => devices.confirm({ accessToken, device: { key } } as never)],
  ['accessToken', ({ sessions }) => sessions.list(undefined as never)],
  ['accessToken', ({ sessions }) => sessions.revoke({ id: 'tkn1' } as never)],
  ['id', ({ sessions }) => sessions.revoke({ accessToken, id: '' })],
  [
    'linked',
    ({ sessions }) => sessions.revoke({ accessToken, id: 'tkn1', linked: 'LINKED' } as never),
  ],
  ['accessToken', ({ sessions }) => sessions.revokeOthers({} as never)],
  ['deviceKey', ({ refresh }) => refresh({ refreshToken: 'r', deviceKey: '' })],
]

describe('what is wrong is named before anything is sent', () => {
  it.each(wrong)('%s', async (field, act) => {
    const { cognito, calls } = await scriptedCognito(answer({}))
    await expect(act(cognito)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field },
    })
    expect(calls).toEqual([])
  })
})
