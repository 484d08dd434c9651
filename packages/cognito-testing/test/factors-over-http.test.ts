import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import {
  confirmSignIn,
  fetchMFAPreference,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createTestUserPool,
  type ListeningPool,
  type TestUserPool,
  type TestUserPoolOptions,
} from '../src/index.ts'
import { refusalOf } from './sign-in.ts'

const password = 'Correct-Horse1'
const username = 'ann@example.com'
const phone_number = '+14155550100'
const open: ListeningPool[] = []

// It warns about every endpoint that is not Amazon's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const start = async (options: TestUserPoolOptions = {}) => {
  const pool = createTestUserPool({
    signInWith: ['email'],
    users: [{ username, password, attributes: { phone_number } }],
    ...options,
  })
  const server = await pool.listen()
  open.push(server)
  return { pool, url: server.url }
}

describe('aws-amplify', () => {
  const started = async (options: TestUserPoolOptions = {}): Promise<TestUserPool> => {
    const { pool, url } = await start(options)
    Amplify.configure({
      Auth: {
        Cognito: {
          userPoolId: pool.userPoolId,
          userPoolClientId: pool.options.clientId,
          userPoolEndpoint: url,
        },
      },
    })
    return pool
  }

  it.each([
    ['EMAIL_OTP', 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE'],
    ['SMS_OTP', 'CONFIRM_SIGN_IN_WITH_SMS_CODE'],
  ] as const)('signs in with a code, preferred or chosen: %s', async (factor, step) => {
    const pool = await started({ firstFactors: ['password', 'email-code', 'sms-code'] })
    const preferred = await signIn({
      username,
      options: { authFlowType: 'USER_AUTH', preferredChallenge: factor },
    })
    expect(preferred.nextStep.signInStep).toBe(step)
    expect(await refusalOf(confirmSignIn({ challengeResponse: '1' }))).toMatch(/^CodeMismatch/)
    const code = () => pool.inbox.lastCodeFor(username)
    expect(await confirmSignIn({ challengeResponse: code() })).toMatchObject({ isSignedIn: true })
    await signOut()

    const choice = await signIn({ username, options: { authFlowType: 'USER_AUTH' } })
    expect(choice.nextStep).toMatchObject({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    })
    const chosen = await confirmSignIn({ challengeResponse: factor })
    expect(chosen.nextStep.signInStep).toBe(step)
    expect(await confirmSignIn({ challengeResponse: code() })).toMatchObject({ isSignedIn: true })
    await signOut()
  })

  it.each(['PASSWORD', 'PASSWORD_SRP'] as const)(
    'signs in with the password, preferred or chosen: %s',
    async (factor) => {
      await started()
      const authFlowType = 'USER_AUTH'
      const options = { authFlowType, preferredChallenge: factor } as const
      expect(await signIn({ username, password, options })).toMatchObject({ isSignedIn: true })
      await signOut()

      await signIn({ username, options: { authFlowType } })
      const { nextStep } = await confirmSignIn({ challengeResponse: factor })
      expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_PASSWORD')
      expect(await confirmSignIn({ challengeResponse: password })).toMatchObject({
        isSignedIn: true,
      })
      await signOut()
    },
  )

  it('sets up an authenticator app where MFA is required', async () => {
    const pool = await started({
      mfa: 'required',
      mfaMethods: ['totp'],
      users: [{ username, password }],
    })
    const { nextStep } = await signIn({ username, password })
    if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP') {
      throw new Error(nextStep.signInStep)
    }
    expect(nextStep.totpSetupDetails.sharedSecret).toMatch(/^[A-Z2-7]{52}$/)
    const challengeResponse = pool.totpCodeFor(username)
    expect(await confirmSignIn({ challengeResponse })).toMatchObject({ isSignedIn: true })
    await signOut()
  })

  it('sets up e-mail where MFA is required and both are there', async () => {
    const pool = await started({
      signInWith: ['username'],
      mfa: 'required',
      mfaMethods: ['totp', 'email'],
      users: [{ username: 'ann', password }],
    })
    const selection = await signIn({ username: 'ann', password })
    expect(selection.nextStep).toMatchObject({
      signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION',
      allowedMFATypes: ['TOTP', 'EMAIL'],
    })
    const setUp = await confirmSignIn({ challengeResponse: 'EMAIL' })
    expect(setUp.nextStep.signInStep).toBe('CONTINUE_SIGN_IN_WITH_EMAIL_SETUP')
    const asked = await confirmSignIn({ challengeResponse: username })
    expect(asked.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
    const challengeResponse = pool.inbox.lastCodeFor('ann')
    expect(await confirmSignIn({ challengeResponse })).toMatchObject({ isSignedIn: true })
    await signOut()
  })

  it('sets up an app and preferences when signed in, and signs in by them', async () => {
    const pool = await started()
    await signIn({ username, password })
    expect(await fetchMFAPreference()).toEqual({})
    await setUpTOTP()
    await verifyTOTPSetup({ code: pool.totpCodeFor(username) })
    await updateMFAPreference({ totp: 'ENABLED', sms: 'PREFERRED' })
    expect(await fetchMFAPreference()).toEqual({ enabled: ['SMS', 'TOTP'], preferred: 'SMS' })
    await signOut()
    const { nextStep } = await signIn({ username, password })
    expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_SMS_CODE')
    const challengeResponse = pool.inbox.lastCodeFor(username)
    expect(await confirmSignIn({ challengeResponse })).toMatchObject({ isSignedIn: true })
    await signOut()
  })
})

describe('amazon-cognito-identity-js', () => {
  it('sets up an authenticator app at sign-in, and prefers it', async () => {
    const { pool, url } = await start({ mfa: 'required', users: [{ username, password }] })
    const { userPoolId: UserPoolId, options } = pool
    const Pool = new CognitoUserPool({ UserPoolId, ClientId: options.clientId, endpoint: url })
    const user = new CognitoUser({ Username: username, Pool })
    const details = new AuthenticationDetails({ Username: username, Password: password })
    const setUp = await new Promise<string>((resolve, reject) => {
      user.authenticateUser(details, {
        onSuccess: () => reject(new Error('nothing was asked')),
        onFailure: reject,
        mfaSetup: () => {
          user.associateSoftwareToken({ associateSecretCode: resolve, onFailure: reject })
        },
      })
    })
    expect(setUp).toMatch(/^[A-Z2-7]{52}$/)
    await new Promise((onSuccess, onFailure) => {
      const code = pool.totpCodeFor(username)
      user.verifySoftwareToken(code, 'A phone', { onSuccess, onFailure })
    })
    await new Promise((resolve, reject) => {
      user.setUserMfaPreference(null, { PreferredMfa: true, Enabled: true }, (error, result) =>
        error ? reject(error) : resolve(result),
      )
    })
    const factors = await new Promise((resolve, reject) => {
      user.getUserData((error, data) => (error ? reject(error) : resolve(data)), {
        bypassCache: true,
      })
    })
    expect(factors).toMatchObject({
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    })
  })
})
