import { expect, it } from 'vitest'
import { scriptedCognito } from './scripted-cognito.ts'

const session = (SessionId: string, more = {}) => ({ SessionId, SessionType: 'TOKEN', ...more })
const current = session('tkn-here', { IsCurrentSession: true })

it('no other session is ended before the own one is listed: it could be a part of it', async () => {
  const { cognito, calls } = await scriptedCognito({
    answer: { Sessions: [session('sso-of-mine'), session('tkn-there')] },
  })
  await expect(cognito.sessions.revokeOthers({ accessToken: 'a' })).rejects.toMatchObject({
    code: 'COGNITO_UNAVAILABLE',
    retryable: true,
    message: expect.stringContaining('not list this session yet'),
  })
  expect(calls.map(({ operation }) => operation)).toEqual(['ListUserSessions'])
})

it('one that turns out to be the own one, or is over by then, is no fault and not counted', async () => {
  const { cognito } = await scriptedCognito(
    { answer: { Sessions: [session('tkn-1'), current, session('tkn-2'), session('tkn-3')] } },
    { error: 'InvalidParameterException', message: 'Cannot revoke the current session.' },
    { error: 'ResourceNotFoundException', message: 'Session does not exist.' },
    { answer: {} },
  )
  expect(await cognito.sessions.revokeOthers({ accessToken: 'a' })).toEqual({ revoked: 1 })
})
