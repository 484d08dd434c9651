import { randomInt } from 'node:crypto'
import type { Caller } from '../caller.ts'
import type { PoolClock } from '../clock.ts'
import { distinctTimes } from '../distinct-times.ts'
import type { SessionTracking } from '../pool-settings.ts'
import type { Grant, RefreshTokens } from '../refresh-tokens.ts'

/** One sign-in that the pool keeps track of. Times are Unix milliseconds. */
export interface UserSession {
  id: string
  grant: Grant
  createdAtMs: number
  lastActiveAtMs: number
  /** Of the last sign-in or refresh that told. */
  lastCaller: Caller
}

export interface UserSessions {
  tracking(): SessionTracking
  /** Counts for whoever signs in from now on. */
  configure(tracking: SessionTracking): void
  /** A sign-in: ends the sessions of this user that were used least recently, where it is one too many. */
  start(grant: Grant, caller: Caller): void
  /** A refresh. */
  touch(grant: Grant, caller: Caller): void
  /** Those that have not ended, the oldest first. */
  of(sub: string): readonly UserSession[]
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** 28 characters. */
const makeId = (): string =>
  `tkn${Array.from({ length: 25 }, () => letters[randomInt(letters.length)]).join('')}`

export const createUserSessions = (input: {
  tracking: SessionTracking
  clock: PoolClock
  refreshTokens: RefreshTokens
}): UserSessions => {
  const { clock, refreshTokens } = input
  const nextMs = distinctTimes(clock)
  const sessions = new Map<string, UserSession>()
  let { tracking } = input

  const isGood = ({ grant }: UserSession): boolean =>
    !refreshTokens.isRevoked(grant.originJti) && clock.now() < grant.expiresAt

  const of = (sub: string): readonly UserSession[] =>
    [...sessions.values()].filter((session) => session.grant.sub === sub && isGood(session))

  const makeRoom = (sub: string): void => {
    const latestFirst = of(sub).toSorted((a, b) => b.lastActiveAtMs - a.lastActiveAtMs)
    for (const { grant } of latestFirst.slice(tracking.maxPerUser - 1)) {
      refreshTokens.revoke(grant.originJti)
    }
  }

  return {
    tracking: () => tracking,
    configure: (next) => {
      tracking = next
    },
    start: (grant, caller) => {
      if (!tracking.isOn) return
      makeRoom(grant.sub)
      const now = nextMs()
      sessions.set(grant.originJti, {
        id: makeId(),
        grant,
        createdAtMs: now,
        lastActiveAtMs: now,
        lastCaller: caller,
      })
    },
    touch: (grant, caller) => {
      const session = sessions.get(grant.originJti)
      if (!tracking.isOn || !session) return
      const lastCaller = { ...session.lastCaller, ...caller }
      sessions.set(grant.originJti, { ...session, lastActiveAtMs: nextMs(), lastCaller })
    },
    of,
  }
}
