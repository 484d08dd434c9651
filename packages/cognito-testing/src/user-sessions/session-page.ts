import { paginate } from '../paginate.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import { checkTracksSessions } from './check-tracks-sessions.ts'
import { deviceType } from './device-type.ts'
import type { UserSession } from './user-sessions.ts'

/** Few, so that tests come to a second page; AWS does not say how long its own are. */
const pageSize = 5

const describe = (session: UserSession, currentOriginJti: string | undefined): object => {
  const { id, grant, createdAtMs, lastActiveAtMs, lastCaller } = session
  const { ipAddress, userAgent } = lastCaller
  return {
    SessionId: id,
    SessionType: 'TOKEN',
    ClientId: grant.clientId,
    CreateDate: createdAtMs / 1000,
    LastActiveDate: lastActiveAtMs / 1000,
    DeviceType: deviceType(userAgent),
    // Nobody here knows where an address is, which Cognito says in this way.
    ...(ipAddress && { LastIPAddress: ipAddress, LastLocation: { Country: 'unknown' } }),
    IsCurrentSession: grant.originJti === currentOriginJti,
  }
}

/** The oldest first. @throws {AwsError} where nothing is tracked, and for a token of another list */
export const sessionPage = (
  pool: Pool,
  input: {
    user: User
    /** Of the access token that asks; an operator has none. */
    currentOriginJti?: string | undefined
    untrustedToken: string | undefined
  },
): object => {
  const { user, currentOriginJti, untrustedToken } = input
  checkTracksSessions(pool)
  const placed = pool.userSessions
    .of(user.sub)
    .map((session) => ({ session, place: `${session.createdAtMs} ${session.id}` }))
  const { page, nextToken } = paginate(pool, {
    list: `sessions of ${user.sub}`,
    entries: placed.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
    keyOf: ({ place }) => place,
    limit: pageSize,
    untrustedToken,
  })
  return {
    Sessions: page.map(({ session }) => describe(session, currentOriginJti)),
    ...(nextToken !== undefined && { NextToken: nextToken }),
  }
}
