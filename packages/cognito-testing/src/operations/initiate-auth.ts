import { findClient } from '../app-client.ts'
import { refreshTokenAuth } from '../auth-flows/refresh-token-auth.ts'
import { userPasswordAuth } from '../auth-flows/user-password-auth.ts'
import { userSrpAuth } from '../auth-flows/user-srp-auth.ts'
import type { AuthParameters } from '../auth-parameters.ts'
import { invalidParameter } from '../aws-error.ts'
import type { InputOf, Shape } from '../input-shape.ts'
import type { AuthAnswer } from '../next-step.ts'
import type { ClientFlow } from '../options.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'

export const initiateAuthInput = {
  AuthFlow: {
    type: 'string',
    required: true,
    values: [
      'USER_SRP_AUTH',
      'REFRESH_TOKEN_AUTH',
      'REFRESH_TOKEN',
      'CUSTOM_AUTH',
      'ADMIN_NO_SRP_AUTH',
      'USER_PASSWORD_AUTH',
      'ADMIN_USER_PASSWORD_AUTH',
      'USER_AUTH',
    ],
  },
  ClientId: {
    type: 'string',
    required: true,
    min: 1,
    max: 128,
    pattern: '[\\w+]+',
    sensitive: true,
  },
  AuthParameters: { type: 'map', sensitive: true },
  ClientMetadata: { type: 'map' },
  AnalyticsMetadata: { type: 'structure' },
  UserContextData: { type: 'structure', sensitive: true },
  Session: { type: 'string', min: 20, max: 2048, sensitive: true },
} as const satisfies Shape

interface Flow {
  /** What the client must have in its ExplicitAuthFlows. */
  needs: ClientFlow
  start: (pool: Pool, client: AppClient, parameters: AuthParameters) => AuthAnswer
}

const refresh: Flow = { needs: 'ALLOW_REFRESH_TOKEN_AUTH', start: refreshTokenAuth }

const flows: Readonly<Record<string, Flow>> = {
  USER_SRP_AUTH: { needs: 'ALLOW_USER_SRP_AUTH', start: userSrpAuth },
  USER_PASSWORD_AUTH: { needs: 'ALLOW_USER_PASSWORD_AUTH', start: userPasswordAuth },
  REFRESH_TOKEN_AUTH: refresh,
  REFRESH_TOKEN: refresh,
}

export const initiateAuth = (pool: Pool, input: InputOf<typeof initiateAuthInput>): AuthAnswer => {
  const client = findClient(pool, input.ClientId)
  if (input.AuthFlow.startsWith('ADMIN_')) {
    throw invalidParameter('Initiate Auth method not supported.')
  }
  const flow = flows[input.AuthFlow]
  if (!flow || !client.flows.includes(flow.needs)) {
    throw invalidParameter(`${input.AuthFlow} flow not enabled for this client`)
  }
  return flow.start(pool, client, input.AuthParameters ?? {})
}
