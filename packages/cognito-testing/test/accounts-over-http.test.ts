import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
} from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import {
  autoSignIn,
  confirmResetPassword,
  confirmSignUp,
  confirmUserAttribute,
  deleteUser,
  deleteUserAttributes,
  fetchUserAttributes,
  getCurrentUser,
  resendSignUpCode,
  resetPassword,
  sendUserAttributeVerificationCode,
  signIn,
  signOut,
  signUp,
  updatePassword,
  updateUserAttribute,
  updateUserAttributes,
} from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestUserPool, type ListeningPool, type TestUserPool } from '../src/index.ts'
import { newPassword, password } from './account-calls.ts'
import { refusalOf } from './sign-in.ts'

const email = 'ann@example.com'
const open: ListeningPool[] = []

// It warns about every endpoint that is not Amazon's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const start = async () => {
  const pool = createTestUserPool({
    signInWith: ['email'],
    firstFactors: ['password', 'email-code'],
  })
  const server = await pool.listen()
  open.push(server)
  return { pool, url: server.url }
}

/** What a function with a callback comes to. */
const called = <T>(call: (done: (error: unknown, result?: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    call((error, result) => (error ? reject(error) : resolve(result as T)))
  })

describe('amazon-cognito-identity-js', () => {
  const namedBy = ({ pool, url }: { pool: TestUserPool; url: string }) => {
    const Pool = new CognitoUserPool({
      UserPoolId: pool.userPoolId,
      ClientId: pool.options.clientId,
      endpoint: url,
    })
    return { Pool, user: new CognitoUser({ Username: email, Pool }) }
  }
  const attribute = (Name: string, Value: string) => new CognitoUserAttribute({ Name, Value })
  const authenticate = (user: CognitoUser, Password: string) =>
    called((done) => {
      user.authenticateUser(new AuthenticationDetails({ Username: email, Password }), {
        onSuccess: (session) => done(undefined, session),
        onFailure: done,
      })
    })

  it('takes somebody from signing up to leaving', async () => {
    const served = await start()
    const { inbox } = served.pool
    const { Pool, user } = namedBy(served)

    const name = [attribute('name', 'Ann')]
    const signedUp = await called<{ userSub: string; userConfirmed: boolean }>((done) => {
      Pool.signUp(email, password, name, [], done)
    })
    expect(signedUp).toMatchObject({
      userConfirmed: false,
      userSub: served.pool.users[0]?.sub,
      codeDeliveryDetails: { AttributeName: 'email', Destination: 'a***@e***' },
    })
    await called((done) => user.resendConfirmationCode(done))
    const wrong = called((done) => user.confirmRegistration('1', false, done))
    expect(await refusalOf(wrong)).toMatch(/^CodeMismatchException: /)
    const confirmed = called((done) => {
      user.confirmRegistration(inbox.lastCodeFor(email), false, done)
    })
    expect(await confirmed).toBe('SUCCESS')

    await called((done) => {
      user.forgotPassword({
        onSuccess: (data) => done(undefined, data),
        onFailure: done,
        inputVerificationCode: () => {
          user.confirmPassword(inbox.lastCodeFor(email), newPassword, {
            onSuccess: (answer) => done(undefined, answer),
            onFailure: done,
          })
        },
      })
    })
    expect(await refusalOf(authenticate(user, password))).toMatch(/^NotAuthorizedException: /)
    await authenticate(user, newPassword)
    await called((done) => user.changePassword(newPassword, password, done))

    await called((done) => {
      user.updateAttributes(
        [attribute('nickname', 'A'), attribute('email', 'ann@example.org')],
        done,
      )
    })
    await called((done) => {
      user.verifyAttribute('email', inbox.lastCodeFor('ann@example.org'), {
        onSuccess: (answer) => done(undefined, answer),
        onFailure: done,
      })
    })
    await called((done) => user.deleteAttributes(['nickname'], done))
    const attributes = await called<CognitoUserAttribute[]>((done) => user.getUserAttributes(done))
    expect(Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]))).toEqual({
      sub: signedUp.userSub,
      email: 'ann@example.org',
      email_verified: 'true',
      name: 'Ann',
    })

    expect(await called((done) => user.deleteUser(done))).toBe('SUCCESS')
    expect(served.pool.users).toEqual([])
  })

  it('is told why somebody cannot sign up', async () => {
    const { Pool } = namedBy(await start())
    const attempt = (name: string, secret: string) =>
      refusalOf(called((done) => Pool.signUp(name, secret, [], [], done)))
    expect(await attempt('ann', password)).toBe(
      'InvalidParameterException: Username should be an email.',
    )
    expect(await attempt(email, 'weak')).toMatch(/^InvalidPasswordException: /)
    await called((done) => Pool.signUp(email, password, [], [], done))
    expect(await attempt(email, password)).toBe(
      'UsernameExistsException: An account with the given email already exists.',
    )
  })
})

describe('aws-amplify', () => {
  const configure = ({ pool, url }: { pool: TestUserPool; url: string }) =>
    Amplify.configure({
      Auth: {
        Cognito: {
          userPoolId: pool.userPoolId,
          userPoolClientId: pool.options.clientId,
          userPoolEndpoint: url,
        },
      },
    })

  it('takes somebody from signing up to leaving', async () => {
    const served = await start()
    configure(served)
    const { inbox } = served.pool

    const userAttributes = { name: 'Ann' }
    const signedUp = await signUp({ username: email, password, options: { userAttributes } })
    expect(signedUp).toMatchObject({
      isSignUpComplete: false,
      nextStep: {
        signUpStep: 'CONFIRM_SIGN_UP',
        codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'a***@e***' },
      },
    })
    expect(await resendSignUpCode({ username: email })).toMatchObject({ attributeName: 'email' })
    const confirm = (confirmationCode: string) =>
      confirmSignUp({ username: email, confirmationCode })
    expect(await refusalOf(confirm('1'))).toMatch(/^CodeMismatchException: /)
    expect(await confirm(inbox.lastCodeFor(email))).toMatchObject({ isSignUpComplete: true })

    const { nextStep } = await resetPassword({ username: email })
    expect(nextStep.resetPasswordStep).toBe('CONFIRM_RESET_PASSWORD_WITH_CODE')
    const confirmationCode = inbox.lastCodeFor(email)
    await confirmResetPassword({ username: email, newPassword, confirmationCode })
    await signIn({ username: email, password: newPassword })
    await updatePassword({ oldPassword: newPassword, newPassword: password })

    const userAttribute = { attributeKey: 'email', value: 'ann@example.org' }
    expect(await updateUserAttribute({ userAttribute })).toMatchObject({
      isUpdated: false,
      nextStep: { updateAttributeStep: 'CONFIRM_ATTRIBUTE_WITH_CODE' },
    })
    await sendUserAttributeVerificationCode({ userAttributeKey: 'email' })
    await confirmUserAttribute({
      userAttributeKey: 'email',
      confirmationCode: inbox.lastCodeFor('ann@example.org'),
    })
    const updates = await updateUserAttributes({ userAttributes: { nickname: 'A', locale: 'de' } })
    expect(updates).toMatchObject({ nickname: { isUpdated: true }, locale: { isUpdated: true } })
    await deleteUserAttributes({ userAttributeKeys: ['nickname'] })
    expect(await fetchUserAttributes()).toEqual({
      sub: signedUp.userId,
      email: 'ann@example.org',
      email_verified: 'true',
      name: 'Ann',
      locale: 'de',
    })

    await deleteUser()
    expect(served.pool.users).toEqual([])
  })

  it('signs somebody in who has just signed up, without a password', async () => {
    const served = await start()
    configure(served)
    const options = {
      userAttributes: {},
      autoSignIn: { authFlowType: 'USER_AUTH' as const },
    }
    await signUp({ username: email, options })
    const confirmed = await confirmSignUp({
      username: email,
      confirmationCode: served.pool.inbox.lastCodeFor(email),
    })
    expect(confirmed.nextStep.signUpStep).toBe('COMPLETE_AUTO_SIGN_IN')
    expect(await autoSignIn()).toMatchObject({ isSignedIn: true })
    expect((await getCurrentUser()).userId).toBe(served.pool.users[0]?.sub)
    expect(served.pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 0 })
    await signOut()
  })
})
