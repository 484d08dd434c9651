import { createHmac } from 'node:crypto'
import { createCognito } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }

const jwt = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
const tokens: Line = {
  answer: { AuthenticationResult: { AccessToken: jwt({ exp: 4_000_000_000 }), IdToken: jwt({}) } },
}
const proof = { SALT: 'aa', SRP_B: 'abc123', SECRET_BLOCK: 'AAAA', USER_ID_FOR_SRP: 'the-id' }
const asks = (ChallengeName: string, ChallengeParameters: object = {}): Line => ({
  answer: { ChallengeName, Session: 'a-session', ChallengeParameters },
})

describe('the first call', () => {
  it('is not signed, and the second sends a proof of the password instead of the password', async () => {
    const { cognito, calls } = await scriptedCognito(asks('PASSWORD_VERIFIER', proof), tokens)
    expect(await cognito.signIn(credentials)).toMatchObject({ status: 'signed-in' })
    expect(calls.map(({ operation }) => operation)).toEqual([
      'InitiateAuth',
      'RespondToAuthChallenge',
    ])
    expect(JSON.stringify(calls)).not.toContain(password)
    expect(calls.map(({ authorization }) => authorization)).toEqual([undefined, undefined])
    expect(calls[1]?.input).toMatchObject({
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA',
        PASSWORD_CLAIM_SIGNATURE: expect.stringMatching(/^[\w+/]{43}=$/),
        TIMESTAMP: expect.stringMatching(/^\w{3} \w{3} \d{1,2} \d\d:\d\d:\d\d UTC \d{4}$/),
      },
    })
  })
})

describe('the name a challenge is answered under', () => {
  const nameAfter = async (parameters: object) => {
    const { cognito, calls } = await scriptedCognito(
      asks('PASSWORD_VERIFIER', { ...proof, ...parameters }),
      tokens,
    )
    await cognito.signIn(credentials)
    return (calls[1]?.input['ChallengeResponses'] as { USERNAME: string } | undefined)?.USERNAME
  }

  it('is what Cognito says in USERNAME', async () => {
    expect(await nameAfter({ USERNAME: 'the-name' })).toBe('the-name')
  })

  it('is else USER_ID_FOR_SRP', async () => {
    expect(await nameAfter({})).toBe('the-id')
  })

  it('is else the one before', async () => {
    const { cognito } = await scriptedCognito(asks('SMS_MFA'))
    expect(await cognito.signIn(credentials)).toMatchObject({ challenge: { username: 'ada' } })
  })

  it('stays the real one over several challenges, with the hash over it', async () => {
    const { url, calls } = await scriptedCognito(
      asks('PASSWORD_VERIFIER', { ...proof, USERNAME: 'the-name' }),
      asks('SMS_MFA'),
      tokens,
    )
    const clientSecret = 'x'.repeat(30)
    const cognito = createCognito({
      userPoolId: 'us-east-1_Scripted1',
      clientId: 'scriptedclient',
      clientSecret,
      endpoint: url,
    })
    const step = await cognito.signIn(credentials)
    if (step.status !== 'challenge' || step.challenge.kind !== 'sms-code') throw new Error()
    await cognito.answerChallenge(step.challenge, { code: '123456' })
    const hash = createHmac('sha256', clientSecret)
      .update('the-namescriptedclient')
      .digest('base64')
    for (const { input } of calls.slice(1)) {
      expect(input['ChallengeResponses']).toMatchObject({
        USERNAME: 'the-name',
        SECRET_HASH: hash,
      })
    }
  })
})

describe('what rides along', () => {
  const call = {
    clientMetadata: { tenant: 'blue' },
    device: { ipAddress: '203.0.113.7', encodedData: 'abc' },
  }
  const UserContextData = { IpAddress: '203.0.113.7', EncodedData: 'abc' }
  const ClientMetadata = { tenant: 'blue' }

  it('reaches every call of a sign-in', async () => {
    const { cognito, calls } = await scriptedCognito(
      asks('PASSWORD_VERIFIER', proof),
      asks('SMS_MFA'),
      tokens,
    )
    const step = await cognito.signIn(credentials, call)
    if (step.status !== 'challenge' || step.challenge.kind !== 'sms-code') throw new Error()
    await cognito.answerChallenge(step.challenge, { code: '123456' }, call)
    expect(calls).toHaveLength(3)
    for (const { input } of calls) expect(input).toMatchObject({ ClientMetadata, UserContextData })
  })

  it('reaches the refresh, which takes the metadata only', async () => {
    const { cognito, calls } = await scriptedCognito(tokens)
    await cognito.refresh({ refreshToken: 'r' }, call)
    expect(calls[0]?.input).toEqual({
      ClientId: 'scriptedclient',
      RefreshToken: 'r',
      ClientMetadata,
    })
  })

  it('is left out where nothing was given', async () => {
    const { cognito, calls } = await scriptedCognito(tokens)
    await cognito.signIn({ ...credentials, method: 'password' }, { device: {} })
    expect(calls[0]?.input).toEqual({
      ClientId: 'scriptedclient',
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD: password },
    })
  })

  it('ends every kind of call when the signal says so', async () => {
    const { cognito } = await scriptedCognito('stall in the body')
    const reason = new Error('the client went away')
    const acts: ((signal: AbortSignal) => Promise<unknown>)[] = [
      (signal) => cognito.signIn(credentials, { signal }),
      (signal) => cognito.refresh({ refreshToken: 'r' }, { signal }),
      (signal) => cognito.signOut({ refreshToken: 'r' }, { signal }),
      (signal) => cognito.signOutEverywhere({ accessToken: 'a' }, { signal }),
      (signal) => cognito.profile.get({ accessToken: 'a' }, { signal }),
    ]
    for (const act of acts) {
      const controller = new AbortController()
      const acting = act(controller.signal)
      setTimeout(() => controller.abort(reason), 20)
      await expect(acting).rejects.toBe(reason)
    }
  })
})

describe('the answer to a challenge', () => {
  const answered = async (asked: Line, answer: object) => {
    const { cognito, calls } = await scriptedCognito(asked, tokens)
    const step = await cognito.signIn({ ...credentials, method: 'password' })
    if (step.status !== 'challenge') throw new Error(step.status)
    await cognito.answerChallenge(step.challenge as never, answer as never)
    return calls[1]?.input
  }

  it.each([
    ['SMS_MFA', { code: '123456' }, { SMS_MFA_CODE: '123456' }],
    ['SMS_OTP', { code: '123456' }, { SMS_OTP_CODE: '123456' }],
    ['EMAIL_OTP', { code: '12345678' }, { EMAIL_OTP_CODE: '12345678' }],
    ['SOFTWARE_TOKEN_MFA', { code: '123456' }, { SOFTWARE_TOKEN_MFA_CODE: '123456' }],
    [
      'NEW_PASSWORD_REQUIRED',
      { newPassword: 'n', attributes: { 'custom:team': 't' } },
      { NEW_PASSWORD: 'n', 'userAttributes.custom:team': 't' },
    ],
    ['RIDDLE', { responses: { ANSWER: 'why not?' } }, { ANSWER: 'why not?' }],
  ])('is written as Cognito wants it: %s', async (name, answer, written) => {
    expect(await answered(asks(name), answer)).toEqual({
      ClientId: 'scriptedclient',
      ChallengeName: name,
      Session: 'a-session',
      ChallengeResponses: { ...written, USERNAME: 'ada' },
    })
  })

  it('cannot speak for another user', async () => {
    const responses = { ANSWER: 'a', USERNAME: 'grace', SECRET_HASH: 'h' }
    expect(await answered(asks('RIDDLE'), { responses })).toMatchObject({
      ChallengeResponses: { ANSWER: 'a', USERNAME: 'ada' },
    })
  })

  it('may end in confirming the sign-up, or in a reset', async () => {
    const ends = {
      UserNotConfirmedException: 'confirm-sign-up',
      PasswordResetRequiredException: 'reset-password',
    }
    for (const [error, status] of Object.entries(ends)) {
      const { cognito } = await scriptedCognito(asks('SMS_MFA'), { error })
      const step = await cognito.signIn(credentials)
      if (step.status !== 'challenge' || step.challenge.kind !== 'sms-code') throw new Error()
      const result = await cognito.answerChallenge(step.challenge, { code: '123456' })
      expect(result).toEqual({ status, afterProof: true })
    }
  })
})

describe('what a challenge tells', () => {
  const told = async (name: string, parameters: object) => {
    const { cognito } = await scriptedCognito(asks(name, parameters))
    const step = await cognito.signIn(credentials)
    return step.status === 'challenge' ? step.challenge : step
  }

  it('names the authenticator app as the user did', async () => {
    const parameters = { FRIENDLY_DEVICE_NAME: 'my phone' }
    expect(await told('SOFTWARE_TOKEN_MFA', parameters)).toMatchObject({ deviceName: 'my phone' })
  })

  it('lists the attributes that have no value yet', async () => {
    const requiredAttributes = '["userAttributes.email","userAttributes.given_name","custom:x"]'
    const userAttributes = '{"email":"ada@example.com"}'
    const parameters = { requiredAttributes, userAttributes }
    expect(await told('NEW_PASSWORD_REQUIRED', parameters)).toMatchObject({
      missingAttributes: ['given_name', 'custom:x'],
    })
  })

  it.each([{}, { requiredAttributes: '{' }, { requiredAttributes: '"email"' }])(
    'lists none where Cognito says none that can be read: %j',
    async (parameters) => {
      expect(await told('NEW_PASSWORD_REQUIRED', parameters)).toMatchObject({
        missingAttributes: [],
      })
    },
  )
})
