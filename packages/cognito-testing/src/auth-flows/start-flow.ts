import type { AuthAnswer } from '../auth-answer.ts'
import type { ClientMetadata } from '../client-metadata.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import type { AuthParameters } from '../require-parameter.ts'

/** What InitiateAuth was called with, as far as flows go by it. */
export interface FlowRequest {
  client: AppClient
  parameters: AuthParameters
  untrustedSession: string | undefined
  clientMetadata: ClientMetadata | undefined
}

export type StartFlow = (pool: Pool, request: FlowRequest) => Promise<AuthAnswer>
