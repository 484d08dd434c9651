import { type InputOf, type Member, readInput, type Shape } from '../input-shape.ts'
import { longestPage } from '../paginate.ts'
import type { Pool } from '../pool.ts'

/** What becomes the JSON body; undefined for the few operations whose answer has none. */
export type Output = object | undefined

/**
 * Answers one request. What waits for nobody is done when it
 * returns, so that no other request comes between a check and what follows from it.
 * @throws {AwsError} at once or, where it waits, by rejecting
 */
export type Operation = (pool: Pool, untrustedInput: unknown) => Output | Promise<Output>

/** An operation whose input is checked against AWS's service model before it runs. */
export const defineOperation =
  <const S extends Shape>(
    shape: S,
    run: (pool: Pool, input: InputOf<S>) => ReturnType<Operation>,
  ): Operation =>
  (pool, untrustedInput) =>
    run(pool, readInput(shape, untrustedInput))

interface SensitiveText extends Member {
  type: 'string'
  sensitive: true
}

/** Members that several operations have, as the service model constrains them. */
export const clientId: SensitiveText & { required: true } = {
  type: 'string',
  required: true,
  min: 1,
  max: 128,
  pattern: '[\\w+]+',
  sensitive: true,
}

export const clientSecret: SensitiveText = {
  type: 'string',
  min: 24,
  max: 64,
  pattern: '[\\w+]+',
  sensitive: true,
}

/** TokenModelType: access and refresh tokens alike. */
export const optionalToken: SensitiveText = {
  type: 'string',
  pattern: '[A-Za-z0-9-_=.]+',
  sensitive: true,
}

export const token: SensitiveText & { required: true } = { ...optionalToken, required: true }

/** DeviceKeyType */
export const deviceKey: Member & { type: 'string' } = {
  type: 'string',
  min: 1,
  max: 55,
  pattern: '[\\w-]+_[0-9a-f-]+',
}

export const session: SensitiveText = { type: 'string', min: 20, max: 2048, sensitive: true }

/** Members of the operations around an account. */
export const username: SensitiveText & { required: true } = {
  type: 'string',
  required: true,
  min: 1,
  max: 128,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
  sensitive: true,
}

export const secretHash: SensitiveText = {
  type: 'string',
  min: 1,
  max: 128,
  pattern: '[\\w+=/]+',
  sensitive: true,
}

/** PasswordType, with the pattern that live error messages quote. */
export const password: SensitiveText = {
  type: 'string',
  max: 256,
  pattern: '^[\\S]+.*[\\S]+$',
  sensitive: true,
}

/** ConfirmationCodeType, which the model does not mark as sensitive. */
export const code: Member & { type: 'string'; required: true } = {
  type: 'string',
  required: true,
  min: 1,
  max: 2048,
  pattern: '[\\S]+',
}

export const attributeName: Member & { type: 'string'; required: true } = {
  type: 'string',
  required: true,
  min: 1,
  max: 32,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+',
}

export const userPoolId: Member & { type: 'string'; required: true } = {
  type: 'string',
  required: true,
  min: 1,
  max: 55,
  pattern: '[\\w-]+_[0-9a-zA-Z]+',
}

/** The user that an operator speaks of. */
export const ofUser: { UserPoolId: typeof userPoolId; Username: typeof username } = {
  UserPoolId: userPoolId,
  Username: username,
}

export const groupName: Member & { type: 'string'; required: true } = {
  type: 'string',
  required: true,
  min: 1,
  max: 128,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
}

/** What a group may have beside its name. */
export const groupDetails: {
  Description: Member & { type: 'string' }
  RoleArn: Member & { type: 'string' }
  Precedence: Member & { type: 'integer' }
} = {
  Description: { type: 'string', max: 2048 },
  RoleArn: {
    type: 'string',
    min: 20,
    max: 2048,
    pattern:
      'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
  },
  Precedence: { type: 'integer', min: 0 },
}

/** QueryLimitType; 0 asks for the longest page. */
export const limit: Member & { type: 'integer' } = { type: 'integer', min: 0, max: longestPage }

/** PaginationKey */
export const pageToken: Member & { type: 'string' } = {
  type: 'string',
  min: 1,
  max: 131_072,
  pattern: '[\\S]+',
}

/** SearchPaginationTokenType */
export const listToken: Member & { type: 'string' } = { type: 'string', min: 1, pattern: '[\\S]+' }

/** DeviceRememberedStatusType */
export const rememberedStatus: Member & { type: 'string' } = {
  type: 'string',
  values: ['remembered', 'not_remembered'],
}

/** Of one that a user has: what form others have, AWS does not say. */
export const sessionId: Member & { type: 'string'; required: true } = {
  type: 'string',
  required: true,
  min: 1,
}

/** There are no single sign-on sessions here that would be linked. */
export const associatedSessions: Member & { type: 'string' } = {
  type: 'string',
  values: ['LINKED', 'NONE'],
}

export const mfaSettings: {
  SMSMfaSettings: Member & { type: 'structure' }
  SoftwareTokenMfaSettings: Member & { type: 'structure' }
  EmailMfaSettings: Member & { type: 'structure' }
  WebAuthnMfaSettings: Member & { type: 'structure' }
} = {
  SMSMfaSettings: { type: 'structure' },
  SoftwareTokenMfaSettings: { type: 'structure' },
  EmailMfaSettings: { type: 'structure' },
  WebAuthnMfaSettings: { type: 'structure' },
}

/** What calls may say about themselves. */
export const context: {
  AnalyticsMetadata: Member & { type: 'structure' }
  UserContextData: Member & { type: 'structure' }
  ClientMetadata: Member & { type: 'map' }
} = {
  AnalyticsMetadata: { type: 'structure' },
  UserContextData: { type: 'structure', sensitive: true },
  ClientMetadata: { type: 'map' },
}

/** What calls in the name of somebody else say about them. */
export const contextOfOperator: {
  AnalyticsMetadata: Member & { type: 'structure' }
  ContextData: Member & { type: 'structure' }
  ClientMetadata: Member & { type: 'map' }
} = {
  AnalyticsMetadata: context.AnalyticsMetadata,
  ContextData: context.UserContextData,
  ClientMetadata: context.ClientMetadata,
}
