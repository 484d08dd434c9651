import type { Cognito } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { scriptedCognito } from './scripted-cognito.ts'

describe('input that cannot be', () => {
  const challenge = {
    kind: 'totp-code',
    cognitoName: 'SOFTWARE_TOKEN_MFA',
    username: 'ada',
    session: 's',
  }
  const acts: Record<string, (cognito: Cognito) => Promise<unknown>> = {
    'refreshToken: ': (cognito) => cognito.refresh({} as never),
    'refreshToken: give': (cognito) => cognito.signOut(undefined as never),
    'accessToken: ': (cognito) => cognito.signOutEverywhere({ accessToken: '' }),
    'accessToken: give': (cognito) => cognito.profile.get({ accessToken: 5 } as never),
    'challenge.username: ': (cognito) => cognito.answerChallenge(undefined as never, {} as never),
    'challenge.kind: ': (cognito) =>
      cognito.answerChallenge({ ...challenge, kind: 'sms-code' } as never, { code: '1' } as never),
    'answer.newPassword: ': (cognito) =>
      cognito.answerChallenge(
        { ...challenge, kind: 'new-password', cognitoName: 'NEW_PASSWORD_REQUIRED' } as never,
        {} as never,
      ),
    'answer.attributes: ': (cognito) =>
      cognito.answerChallenge(
        { ...challenge, kind: 'new-password', cognitoName: 'NEW_PASSWORD_REQUIRED' } as never,
        { newPassword: 'n', attributes: null } as never,
      ),
    'answer.attributes.email: ': (cognito) =>
      cognito.answerChallenge(
        { ...challenge, kind: 'new-password', cognitoName: 'NEW_PASSWORD_REQUIRED' } as never,
        { newPassword: 'n', attributes: { email: 5 } } as never,
      ),
  }

  it.each(Object.entries(acts))('is refused by name, without a call: %s', async (field, act) => {
    const { cognito, calls } = await scriptedCognito({ answer: {} })
    await expect(act(cognito)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      message: expect.stringContaining(field),
    })
    expect(calls).toEqual([])
  })
})
