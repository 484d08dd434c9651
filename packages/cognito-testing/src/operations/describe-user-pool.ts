import type { SchemaAttribute } from '../attributes/schema.ts'
import { checkUserPoolId } from '../check-user-pool-id.ts'
import { awsFirstFactor } from '../first-factors/aws-first-factor.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import type { PoolSettings } from '../pool-settings.ts'
import { lambdaConfig } from '../triggers/lambda-config.ts'
import { defineOperation, type Operation, userPoolId } from './operation.ts'

const describeAttribute = (name: string, attribute: SchemaAttribute): object => {
  const { type, isMutable, isRequired, length, minimum } = attribute
  return {
    Name: name,
    AttributeDataType: type,
    DeveloperOnlyAttribute: false,
    Mutable: isMutable,
    Required: isRequired,
    ...(type === 'String' && {
      StringAttributeConstraints: {
        MinLength: String(length.min),
        MaxLength: String(length.max),
      },
    }),
    ...(type === 'Number' && {
      NumberAttributeConstraints: minimum === undefined ? {} : { MinValue: String(minimum) },
    }),
  }
}

const mfaConfiguration = { off: 'OFF', optional: 'OPTIONAL', required: 'ON' }

const describePolicy = ({ passwordPolicy: policy }: PoolSettings): object => ({
  MinimumLength: policy.minimumLength,
  RequireUppercase: policy.requireUppercase,
  RequireLowercase: policy.requireLowercase,
  RequireNumbers: policy.requireNumbers,
  RequireSymbols: policy.requireSymbols,
  ...(policy.historySize > 0 && { PasswordHistorySize: policy.historySize }),
  TemporaryPasswordValidityDays: policy.temporaryPasswordDays,
})

const describeRecovery = (accountRecovery: readonly ContactAttribute[]): object => ({
  RecoveryMechanisms:
    accountRecovery.length === 0
      ? [{ Priority: 1, Name: 'admin_only' }]
      : accountRecovery.map((name, index) => ({ Priority: index + 1, Name: `verified_${name}` })),
})

/** What is empty is left out, as AWS does. */
const listed = (name: string, values: readonly string[]): object =>
  values.length === 0 ? {} : { [name]: values }

const describe = ({ settings, users, createdAt }: Pool): object => ({
  Id: settings.userPoolId,
  Name: settings.poolName,
  Policies: {
    PasswordPolicy: describePolicy(settings),
    SignInPolicy: {
      AllowedFirstAuthFactors: settings.firstFactors.map((factor) => awsFirstFactor[factor]),
    },
  },
  DeletionProtection: 'INACTIVE',
  LambdaConfig: lambdaConfig(settings),
  LastModifiedDate: createdAt,
  CreationDate: createdAt,
  SchemaAttributes: [...settings.schema].map(([name, entry]) => describeAttribute(name, entry)),
  ...listed('AutoVerifiedAttributes', settings.autoVerifiedAttributes),
  ...listed('AliasAttributes', settings.aliases),
  ...listed('UsernameAttributes', settings.usernameAttributes),
  VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
  ...(settings.deviceTracking !== 'off' && {
    DeviceConfiguration: {
      ChallengeRequiredOnNewDevice: settings.deviceStandsForMfa,
      DeviceOnlyRememberedOnUserPrompt: settings.deviceTracking === 'opt-in',
    },
  }),
  ...(settings.verifyBeforeUpdate.length > 0 && {
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: settings.verifyBeforeUpdate,
    },
  }),
  MfaConfiguration: mfaConfiguration[settings.mfa],
  EstimatedNumberOfUsers: users.all().length,
  // Only who sends with an account of their own may write messages.
  EmailConfiguration: {
    EmailSendingAccount: settings.triggers.customMessage ? 'DEVELOPER' : 'COGNITO_DEFAULT',
  },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: settings.adminCreateUserOnly },
  UsernameConfiguration: { CaseSensitive: true },
  Arn: `arn:aws:cognito-idp:${settings.region}:123456789012:userpool/${settings.userPoolId}`,
  AccountRecoverySetting: describeRecovery(settings.accountRecovery),
  UserPoolTier: 'ESSENTIALS',
})

export const describeUserPool: Operation = defineOperation(
  { UserPoolId: userPoolId },
  (pool, { UserPoolId }) => {
    checkUserPoolId(pool, UserPoolId)
    return { UserPool: describe(pool) }
  },
)
