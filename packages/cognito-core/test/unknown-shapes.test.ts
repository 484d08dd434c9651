import { describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const password = 'Correct-horse-1'
const proof = { SALT: 'aa', SRP_B: 'abc123', SECRET_BLOCK: 'AAAA', USER_ID_FOR_SRP: 'the-id' }
const asks = (
  ChallengeName: string,
  ChallengeParameters: object = {},
  more: object = {},
): Line => ({
  answer: { ChallengeName, Session: 'a-session', ChallengeParameters, ...more },
})
const device = { key: 'us-east-1_0a1b', groupKey: '-Ab1', password: 'AAEC' }
const gone: Line = { error: 'ResourceNotFoundException', message: 'Device does not exist.' }
const canSetUp = { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' }

describe('a challenge in a shape that nobody knows is data, and no success', () => {
  const rows: [name: string, parameters: object, more?: object][] = [
    ['SELECT_MFA_TYPE', {}],
    ['SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["CARRIER_PIGEON"]' }],
    ['SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '{"SMS_MFA":true}' }],
    ['MFA_SETUP', {}],
    ['MFA_SETUP', { MFAS_CAN_SETUP: '[' }],
    ['MFA_SETUP', { MFAS_CAN_SETUP: '["SMS_MFA"]' }],
    ['SELECT_CHALLENGE', {}, { AvailableChallenges: ['CARRIER_PIGEON'] }],
    ['SELECT_CHALLENGE', { AVAILABLE_CHALLENGES: 'EMAIL_OTP' }],
    ['WEB_AUTHN', {}],
    ['WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: 'challenge' }],
    ['WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '["challenge"]' }],
    ['PASSWORD_VERIFIER', proof],
    ['DEVICE_SRP_AUTH', {}],
    ['DEVICE_PASSWORD_VERIFIER', proof],
    ['ADMIN_NO_SRP_AUTH', {}],
  ]
  it.each(rows)('%s %j', async (cognitoName, parameters, more) => {
    const { cognito, calls } = await scriptedCognito(asks(cognitoName, parameters, more))
    const step = await cognito.signIn({ method: 'choice', username: 'ada', prefer: 'password' })
    expect(challengeIn(step, 'unsupported')).toMatchObject({ cognitoName, parameters })
    expect(calls).toHaveLength(1)
  })

  it('asked for what was answered already, it is asked of nobody twice', async () => {
    const { cognito, calls } = await scriptedCognito(asks('DEVICE_SRP_AUTH'))
    const step = await cognito.signIn({ method: 'password', username: 'ada', password, device })
    expect(challengeIn(step, 'unsupported')).toMatchObject({ cognitoName: 'DEVICE_SRP_AUTH' })
    expect(calls).toHaveLength(2)
  })
})

describe('an answer with a part missing is unexpected', () => {
  const start = async (...script: readonly Line[]) => {
    const { cognito } = await scriptedCognito(...script)
    return cognito.signIn({ username: 'ada', password, device })
  }
  const scripts: Record<string, readonly Line[]> = {
    'no key of an app': [asks('MFA_SETUP', canSetUp), { answer: { Session: 's' } }],
    'no session with the key': [asks('MFA_SETUP', canSetUp), { answer: { SecretCode: 'S' } }],
    'a proof of the device without its numbers': [
      asks('DEVICE_SRP_AUTH'),
      asks('DEVICE_PASSWORD_VERIFIER', { SALT: 'aa' }),
    ],
    'a second proof of the device': [
      asks('DEVICE_SRP_AUTH'),
      asks('DEVICE_PASSWORD_VERIFIER', proof),
      asks('DEVICE_PASSWORD_VERIFIER', proof),
    ],
  }
  it.each(Object.entries(scripts))('%s', async (_what, script) => {
    await expect(start(...script)).rejects.toMatchObject({ code: 'COGNITO_UNEXPECTED' })
  })

  it.each([{}, { Status: 'MAYBE', Session: 's' }, { Status: 'SUCCESS' }])(
    'a verified app with no more than %j',
    async (answer) => {
      const key: Line = { answer: { SecretCode: 'S', Session: 's' } }
      const script = [asks('MFA_SETUP', canSetUp), key, { answer }]
      const { cognito, calls } = await scriptedCognito(...script)
      const asked = challengeIn(await cognito.signIn({ username: 'ada', password }), 'totp-setup')
      await expect(cognito.answerChallenge(asked, { code: '123456' })).rejects.toMatchObject({
        code: 'COGNITO_UNEXPECTED',
      })
      expect(calls).toHaveLength(3)
    },
  )
})

describe('a device that is gone', () => {
  it('at its own proof lets a sign-in begin again without it', async () => {
    const { cognito, calls } = await scriptedCognito(asks('DEVICE_SRP_AUTH'), gone, asks('SMS_MFA'))
    const input = { method: 'password', username: 'ada', password, device } as const
    expect(await cognito.signIn(input)).toMatchObject({
      challenge: { kind: 'sms-code' },
      droppedDevice: true,
    })
    expect(calls[2]).toMatchObject({ operation: 'InitiateAuth' })
    expect(JSON.stringify(calls[2])).not.toContain(device.key)
  })

  it('at its own proof ends an answer, which was given already', async () => {
    const { cognito, calls } = await scriptedCognito(asks('SMS_MFA'), asks('DEVICE_SRP_AUTH'), gone)
    const step = await cognito.signIn({ method: 'password', username: 'ada', password, device })
    const answer = cognito.answerChallenge(challengeIn(step, 'sms-code'), { code: '123456' })
    await expect(answer).rejects.toMatchObject({ code: 'COGNITO_DEVICE_NOT_FOUND' })
    expect(calls).toHaveLength(3)
  })

  it('is nothing to begin again for where none was given', async () => {
    const { cognito, calls } = await scriptedCognito(gone)
    await expect(cognito.signIn({ username: 'ada', password })).rejects.toMatchObject({
      code: 'COGNITO_DEVICE_NOT_FOUND',
    })
    expect(calls).toHaveLength(1)
  })

  it('is dropped once', async () => {
    const { cognito, calls } = await scriptedCognito(gone)
    await expect(cognito.signIn({ username: 'ada', password, device })).rejects.toMatchObject({
      code: 'COGNITO_DEVICE_NOT_FOUND',
    })
    expect(calls).toHaveLength(2)
  })
})

describe('a next step that Cognito tells instead of a refusal', () => {
  const ends: Line = { error: 'PasswordResetRequiredException' }
  const afterProof = async (first: Line, answer: object) => {
    const { cognito } = await scriptedCognito(first, ends)
    const step = await cognito.signIn({ method: 'choice', username: 'ada' })
    if (step.status !== 'challenge') throw new Error(step.status)
    return cognito.answerChallenge(step.challenge as never, answer as never)
  }

  it.each([
    ['SMS_MFA', { code: '123456' }, true],
    ['SOFTWARE_TOKEN_MFA', { code: '123456' }, true],
    ['NEW_PASSWORD_REQUIRED', { newPassword: password }, true],
    ['EMAIL_OTP', { code: '12345678' }, false],
    ['SMS_OTP', { code: '123456' }, false],
    ['PASSWORD', { password }, false],
    ['PASSWORD_SRP', { password }, false],
    ['CUSTOM_CHALLENGE', { answer: 'a' }, false],
  ])('has had a proof of the password before it or not: %s', async (name, answer, proved) => {
    expect(await afterProof(asks(name), answer)).toEqual({
      status: 'reset-password',
      afterProof: proved,
    })
  })

  it('has had one in answer to it', async () => {
    const { cognito } = await scriptedCognito(
      asks('PASSWORD_SRP'),
      asks('PASSWORD_VERIFIER', proof),
      ends,
    )
    const step = await cognito.signIn({ method: 'choice', username: 'ada' })
    expect(await cognito.answerChallenge(challengeIn(step, 'password'), { password })).toEqual({
      status: 'reset-password',
      afterProof: true,
    })
  })
})
