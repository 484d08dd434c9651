import { longestPage, paginate } from '../paginate.ts'
import type { Pool } from '../pool.ts'
import { deviceType } from '../user-sessions/device-type.ts'
import type { User } from '../user-store.ts'
import type { AuthEvent } from './auth-events.ts'

/** AuthEventType. Nobody here looks for risks, so that there is none. */
const describe = ({ id, createdAtMs, outcome, answers, caller, feedback }: AuthEvent): object => ({
  EventId: id,
  EventType: 'SignIn',
  CreationDate: createdAtMs / 1000,
  EventResponse: outcome,
  EventRisk: { RiskDecision: 'NoRisk', CompromisedCredentialsDetected: false },
  ChallengeResponses: answers.map(({ name, isRight }) => ({
    ChallengeName: name,
    ChallengeResponse: isRight ? 'Success' : 'Failure',
  })),
  EventContextData: {
    ...(caller.ipAddress && { IpAddress: caller.ipAddress }),
    DeviceName: deviceType(caller.userAgent),
  },
  ...(feedback && {
    EventFeedback: {
      FeedbackValue: feedback.value,
      Provider: 'Admin',
      FeedbackDate: feedback.givenAtMs / 1000,
    },
  }),
})

/** Greater for what is older. */
const placeOf = ({ createdAtMs }: AuthEvent): string =>
  String(Number.MAX_SAFE_INTEGER - createdAtMs)

/** The newest first. @throws {AwsError} for a token of another list */
export const eventPage = (
  pool: Pool,
  input: { user: User; limit: number | undefined; untrustedToken: string | undefined },
): object => {
  const { user, limit, untrustedToken } = input
  const { page, nextToken } = paginate(pool, {
    list: `events of ${user.sub}`,
    entries: pool.authEvents.of(user.sub),
    keyOf: placeOf,
    limit: limit || longestPage,
    untrustedToken,
  })
  return {
    AuthEvents: page.map(describe),
    ...(nextToken !== undefined && { NextToken: nextToken }),
  }
}
