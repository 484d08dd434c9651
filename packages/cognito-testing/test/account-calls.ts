import {
  ChangePasswordCommand,
  type ChangePasswordCommandInput,
  ConfirmForgotPasswordCommand,
  type ConfirmForgotPasswordCommandInput,
  ConfirmSignUpCommand,
  type ConfirmSignUpCommandInput,
  DeleteUserCommand,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  type SignUpCommandInput,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { TestUserPool } from '../src/index.ts'
import { secretHash, signInWithPassword } from './sign-in.ts'

export const password = 'Correct-Horse1'
export const newPassword = 'Battery-Staple2'
export const wrongCode =
  'CodeMismatchException: Invalid verification code provided, please try again.'
export const expiredCode =
  'ExpiredCodeException: Invalid code provided, please request a code again.'
export const limitExceeded =
  'LimitExceededException: Attempt limit exceeded, please try after some time.'
export const unknownUser = 'UserNotFoundException: Username/client id combination not found.'

/** What every call in the name of somebody says. */
const named = (pool: TestUserPool, Username: string) => {
  const { SECRET_HASH } = secretHash(pool, Username)
  const hash = SECRET_HASH === undefined ? {} : { SecretHash: SECRET_HASH }
  return { ClientId: pool.options.clientId, Username, ...hash }
}

type Attributes = Readonly<Record<string, string>>

export const listed = (attributes: Attributes) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))

export const signUp = (
  pool: TestUserPool,
  name: string,
  attributes: Attributes = {},
  input: Partial<SignUpCommandInput> = {},
) =>
  pool.options.client.send(
    new SignUpCommand({
      ...named(pool, name),
      Password: password,
      UserAttributes: listed(attributes),
      ...input,
    }),
  )

export const confirmSignUp = (
  pool: TestUserPool,
  name: string,
  ConfirmationCode: string,
  input: Partial<ConfirmSignUpCommandInput> = {},
) =>
  pool.options.client.send(
    new ConfirmSignUpCommand({ ...named(pool, name), ConfirmationCode, ...input }),
  )

export const resend = (pool: TestUserPool, name: string) =>
  pool.options.client.send(new ResendConfirmationCodeCommand(named(pool, name)))

export const forgot = (pool: TestUserPool, name: string) =>
  pool.options.client.send(new ForgotPasswordCommand(named(pool, name)))

export const reset = (
  pool: TestUserPool,
  name: string,
  ConfirmationCode: string,
  Password: string = newPassword,
  input: Partial<ConfirmForgotPasswordCommandInput> = {},
) =>
  pool.options.client.send(
    new ConfirmForgotPasswordCommand({
      ...named(pool, name),
      ConfirmationCode,
      Password,
      ...input,
    }),
  )

/** Signs in; gives the access token. */
export const tokenOf = async (
  pool: TestUserPool,
  name: string,
  Password: string = password,
): Promise<string> => {
  const { AuthenticationResult } = await signInWithPassword(pool, name, Password)
  return AuthenticationResult?.AccessToken ?? ''
}

export const change = (
  pool: TestUserPool,
  input: Omit<ChangePasswordCommandInput, 'AccessToken'> & { AccessToken: string },
) => pool.options.client.send(new ChangePasswordCommand(input))

export const update = (pool: TestUserPool, AccessToken: string, attributes: Attributes) =>
  pool.options.client.send(
    new UpdateUserAttributesCommand({ AccessToken, UserAttributes: listed(attributes) }),
  )

export const askForCode = (pool: TestUserPool, AccessToken: string, AttributeName: string) =>
  pool.options.client.send(
    new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName }),
  )

export const verify = (
  pool: TestUserPool,
  AccessToken: string,
  AttributeName: string,
  Code: string,
) => pool.options.client.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName, Code }))

export const deleteUser = (pool: TestUserPool, AccessToken: string) =>
  pool.options.client.send(new DeleteUserCommand({ AccessToken }))

/** What the user is shown of themselves, as a record. */
export const attributesOf = async (pool: TestUserPool, AccessToken: string) => {
  const { UserAttributes = [] } = await pool.options.client.send(
    new GetUserCommand({ AccessToken }),
  )
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
}

/** A code of six digits that is none of these. */
export const otherCode = (...codes: readonly string[]): string =>
  ['111111', '222222', '333333', '444444'].find((code) => !codes.includes(code)) ?? ''
