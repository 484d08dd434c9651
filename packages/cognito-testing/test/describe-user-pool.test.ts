import { DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { refusalOf } from './sign-in.ts'

const described = async (options: TestUserPoolOptions = {}) => {
  const { client, userPoolId } = createTestUserPool(options).options
  const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId: userPoolId }))
  return UserPool
}

it('says how the pool was made', async () => {
  const pool = await described({
    userPoolId: 'eu-west-1_AbCdEf123',
    aliases: ['email'],
    mfa: 'required',
    passwordPolicy: { minimumLength: 12, requireSymbols: false, historySize: 4 },
    requiredAttributes: ['name'],
    customAttributes: [
      { name: 'age', type: 'Number', mutable: false },
      { name: 'member', type: 'Boolean' },
    ],
    autoVerifiedAttributes: ['email'],
    verifyBeforeUpdate: ['email'],
    accountRecovery: ['verified_email', 'verified_phone_number'],
    adminCreateUserOnly: true,
    users: [{ username: 'ann' }, { username: 'ben' }],
  })
  const { SchemaAttributes: schema = [], CreationDate, LastModifiedDate, ...rest } = pool ?? {}
  expect(rest).toEqual({
    Id: 'eu-west-1_AbCdEf123',
    Name: 'AbCdEf123',
    Policies: {
      PasswordPolicy: {
        MinimumLength: 12,
        RequireUppercase: true,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: false,
        PasswordHistorySize: 4,
        TemporaryPasswordValidityDays: 7,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    },
    DeletionProtection: 'INACTIVE',
    LambdaConfig: {},
    AutoVerifiedAttributes: ['email'],
    AliasAttributes: ['email'],
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    MfaConfiguration: 'ON',
    EstimatedNumberOfUsers: 2,
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    UsernameConfiguration: { CaseSensitive: true },
    Arn: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123',
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Priority: 1, Name: 'verified_email' },
        { Priority: 2, Name: 'verified_phone_number' },
      ],
    },
    UserPoolTier: 'ESSENTIALS',
  })
  expect(Math.abs(Date.now() - Number(CreationDate))).toBeLessThan(60_000)
  expect(LastModifiedDate).toEqual(CreationDate)
  expect(schema).toHaveLength(22)
  expect(schema.filter(({ Required }) => Required).map(({ Name }) => Name)).toEqual(['sub', 'name'])
  expect(schema).toContainEqual({
    Name: 'birthdate',
    AttributeDataType: 'String',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    StringAttributeConstraints: { MinLength: '10', MaxLength: '10' },
  })
  expect(schema).toContainEqual({
    Name: 'custom:age',
    AttributeDataType: 'Number',
    DeveloperOnlyAttribute: false,
    Mutable: false,
    Required: false,
    NumberAttributeConstraints: {},
  })
  expect(schema.at(-1)).toEqual({
    Name: 'custom:member',
    AttributeDataType: 'Boolean',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
  })
})

it('leaves out what was not set', async () => {
  const pool = await described({
    signInWith: ['email', 'phone_number'],
    autoVerifiedAttributes: [],
    accountRecovery: ['admin_only'],
  })
  for (const name of ['AliasAttributes', 'AutoVerifiedAttributes', 'UserAttributeUpdateSettings']) {
    expect(pool).not.toHaveProperty(name)
  }
  expect(pool?.Policies?.PasswordPolicy).not.toHaveProperty('PasswordHistorySize')
  expect(pool).toMatchObject({
    UsernameAttributes: ['email', 'phone_number'],
    MfaConfiguration: 'OPTIONAL',
    AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
  })
})

it.each([
  ['us-east-1_Other', 'ResourceNotFoundException: User pool us-east-1_Other does not exist.'],
  [
    'TestPool1',
    "InvalidParameterException: 1 validation error detected: Value 'TestPool1' at 'userPoolId' " +
      'failed to satisfy constraint: Member must satisfy regular expression pattern: ' +
      '[\\w-]+_[0-9a-zA-Z]+',
  ],
])('knows no other pool: %s', async (UserPoolId, refusal) => {
  const { client } = createTestUserPool().options
  expect(await refusalOf(client.send(new DescribeUserPoolCommand({ UserPoolId })))).toBe(refusal)
})

it('answers those who sign, over HTTP too', async () => {
  const pool = createTestUserPool()
  const { url, close } = await pool.listen()
  const ask = async (headers: Record<string, string>) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.DescribeUserPool', ...headers },
      body: JSON.stringify({ UserPoolId: pool.userPoolId }),
    })
    return [answer.status, await answer.json()]
  }
  for (const headers of [{}, { authorization: '' }, { authorization: 'Bearer x' }]) {
    expect(await ask(headers as Record<string, string>)).toEqual([
      400,
      {
        __type: 'MissingAuthenticationTokenException',
        message: 'Missing Authentication Token',
      },
    ])
  }
  const authorization = 'AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=y'
  expect(await ask({ authorization })).toMatchObject([200, { UserPool: { Id: pool.userPoolId } }])
  await close()
})

it.each([
  [{}, undefined],
  [
    { deviceTracking: 'always' },
    { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
  ],
  [
    { deviceTracking: 'opt-in', deviceStandsForMfa: false },
    { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: true },
  ],
] as const)('says of a pool with %j how devices are tracked', async (options, expected) => {
  expect((await described(options))?.DeviceConfiguration).toEqual(expected)
})

it('says what users sign in with, and what becomes of devices', async () => {
  const pool = await described({
    firstFactors: ['password', 'email-code', 'sms-code', 'passkey'],
    deviceTracking: 'opt-in',
    deviceStandsForMfa: false,
  })
  expect(pool).toMatchObject({
    Policies: {
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] },
    },
    DeviceConfiguration: {
      ChallengeRequiredOnNewDevice: false,
      DeviceOnlyRememberedOnUserPrompt: true,
    },
  })
})
