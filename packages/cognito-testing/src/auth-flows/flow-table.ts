import type { ClientFlow } from '../options.ts'
import { customAuth } from './custom-auth.ts'
import { refreshTokenAuth } from './refresh-token-auth.ts'
import type { StartFlow } from './start-flow.ts'
import { userAuth } from './user-auth.ts'
import { userPasswordAuth } from './user-password-auth.ts'
import { userSrpAuth } from './user-srp-auth.ts'

export interface FlowRow {
  /** What the client must have in its ExplicitAuthFlows. */
  needs: ClientFlow
  start: StartFlow
}

const refresh: FlowRow = { needs: 'ALLOW_REFRESH_TOKEN_AUTH', start: refreshTokenAuth }

const flowsOfBoth: Readonly<Record<string, FlowRow>> = {
  USER_SRP_AUTH: { needs: 'ALLOW_USER_SRP_AUTH', start: userSrpAuth },
  REFRESH_TOKEN_AUTH: refresh,
  REFRESH_TOKEN: refresh,
  CUSTOM_AUTH: { needs: 'ALLOW_CUSTOM_AUTH', start: customAuth },
  USER_AUTH: { needs: 'ALLOW_USER_AUTH', start: userAuth },
}

const adminPassword: FlowRow = {
  needs: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  start: userPasswordAuth,
}

/** Of InitiateAuth. */
export const publicFlows: Readonly<Record<string, FlowRow>> = {
  ...flowsOfBoth,
  USER_PASSWORD_AUTH: { needs: 'ALLOW_USER_PASSWORD_AUTH', start: userPasswordAuth },
}

/** Of AdminInitiateAuth. */
export const operatorFlows: Readonly<Record<string, FlowRow>> = {
  ...flowsOfBoth,
  ADMIN_USER_PASSWORD_AUTH: adminPassword,
  ADMIN_NO_SRP_AUTH: adminPassword,
}

/** AuthFlowType */
export const authFlows = [
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
] as const
