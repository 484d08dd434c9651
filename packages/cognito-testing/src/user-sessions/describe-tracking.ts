import type { Pool } from '../pool.ts'

/** UserPoolSessionConfiguration, as AWS spells it. */
export const describeTracking = ({ settings, userSessions }: Pool): object => {
  const { isOn, maxPerUser } = userSessions.tracking()
  return {
    UserPoolId: settings.userPoolId,
    UserSessionTracking: isOn ? 'ENABLED' : 'DISABLED',
    TokenSession: { MaxPerUser: maxPerUser },
  }
}
