import { customAuth } from '../auth-flows/custom-auth.ts'
import { refreshTokenAuth } from '../auth-flows/refresh-token-auth.ts'
import type { StartFlow } from '../auth-flows/start-flow.ts'
import { userAuth } from '../auth-flows/user-auth.ts'
import { userPasswordAuth } from '../auth-flows/user-password-auth.ts'
import { userSrpAuth } from '../auth-flows/user-srp-auth.ts'
import { invalidParameter } from '../aws-error.ts'
import { findClient } from '../find-client.ts'
import type { ClientFlow } from '../options.ts'
import { clientId, defineOperation, type Operation, session } from './operation.ts'

interface Flow {
  /** What the client must have in its ExplicitAuthFlows. */
  needs: ClientFlow
  start: StartFlow
}

const refresh: Flow = { needs: 'ALLOW_REFRESH_TOKEN_AUTH', start: refreshTokenAuth }

const flows: Readonly<Record<string, Flow>> = {
  USER_SRP_AUTH: { needs: 'ALLOW_USER_SRP_AUTH', start: userSrpAuth },
  USER_PASSWORD_AUTH: { needs: 'ALLOW_USER_PASSWORD_AUTH', start: userPasswordAuth },
  REFRESH_TOKEN_AUTH: refresh,
  REFRESH_TOKEN: refresh,
  CUSTOM_AUTH: { needs: 'ALLOW_CUSTOM_AUTH', start: customAuth },
  USER_AUTH: { needs: 'ALLOW_USER_AUTH', start: userAuth },
}

const authFlows = [
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
] as const

export const initiateAuth: Operation = defineOperation(
  {
    AuthFlow: { type: 'string', required: true, values: authFlows },
    ClientId: clientId,
    AuthParameters: { type: 'map', sensitive: true },
    ClientMetadata: { type: 'map' },
    AnalyticsMetadata: { type: 'structure' },
    UserContextData: { type: 'structure', sensitive: true },
    Session: session,
  },
  async (pool, { AuthFlow, ClientId, AuthParameters: parameters = {}, ...input }) => {
    const client = findClient(pool, ClientId)
    if (AuthFlow.startsWith('ADMIN_')) {
      throw invalidParameter('Initiate Auth method not supported.')
    }
    const flow = flows[AuthFlow]
    if (!flow || !client.flows.includes(flow.needs)) {
      throw invalidParameter(`${AuthFlow} flow not enabled for this client`)
    }
    const { Session: untrustedSession, ClientMetadata: clientMetadata } = input
    return flow.start(pool, { client, parameters, untrustedSession, clientMetadata })
  },
)
