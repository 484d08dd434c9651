import { createHmac } from 'node:crypto'
import { type ChallengeKind, type Cognito, createCognito, type SignInInput } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const password = 'Correct-horse-1'
const clientSecret = 'x'.repeat(30)
const hashOf = (username: string) =>
  createHmac('sha256', clientSecret).update(`${username}scriptedclient`).digest('base64')
const nameOf = (username: string) => ({ USERNAME: username, SECRET_HASH: hashOf(username) })

const jwt = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
const tokens: Line = {
  answer: { AuthenticationResult: { AccessToken: jwt({ exp: 4_000_000_000 }), IdToken: jwt({}) } },
}
const proof = { SALT: 'aa', SRP_B: 'abc123', SECRET_BLOCK: 'AAAA', USER_ID_FOR_SRP: 'the-id' }
const asks = (
  ChallengeName: string,
  ChallengeParameters: object = {},
  more: object = {},
): Line => ({
  answer: { ChallengeName, Session: `session of ${ChallengeName}`, ChallengeParameters, ...more },
})
const claim = {
  PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA',
  PASSWORD_CLAIM_SIGNATURE: expect.stringMatching(/^[\w+/]{43}=$/),
  TIMESTAMP: expect.any(String),
}
const A = expect.stringMatching(/^[0-9a-f]+$/)

const scripted = async (...script: readonly Line[]) => {
  const { url, calls } = await scriptedCognito(...script)
  const ids = { userPoolId: 'us-east-1_Scripted1', clientId: 'scriptedclient' }
  return { cognito: createCognito({ ...ids, clientSecret, endpoint: url }), calls }
}

const device = { key: 'us-east-1_0a1b', groupKey: '-Ab1', password: 'AAEC' }
const DEVICE_KEY = device.key

describe('how a sign-in begins', () => {
  const ways: [SignInInput, flow: string, parameters: object][] = [
    [{ username: 'ada', password }, 'USER_SRP_AUTH', { SRP_A: A }],
    [
      { method: 'password', username: 'ada', password },
      'USER_PASSWORD_AUTH',
      { PASSWORD: password },
    ],
    [{ method: 'choice', username: 'ada' }, 'USER_AUTH', {}],
    [{ method: 'choice', username: 'ada', password }, 'USER_AUTH', {}],
    [{ method: 'choice', username: 'ada', prefer: 'password' }, 'USER_AUTH', {}],
    [
      { method: 'choice', username: 'ada', prefer: 'password', password },
      'USER_AUTH',
      { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: A },
    ],
    [
      { method: 'choice', username: 'ada', prefer: 'email-code' },
      'USER_AUTH',
      { PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    ],
    [
      { method: 'choice', username: 'ada', prefer: 'sms-code' },
      'USER_AUTH',
      { PREFERRED_CHALLENGE: 'SMS_OTP' },
    ],
    [
      { method: 'choice', username: 'ada', prefer: 'passkey' },
      'USER_AUTH',
      { PREFERRED_CHALLENGE: 'WEB_AUTHN' },
    ],
    [{ method: 'custom', username: 'ada' }, 'CUSTOM_AUTH', {}],
    [
      { method: 'custom', username: 'ada', password },
      'CUSTOM_AUTH',
      { CHALLENGE_NAME: 'SRP_A', SRP_A: A },
    ],
  ]
  it.each(ways)('%j', async (input, AuthFlow, parameters) => {
    const { cognito, calls } = await scripted(tokens)
    await cognito.signIn(input)
    await cognito.signIn({ ...input, device } as SignInInput)
    const AuthParameters = { ...parameters, ...nameOf('ada') }
    const ClientId = 'scriptedclient'
    expect(calls.map(({ input }) => input)).toEqual([
      { ClientId, AuthFlow, AuthParameters },
      { ClientId, AuthFlow, AuthParameters: { ...AuthParameters, DEVICE_KEY } },
    ])
  })
})

describe('an answer is written as Cognito wants it', () => {
  const lists = (names: unknown) => ({ AVAILABLE_CHALLENGES: JSON.stringify(names) })
  const mfa = (name: string, ...names: string[]) => ({ [name]: JSON.stringify(names) })
  const rows: [Line, kind: ChallengeKind, answer: object, written: object][] = [
    [
      asks('SELECT_MFA_TYPE', mfa('MFAS_CAN_CHOOSE', 'SMS_MFA', 'SOFTWARE_TOKEN_MFA')),
      'mfa-choice',
      { method: 'totp' },
      { ANSWER: 'SOFTWARE_TOKEN_MFA' },
    ],
    [
      asks('SELECT_MFA_TYPE', mfa('MFAS_CAN_SELECT', 'SMS_MFA', 'EMAIL_OTP')),
      'mfa-choice',
      { method: 'email' },
      { ANSWER: 'EMAIL_OTP' },
    ],
    [
      asks('SELECT_CHALLENGE', {}, { AvailableChallenges: ['SMS_OTP'] }),
      'factor-choice',
      { factor: 'sms-code' },
      { ANSWER: 'SMS_OTP' },
    ],
    [
      asks('SELECT_CHALLENGE', lists(['WEB_AUTHN'])),
      'factor-choice',
      { factor: 'passkey' },
      { ANSWER: 'WEB_AUTHN' },
    ],
    [
      asks('MFA_SETUP', mfa('MFAS_CAN_SETUP', 'SMS_MFA', 'EMAIL_OTP')),
      'email-setup',
      { email: 'a@b.c' },
      { EMAIL: 'a@b.c' },
    ],
    [asks('PASSWORD'), 'password', { password }, { PASSWORD: password }],
    [asks('PASSWORD_SRP'), 'password', { password }, { SRP_A: A }],
    [asks('CUSTOM_CHALLENGE'), 'custom', { answer: 'a' }, { ANSWER: 'a' }],
    [
      asks('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '{"challenge":"c"}' }),
      'passkey',
      { credential: { id: 'i' } },
      { CREDENTIAL: '{"id":"i"}' },
    ],
  ]
  it.each(rows)('%j', async (asked, kind, answer, written) => {
    const { cognito, calls } = await scripted(asked, tokens)
    const challenge = challengeIn(
      await cognito.signIn({ method: 'choice', username: 'ada', device }),
      kind,
    )
    expect(await cognito.answerChallenge(challenge as never, answer as never)).toMatchObject({
      status: 'signed-in',
    })
    expect(calls[1]?.input).toEqual({
      ClientId: 'scriptedclient',
      ChallengeName: challenge.cognitoName,
      Session: challenge.session,
      ChallengeResponses: { ...written, DEVICE_KEY, ...nameOf('ada') },
    })
  })
})

describe('a password that is the answer', () => {
  const choosing = async (cognito: Cognito) => {
    const step = await cognito.signIn({ method: 'choice', username: 'ada' })
    const offered = challengeIn(step, 'factor-choice')
    return challengeIn(await cognito.answerChallenge(offered, { factor: 'password' }), 'password')
  }

  it('is proved with the session of the proof, under the name that Cognito told last', async () => {
    const { cognito, calls } = await scripted(
      asks('SELECT_CHALLENGE', {}, { AvailableChallenges: ['PASSWORD', 'PASSWORD_SRP'] }),
      asks('PASSWORD_VERIFIER', proof),
      tokens,
    )
    await cognito.answerChallenge(await choosing(cognito), { password })
    expect(calls.slice(1).map(({ input }) => input)).toEqual([
      {
        ClientId: 'scriptedclient',
        ChallengeName: 'SELECT_CHALLENGE',
        Session: 'session of SELECT_CHALLENGE',
        ChallengeResponses: { ANSWER: 'PASSWORD_SRP', SRP_A: A, ...nameOf('ada') },
      },
      {
        ClientId: 'scriptedclient',
        ChallengeName: 'PASSWORD_VERIFIER',
        Session: 'session of PASSWORD_VERIFIER',
        ChallengeResponses: { ...claim, ...nameOf('the-id') },
      },
    ])
    expect(JSON.stringify(calls)).not.toContain(password)
  })

  it('is sent only where it cannot be proved', async () => {
    const { cognito, calls } = await scripted(
      asks('SELECT_CHALLENGE', {}, { AvailableChallenges: ['PASSWORD', 'EMAIL_OTP'] }),
      tokens,
    )
    const asked = await choosing(cognito)
    expect(asked.method).toBe('password')
    await cognito.answerChallenge(asked, { password })
    expect(calls[1]?.input).toMatchObject({
      ChallengeResponses: { ANSWER: 'PASSWORD', PASSWORD: password },
    })
    await expect(
      cognito.answerChallenge({ ...asked, method: 'smoke' } as never, { password } as never),
    ).rejects.toMatchObject({ params: { field: 'challenge.method' } })
  })
})

it('an authenticator app is set up with the session of each step before', async () => {
  const MFAS_CAN_SETUP = '["SOFTWARE_TOKEN_MFA"]'
  const { cognito, calls } = await scripted(
    asks('MFA_SETUP', { MFAS_CAN_SETUP, USER_ID_FOR_SRP: 'the-id' }),
    { answer: { SecretCode: 'SECRETSECRETSECR', Session: 'associated' } },
    { answer: { Status: 'ERROR' } },
    { answer: { Status: 'SUCCESS', Session: 'verified' } },
    tokens,
  )
  const asked = challengeIn(await cognito.signIn({ username: 'ada', password }), 'totp-setup')
  expect(asked).toMatchObject({ secret: 'SECRETSECRETSECR', session: 'associated' })
  await expect(cognito.answerChallenge(asked, { code: '000000' })).rejects.toMatchObject({
    code: 'COGNITO_CODE_MISMATCH',
  })
  await cognito.answerChallenge(asked, { code: '123456', deviceName: 'phone' })
  expect(calls.slice(1).map(({ operation, input }) => [operation, input])).toEqual([
    ['AssociateSoftwareToken', { Session: 'session of MFA_SETUP' }],
    ['VerifySoftwareToken', { Session: 'associated', UserCode: '000000' }],
    [
      'VerifySoftwareToken',
      { Session: 'associated', UserCode: '123456', FriendlyDeviceName: 'phone' },
    ],
    [
      'RespondToAuthChallenge',
      {
        ClientId: 'scriptedclient',
        ChallengeName: 'MFA_SETUP',
        Session: 'verified',
        ChallengeResponses: nameOf('the-id'),
      },
    ],
  ])
})

it('a device proves itself in two rounds, each with its key and the session', async () => {
  const USERNAME = 'the-name'
  const { cognito, calls } = await scripted(
    asks('PASSWORD_VERIFIER', { ...proof, USERNAME }),
    asks('DEVICE_SRP_AUTH'),
    asks('DEVICE_PASSWORD_VERIFIER', {
      ...proof,
      USER_ID_FOR_SRP: undefined,
      USERNAME,
      DEVICE_KEY,
    }),
    tokens,
  )
  await cognito.signIn({ username: 'ada', password, device })
  const responses = calls.slice(1).map(({ input }) => input['ChallengeResponses'])
  expect(responses).toEqual([
    { ...claim, DEVICE_KEY, ...nameOf(USERNAME) },
    { SRP_A: A, DEVICE_KEY, ...nameOf(USERNAME) },
    { ...claim, DEVICE_KEY, ...nameOf(USERNAME) },
  ])
  expect(calls.slice(2).map(({ input }) => input['Session'])).toEqual([
    'session of DEVICE_SRP_AUTH',
    'session of DEVICE_PASSWORD_VERIFIER',
  ])
  expect(JSON.stringify(calls)).not.toContain(device.password)
})
