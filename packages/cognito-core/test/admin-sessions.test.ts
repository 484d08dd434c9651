import { createCognitoAdmin } from '@x/cognito-core/admin'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const userPoolId = 'us-east-1_Scripted1'
const UserPoolId = userPoolId

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-so-secret')
})
afterEach(() => vi.unstubAllEnvs())

const scriptedAdmin = async (...script: readonly Line[]) => {
  const { url, calls } = await scriptedCognito(...script)
  return { calls, admin: createCognitoAdmin({ userPoolId, endpoint: url }) }
}

describe('the sessions of any user', () => {
  it('are listed over every page, by calls that are signed', async () => {
    const { admin, calls } = await scriptedAdmin(
      { answer: { Sessions: [{ SessionId: 'tkn1', SessionType: 'TOKEN' }], NextToken: 'more' } },
      { answer: { Sessions: [{ SessionId: 'sso1', SessionType: 'SSO' }] } },
    )
    expect(await admin.sessions.list({ username: 'ada' })).toEqual([
      { id: 'tkn1', kind: 'token', isCurrent: false },
      { id: 'sso1', kind: 'single-sign-on', isCurrent: false },
    ])
    const signed = expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\//)
    const operation = 'AdminListUserSessions'
    expect(calls).toEqual([
      { operation, authorization: signed, input: { UserPoolId, Username: 'ada' } },
      {
        operation,
        authorization: signed,
        input: { UserPoolId, Username: 'ada', NextToken: 'more' },
      },
    ])
  })

  it('are ended one by one, alone or with what is linked', async () => {
    const { admin, calls } = await scriptedAdmin({ answer: {} })
    await admin.sessions.revoke({ username: 'ada', id: 'tkn1' })
    await admin.sessions.revoke({ username: 'ada', id: 'tkn1', linked: false })
    await admin.sessions.revoke({ username: 'ada', id: 'sso1', linked: true })
    const members = { UserPoolId, Username: 'ada' }
    expect(calls.map(({ operation, input }) => [operation, input])).toEqual([
      ['AdminRevokeUserSession', { ...members, SessionId: 'tkn1' }],
      ['AdminRevokeUserSession', { ...members, SessionId: 'tkn1' }],
      [
        'AdminRevokeUserSession',
        { ...members, SessionId: 'sso1', RevokeAssociatedSessions: 'LINKED' },
      ],
    ])
  })

  it.each<[Line, object]>([
    [{ error: 'UserNotFoundException' }, { code: 'COGNITO_USER_NOT_FOUND' }],
    [{ error: 'ResourceNotFoundException' }, { code: 'COGNITO_SESSION_NOT_FOUND' }],
    [
      { error: 'AccessDeniedException' },
      { params: { action: 'cognito-idp:AdminRevokeUserSession' } },
    ],
  ])('are refused as Cognito does: %j is %j', async (line, refusal) => {
    const { admin } = await scriptedAdmin(line)
    await expect(admin.sessions.revoke({ username: 'ada', id: 'tkn1' })).rejects.toMatchObject(
      refusal,
    )
  })

  it.each([
    ['username', {}],
    ['username', undefined],
    ['id', { username: 'ada' }],
    ['linked', { username: 'ada', id: 'tkn1', linked: 'yes' }],
  ])('want %s, which is said without a call', async (field, input) => {
    const { admin, calls } = await scriptedAdmin({ answer: {} })
    await expect(admin.sessions.revoke(input as never)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field },
    })
    expect(calls).toEqual([])
  })

  it('are a list that ends, where it leads back to where it came from', async () => {
    const { admin, calls } = await scriptedAdmin({ answer: { NextToken: 'again' } })
    await expect(admin.sessions.list({ username: 'ada' })).rejects.toMatchObject({
      code: 'COGNITO_UNEXPECTED',
    })
    expect(calls).toHaveLength(2)
  })
})
