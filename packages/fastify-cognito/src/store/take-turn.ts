import { setTimeout } from 'node:timers/promises'
import { CognitoError } from '@x/cognito-core'
import { now } from '../clock.ts'
import { endedHere } from '../session/ended-here.ts'
import { renewedBefore } from '../session/renewal.ts'
import type { Session } from '../session/session.ts'
import type { Release, SafeLock } from './create-safe-lock.ts'
import type { SessionVault } from './session-vault.ts'

/** One's turn to refresh a session, or what somebody else has stored meanwhile. */
export type Turn = { release: Release } | { session: Session }

/** @throws CognitoError, or a refusal `STORE_UNAVAILABLE` */
export type TakeTurn = (input: {
  key: string
  /** As it was when the request came. */
  session: Session
}) => Promise<Turn>

const pollMs = 50
/** Ten seconds: after that a client that comes again is served as well as one that waits. */
const mostPolls = 200

const free: Release = async () => undefined

export const createTakeTurn =
  ({ vault, lock }: { vault: Pick<SessionVault, 'read'>; lock: SafeLock | undefined }): TakeTurn =>
  async ({ key, session }) => {
    if (!lock) return { release: free }
    for (let polls = 0; polls < mostPolls; polls += 1) {
      const release = await lock(key)
      if (release) return { release }
      await setTimeout(pollMs)
      const stored = await vault.read(key)
      if (!stored) throw endedHere()
      if (isNews(stored, session)) return { session: stored }
    }
    throw new CognitoError('COGNITO_UNAVAILABLE')
  }

/** Whether somebody has refreshed it since, and it lives for a while. */
export const isNews = (stored: Session, session: Session): boolean =>
  stored.accessToken !== session.accessToken && stored.expiresAt - now() >= renewedBefore
