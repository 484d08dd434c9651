import type { CallOptions, Cognito } from '@x/cognito-core'

type Act = (cognito: Cognito, call?: CallOptions) => Promise<unknown>

const accessToken = 'an-access-token'

const acts = {
  SignUp: (cognito, call) =>
    cognito.signUp(
      {
        username: 'ada@example.com',
        password: 'Correct-horse-1',
        attributes: { email: 'ada@example.com', updated_at: 1_700_000_000, 'custom:team': 'blue' },
        validationData: { captcha: 'xyzzy' },
      },
      call,
    ),
  ConfirmSignUp: (cognito, call) =>
    cognito.confirmSignUp(
      { username: 'ada@example.com', code: '123456', session: 'a-session-of-20-characters' },
      call,
    ),
  ResendConfirmationCode: (cognito, call) =>
    cognito.resendSignUpCode({ username: 'ada@example.com' }, call),
  InitiateAuth: (cognito, call) =>
    cognito.signIn(
      {
        method: 'after-sign-up',
        username: 'ada@example.com',
        session: 'a-session-of-20-characters',
      },
      call,
    ),
  ForgotPassword: (cognito, call) => cognito.password.forgot({ username: 'ada@example.com' }, call),
  ConfirmForgotPassword: (cognito, call) =>
    cognito.password.reset(
      { username: 'ada@example.com', code: '123456', newPassword: 'Battery-staple-2' },
      call,
    ),
  ChangePassword: (cognito, call) =>
    cognito.password.change(
      { accessToken, currentPassword: 'Correct-horse-1', newPassword: 'Battery-staple-2' },
      call,
    ),
  GetUser: (cognito, call) => cognito.profile.get({ accessToken }, call),
  UpdateUserAttributes: (cognito, call) =>
    cognito.profile.update(
      { accessToken, attributes: { given_name: 'Ada', nickname: null, updated_at: 1_700_000_000 } },
      call,
    ),
  DeleteUserAttributes: (cognito, call) =>
    cognito.profile.deleteAttributes({ accessToken, names: ['nickname', 'custom:team'] }, call),
  GetUserAttributeVerificationCode: (cognito, call) =>
    cognito.profile.requestVerification({ accessToken, attribute: 'email' }, call),
  VerifyUserAttribute: (cognito, call) =>
    cognito.profile.verifyAttribute(
      { accessToken, attribute: 'phone_number', code: '123456' },
      call,
    ),
  DeleteUser: (cognito, call) => cognito.profile.delete({ accessToken }, call),
} satisfies Readonly<Record<string, Act>>

export type AccountOperation = keyof typeof acts

/** One call of each operation on accounts, by AWS's name for it. */
export const accountActs: Readonly<Record<AccountOperation, Act>> = acts

export const accountOperations = Object.keys(acts) as AccountOperation[]
