// Runs against a real user pool, with `COGNITO_LIVE=1` and what CONTRIBUTING.md names in the environment.
// The pool tracks sessions, or the stories are skipped.
import { CognitoError, type UserSession } from '@x/cognito-core'
import { describe, expect, it, vi } from 'vitest'
import { liveUser } from './live-user.ts'

const { cognito, tokens } = liveUser()

const isUntracked = (error: unknown): boolean =>
  error instanceof CognitoError && error.key === 'COGNITO_MISCONFIGURED.sessionTracking'

/** A new session is listed within a few seconds. */
const sessionOf = (accessToken: string): Promise<UserSession> =>
  vi.waitFor(
    async () => {
      const sessions = await cognito.sessions.list({ accessToken })
      const current = sessions.find(({ isCurrent }) => isCurrent)
      if (!current) throw new Error('This session is not listed.')
      return current
    },
    { timeout: 20_000, interval: 1_000 },
  )

describe('a real user pool', () => {
  it('lists where the user is signed in, and ends it there', { timeout: 60_000 }, async (test) => {
    const here = await tokens()
    await cognito.sessions.list(here).catch((error: unknown) => {
      if (isUntracked(error)) test.skip('This user pool does not track sessions.')
      throw error
    })
    const elsewhere = await tokens()
    const { id: hereId, kind, createdAt } = await sessionOf(here.accessToken)
    expect([kind, createdAt]).toEqual(['token', expect.any(Number)])
    const { id } = await sessionOf(elsewhere.accessToken)

    await expect(cognito.sessions.revoke({ ...here, id: hereId })).rejects.toMatchObject({
      key: 'COGNITO_INVALID_INPUT.ownSession',
    })
    await cognito.sessions.revoke({ ...here, id })
    await expect(cognito.refresh(elsewhere)).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
    await expect(cognito.sessions.revoke({ ...here, id })).rejects.toMatchObject({
      code: 'COGNITO_SESSION_NOT_FOUND',
    })
    await expect(cognito.sessions.revokeOthers(here)).resolves.toHaveProperty('revoked')
    await expect(cognito.refresh(here)).resolves.toBeDefined()
  })
})
