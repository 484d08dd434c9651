import type { UserSession } from '@x/cognito-core'
import type { FromSchema } from 'json-schema-to-ts'
import type { sessionsAnswer } from './schemas/sessions.ts'

type ShownSession = FromSchema<typeof sessionsAnswer>['sessions'][number]

/** Named one by one: what core adds is not shown by that alone. */
export const shownSession = (session: UserSession): ShownSession => {
  const { id, kind, clientId, createdAt, lastActiveAt, deviceType } = session
  const { ipAddress, location, originSessionId, isCurrent } = session
  return {
    id,
    kind,
    ...(clientId && { clientId }),
    ...(createdAt !== undefined && { createdAt }),
    ...(lastActiveAt !== undefined && { lastActiveAt }),
    ...(deviceType && { deviceType }),
    ...(ipAddress && { ipAddress }),
    ...(location && { location }),
    ...(originSessionId && { originSessionId }),
    isCurrent,
  }
}
