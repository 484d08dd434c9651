import { createHmac } from 'node:crypto'
import { ConfigurationError } from '@x/cognito-core'
import { createCognitoAdmin } from '@x/cognito-core/admin'
import { describe, expect, it } from 'vitest'
import { scriptedAdmin, userPoolId } from './scripted-admin.ts'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const UserPoolId = userPoolId
const ClientId = 'scriptedclient'
const username = 'ada'
const password = 'Correct-horse-1'

const jwt = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
const tokens: Line = {
  answer: { AuthenticationResult: { AccessToken: jwt({ exp: 4_000_000_000 }), IdToken: jwt({}) } },
}
const proof = { SALT: 'aa', SRP_B: 'abc123', SECRET_BLOCK: 'AAAA', USER_ID_FOR_SRP: 'the-id' }
const asks = (ChallengeName: string, ChallengeParameters: object = {}): Line => ({
  answer: { ChallengeName, Session: 'a-session', ChallengeParameters },
})

describe('a backend that signs somebody in', () => {
  it('sends the password in a call that is signed', async () => {
    const { admin, calls } = await scriptedAdmin(tokens)
    const step = await admin.signIn({ method: 'admin-password', username, password })
    expect(step).toMatchObject({ status: 'signed-in', tokens: { expiresAt: 4_000_000_000 } })
    expect(calls).toEqual([
      {
        operation: 'AdminInitiateAuth',
        authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\//),
        input: {
          UserPoolId,
          ClientId,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: username, PASSWORD: password },
        },
      },
    ])
  })

  it('proves the password instead, by SRP', async () => {
    const { admin, calls } = await scriptedAdmin(asks('PASSWORD_VERIFIER', proof), tokens)
    expect(await admin.signIn({ method: 'admin-srp', username, password })).toMatchObject({
      status: 'signed-in',
    })
    expect(calls.map(({ operation }) => operation)).toEqual([
      'AdminInitiateAuth',
      'AdminRespondToAuthChallenge',
    ])
    expect(JSON.stringify(calls)).not.toContain(password)
    expect(calls[1]?.input).toMatchObject({
      UserPoolId,
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: { USERNAME: 'the-id', PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA' },
    })
  })

  it('answers what is asked then, under the real name', async () => {
    const { admin, calls } = await scriptedAdmin(asks('SMS_MFA', { USER_ID_FOR_SRP: 'id' }), tokens)
    const step = await admin.signIn({ method: 'admin-password', username, password })
    if (step.status !== 'challenge' || step.challenge.kind !== 'sms-code') throw new Error()
    await admin.answerChallenge(step.challenge, { code: '123456' })
    expect(calls[1]).toMatchObject({
      operation: 'AdminRespondToAuthChallenge',
      input: {
        UserPoolId,
        ClientId,
        ChallengeName: 'SMS_MFA',
        Session: 'a-session',
        ChallengeResponses: { USERNAME: 'id', SMS_MFA_CODE: '123456' },
      },
    })
  })

  it('signs with the secret of the app client', async () => {
    const { url, calls } = await scriptedAdmin(tokens)
    const clientSecret = 's'.repeat(30)
    const options = { userPoolId, clientId: ClientId, clientSecret, endpoint: url }
    await createCognitoAdmin(options).signIn({ method: 'admin-password', username, password })
    const hash = createHmac('sha256', clientSecret).update(`ada${ClientId}`).digest('base64')
    expect(calls[0]?.input['AuthParameters']).toMatchObject({ SECRET_HASH: hash })
  })

  it('tells of the user, with every call', async () => {
    const { admin, calls } = await scriptedAdmin(asks('PASSWORD_VERIFIER', proof), tokens)
    await admin.signIn(
      { method: 'admin-srp', username, password },
      {
        clientMetadata: { tenant: 'blue' },
        device: {
          ipAddress: '203.0.113.7',
          encodedData: 'abc',
          serverName: 'api.example.com',
          serverPath: '/sign-in',
          headers: { 'user-agent': 'Firefox' },
        },
      },
    )
    expect(calls).toHaveLength(2)
    for (const { input } of calls) {
      expect(input).toMatchObject({
        ClientMetadata: { tenant: 'blue' },
        ContextData: {
          IpAddress: '203.0.113.7',
          EncodedData: 'abc',
          ServerName: 'api.example.com',
          ServerPath: '/sign-in',
          HttpHeaders: [{ headerName: 'user-agent', headerValue: 'Firefox' }],
        },
      })
      expect(input).not.toHaveProperty('UserContextData')
    }
  })

  it('may know no more than the address: Cognito wants the rest to be there', async () => {
    const { admin, calls } = await scriptedAdmin(tokens)
    const call = { device: { ipAddress: '203.0.113.7' } }
    await admin.signIn({ method: 'admin-password', username, password }, call)
    expect(calls[0]?.input['ContextData']).toEqual({
      IpAddress: '203.0.113.7',
      ServerName: '',
      ServerPath: '',
      HttpHeaders: [],
    })
  })

  it.each<[Line, object]>([
    [
      { error: 'NotAuthorizedException', message: 'Words nobody knows' },
      { code: 'COGNITO_INVALID_CREDENTIALS', operation: 'AdminInitiateAuth' },
    ],
    [{ error: 'UserNotFoundException' }, { code: 'COGNITO_USER_NOT_FOUND' }],
    [
      { error: 'InvalidParameterException', message: 'Auth flow not enabled for this client' },
      { code: 'COGNITO_MISCONFIGURED' },
    ],
    [
      { error: 'AccessDeniedException' },
      { code: 'COGNITO_NOT_PERMITTED', params: { action: 'cognito-idp:AdminInitiateAuth' } },
    ],
  ])('is refused as Cognito does: %j', async (line, refusal) => {
    const { admin } = await scriptedAdmin(line)
    const input = { method: 'admin-password', username, password } as const
    await expect(admin.signIn(input)).rejects.toMatchObject(refusal)
  })

  it.each([
    ['UserNotConfirmedException', 'confirm-sign-up'],
    ['PasswordResetRequiredException', 'reset-password'],
  ])('is told the next step by %s', async (error, status) => {
    const { admin } = await scriptedAdmin({ error })
    const input = { method: 'admin-password', username, password } as const
    expect(await admin.signIn(input)).toMatchObject({ status, afterProof: false })
  })

  it.each<[string, object, object]>([
    ['username', { method: 'admin-srp', password }, {}],
    ['method', { username, password }, {}],
    ['method', { method: 'srp', username, password }, {}],
    ['password', { method: 'admin-srp', username }, {}],
    ['password', { method: 'admin-password', username, password: '' }, {}],
    ['device', { method: 'admin-srp', username, password, device: 'mine' }, {}],
    ['device.ipAddress', { method: 'admin-srp', username, password }, { device: {} }],
    [
      'device.headers.via',
      { method: 'admin-srp', username, password },
      { device: { ipAddress: '203.0.113.7', headers: { via: 1 } } },
    ],
  ])('says what is missing without a call: %s', async (field, input, call) => {
    const { admin, calls } = await scriptedAdmin(tokens)
    await expect(admin.signIn(input as never, call)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field },
    })
    expect(calls).toEqual([])
  })

  it('needs an app client, by name', async () => {
    const { url, calls } = await scriptedAdmin(tokens)
    const admin = createCognitoAdmin({ userPoolId, endpoint: url })
    const challenge = { kind: 'custom', username, session: 's', cognitoName: 'CUSTOM_CHALLENGE' }
    for (const attempt of [
      admin.signIn({ method: 'admin-password', username, password }),
      admin.answerChallenge({ ...challenge, parameters: {} } as never, { answer: '4' } as never),
    ]) {
      const error = await attempt.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ConfigurationError)
      expect(error).toMatchObject({ option: 'clientId' })
    }
    expect(calls).toEqual([])
  })

  it('is the only one that may send a password so', async () => {
    const { cognito, calls } = await scriptedCognito(tokens)
    const input = { method: 'admin-password', username, password }
    await expect(cognito.signIn(input as never)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field: 'method' },
    })
    expect(calls).toEqual([])
  })
})
