import { createHmac } from 'node:crypto'
import { createCognito } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { type AccountOperation, accountActs, accountOperations } from './account-acts.ts'
import { scriptedCognito } from './scripted-cognito.ts'

const clientSecret = 'x'.repeat(30)
const ids = { userPoolId: 'us-east-1_Scripted1', clientId: 'scriptedclient' }

const hashOver = (username: string) =>
  createHmac('sha256', clientSecret).update(`${username}scriptedclient`).digest('base64')

const call = {
  clientMetadata: { tenant: 'blue' },
  device: { ipAddress: '203.0.113.7', encodedData: 'abc' },
}
const ClientMetadata = { tenant: 'blue' }
const UserContextData = { IpAddress: '203.0.113.7', EncodedData: 'abc' }

const named = {
  ClientId: 'scriptedclient',
  Username: 'ada@example.com',
  SecretHash: hashOver('ada@example.com'),
  ClientMetadata,
  UserContextData,
}
const AccessToken = 'an-access-token'
const Session = 'a-session-of-20-characters'

const wire: Record<AccountOperation, object> = {
  SignUp: {
    ...named,
    Password: 'Correct-horse-1',
    UserAttributes: [
      { Name: 'email', Value: 'ada@example.com' },
      { Name: 'updated_at', Value: '1700000000' },
      { Name: 'custom:team', Value: 'blue' },
    ],
    ValidationData: [{ Name: 'captcha', Value: 'xyzzy' }],
  },
  ConfirmSignUp: { ...named, ConfirmationCode: '123456', Session },
  ResendConfirmationCode: named,
  InitiateAuth: {
    ClientId: 'scriptedclient',
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: 'ada@example.com', SECRET_HASH: hashOver('ada@example.com') },
    Session,
    ClientMetadata,
    UserContextData,
  },
  ForgotPassword: named,
  ConfirmForgotPassword: { ...named, ConfirmationCode: '123456', Password: 'Battery-staple-2' },
  ChangePassword: {
    AccessToken,
    PreviousPassword: 'Correct-horse-1',
    ProposedPassword: 'Battery-staple-2',
  },
  GetUser: { AccessToken },
  UpdateUserAttributes: {
    AccessToken,
    UserAttributes: [
      { Name: 'given_name', Value: 'Ada' },
      { Name: 'nickname', Value: '' },
      { Name: 'updated_at', Value: '1700000000' },
    ],
    ClientMetadata,
  },
  DeleteUserAttributes: { AccessToken, UserAttributeNames: ['nickname', 'custom:team'] },
  GetUserAttributeVerificationCode: { AccessToken, AttributeName: 'email', ClientMetadata },
  VerifyUserAttribute: { AccessToken, AttributeName: 'phone_number', Code: '123456' },
  DeleteUser: { AccessToken },
}

/** An answer that every flow can read. */
const answer = {
  UserSub: 'the-sub',
  Username: 'ada',
  UserAttributes: [{ Name: 'sub', Value: 'the-sub' }],
  CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
  ChallengeName: 'RIDDLE',
}

describe('on the wire', () => {
  it.each(accountOperations)('%s is exactly this, and is not signed', async (operation) => {
    const { url, calls } = await scriptedCognito({ answer })
    await accountActs[operation](createCognito({ ...ids, clientSecret, endpoint: url }), call)
    expect(calls).toEqual([{ operation, authorization: undefined, input: wire[operation] }])
  })

  it.each(accountOperations)(
    '%s has no secret hash where there is no secret',
    async (operation) => {
      const { cognito, calls } = await scriptedCognito({ answer })
      await accountActs[operation](cognito)
      expect(JSON.stringify(calls)).not.toMatch(/hash|ClientMetadata|UserContextData/i)
    },
  )

  it('hashes over the name of each call, and over no other', async () => {
    const { url, calls } = await scriptedCognito({ answer })
    const cognito = createCognito({ ...ids, clientSecret, endpoint: url })
    await cognito.signUp({ username: 'ada' })
    await cognito.confirmSignUp({ username: 'Grace Höpper', code: '1' })
    await cognito.resendSignUpCode({ username: '+441234567890' })
    await cognito.password.forgot({ username: 'bob' })
    await cognito.password.reset({ username: 'cyd', code: '1', newPassword: 'n' })
    const names = ['ada', 'Grace Höpper', '+441234567890', 'bob', 'cyd']
    expect(calls.map(({ input }) => [input['Username'], input['SecretHash']])).toEqual(
      names.map((name) => [name, hashOver(name)]),
    )
  })

  it('sends of a sign-up what was given, and nothing else', async () => {
    const { cognito, calls } = await scriptedCognito({ answer })
    await cognito.signUp({ username: 'ada' })
    await cognito.signUp({
      username: 'ada',
      attributes: { nickname: undefined } as object,
      validationData: {},
    })
    const bare = { ClientId: 'scriptedclient', Username: 'ada' }
    expect(calls.map(({ input }) => input)).toEqual([bare, bare])
  })

  it('takes an alias away only where it is asked to', async () => {
    const { cognito, calls } = await scriptedCognito({ answer })
    const input = { username: 'ada', code: '1' }
    await cognito.confirmSignUp(input)
    await cognito.confirmSignUp({ ...input, forceAliasCreation: false })
    await cognito.confirmSignUp({ ...input, forceAliasCreation: true })
    expect(calls.map(({ input }) => input['ForceAliasCreation'])).toEqual([
      undefined,
      undefined,
      true,
    ])
  })

  it('sets a first password without an old one', async () => {
    const { cognito, calls } = await scriptedCognito({ answer })
    await cognito.password.change({ accessToken: 'a', newPassword: 'n' })
    expect(calls[0]?.input).toEqual({ AccessToken: 'a', ProposedPassword: 'n' })
  })

  it('leaves out what is not known of the caller', async () => {
    const { cognito, calls } = await scriptedCognito({ answer })
    await cognito.password.forgot({ username: 'ada' }, { device: { ipAddress: '203.0.113.7' } })
    await cognito.password.forgot({ username: 'ada' }, { device: { encodedData: '' } })
    const bare = { ClientId: 'scriptedclient', Username: 'ada' }
    expect(calls.map(({ input }) => input)).toEqual([
      { ...bare, UserContextData: { IpAddress: '203.0.113.7' } },
      bare,
    ])
  })
})

describe('what Cognito answers', () => {
  const signedUp = async (said: object) => {
    const { cognito } = await scriptedCognito({ answer: { UserSub: 'the-sub', ...said } })
    return cognito.signUp({ username: 'ada' })
  }

  it('is a user to confirm, with where the code went', async () => {
    const details = {
      DeliveryMedium: 'SMS',
      Destination: '+*******1234',
      AttributeName: 'phone_number',
    }
    const said = { UserConfirmed: false, CodeDeliveryDetails: details, Session: 's' }
    expect(await signedUp(said)).toEqual({
      status: 'confirm-sign-up',
      sub: 'the-sub',
      delivery: { medium: 'sms', destination: '+*******1234', attribute: 'phone_number' },
      session: 's',
    })
  })

  it('is a user to confirm, where nothing was sent', async () => {
    expect(await signedUp({ UserConfirmed: false })).toEqual({
      status: 'confirm-sign-up',
      sub: 'the-sub',
    })
  })

  it('is a user whom a trigger has confirmed', async () => {
    expect(await signedUp({ UserConfirmed: true, Session: 's' })).toEqual({
      status: 'confirmed',
      sub: 'the-sub',
      session: 's',
    })
    expect(await signedUp({ UserConfirmed: true })).toEqual({ status: 'confirmed', sub: 'the-sub' })
  })

  it('is a confirmation, with a session to sign in with or without one', async () => {
    const confirmed = async (said: object) => {
      const { cognito } = await scriptedCognito({ answer: said })
      return cognito.confirmSignUp({ username: 'ada', code: '123456' })
    }
    expect(await confirmed({ Session: 's' })).toEqual({ status: 'confirmed', session: 's' })
    expect(await confirmed({})).toEqual({ status: 'confirmed' })
  })

  it('is a challenge, where signing in after a sign-up takes more than the session', async () => {
    const { cognito } = await scriptedCognito({
      answer: {
        ChallengeName: 'EMAIL_OTP',
        Session: 'next',
        ChallengeParameters: {
          CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
          CODE_DELIVERY_DESTINATION: 'a***@e***',
        },
      },
    })
    expect(
      await cognito.signIn({ method: 'after-sign-up', username: 'ada', session: 's' }),
    ).toMatchObject({ status: 'challenge', challenge: { kind: 'email-code', session: 'next' } })
  })

  it('says of an attribute only what can be verified', async () => {
    const CodeDeliveryDetails = { DeliveryMedium: 'EMAIL', AttributeName: 'custom:mail' }
    const { cognito } = await scriptedCognito({ answer: { CodeDeliveryDetails } })
    expect(await cognito.password.forgot({ username: 'ada' })).toEqual({
      medium: 'email',
      destination: '',
    })
  })

  it('lists what is to be verified after an update, or nothing', async () => {
    const updated = async (said: object) => {
      const { cognito } = await scriptedCognito({ answer: said })
      return cognito.profile.update({ accessToken: 'a', attributes: { nickname: 'n' } })
    }
    const details = { DeliveryMedium: 'EMAIL', Destination: 'a***@e***', AttributeName: 'email' }
    expect(await updated({ CodeDeliveryDetailsList: [details] })).toEqual({
      toVerify: [{ medium: 'email', destination: 'a***@e***', attribute: 'email' }],
    })
    expect(await updated({})).toEqual({ toVerify: [] })
  })

  it.each([
    'ResendConfirmationCode',
    'ForgotPassword',
    'GetUserAttributeVerificationCode',
  ] as const)(
    'is unexpected of %s where it does not say that a code was sent',
    async (operation) => {
      const { cognito } = await scriptedCognito({ answer: {} })
      await expect(accountActs[operation](cognito)).rejects.toMatchObject({
        code: 'COGNITO_UNEXPECTED',
      })
    },
  )

  it('is unexpected of a sign-up that made nobody', async () => {
    await expect(signedUp({ UserSub: undefined })).rejects.toMatchObject({
      code: 'COGNITO_UNEXPECTED',
    })
  })
})
