import {
  ListUserSessionsCommand,
  RevokeUserSessionCommand,
  type SessionDescriptionType,
} from '@aws-sdk/client-cognito-identity-provider'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { password } from './signed-in-pool.ts'

export const untracked =
  'OperationNotEnabledException: Session tracking is not enabled for this user pool.'

export const trackingPool = (sessionTracking: TestUserPoolOptions['sessionTracking'] = true) =>
  createTestUserPool({
    sessionTracking,
    clients: [{ id: 'webclient' }, { id: 'otherclient' }],
    users: [
      { username: 'ann', password },
      { username: 'ben', password },
    ],
  })

export const listSessions = (pool: TestUserPool, AccessToken: string, NextToken?: string) =>
  pool.options.client.send(new ListUserSessionsCommand({ AccessToken, NextToken }))

/** Of every page. */
export const allSessions = async (
  pool: TestUserPool,
  AccessToken: string,
): Promise<readonly SessionDescriptionType[]> => {
  const sessions: SessionDescriptionType[] = []
  let next: string | undefined
  do {
    const page = await listSessions(pool, AccessToken, next)
    sessions.push(...(page.Sessions ?? []))
    next = page.NextToken
  } while (next !== undefined)
  return sessions
}

/** The session that the access token is of. */
export const ownSession = async (pool: TestUserPool, AccessToken: string): Promise<string> => {
  const sessions = await allSessions(pool, AccessToken)
  return sessions.find(({ IsCurrentSession }) => IsCurrentSession)?.SessionId ?? ''
}

export const revokeSession = (
  pool: TestUserPool,
  AccessToken: string,
  SessionId: string,
  input: object = {},
) => pool.options.client.send(new RevokeUserSessionCommand({ AccessToken, SessionId, ...input }))
