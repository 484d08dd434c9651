import type { AuthAnswer } from '../auth-answer.ts'
import { recordSignIn } from '../auth-events/record-sign-in.ts'
import { invalidParameter } from '../aws-error.ts'
import type { ClientMetadata } from '../client-metadata.ts'
import { findClient } from '../find-client.ts'
import type { Pool } from '../pool.ts'
import type { AuthParameters } from '../require-parameter.ts'
import type { FlowRow } from './flow-table.ts'

/** What InitiateAuth and AdminInitiateAuth have in common. */
export interface FlowInput {
  AuthFlow: string
  ClientId: string
  AuthParameters?: AuthParameters
  ClientMetadata?: ClientMetadata
  Session?: string
}

/**
 * Starts one of these flows, where the client has it.
 * @throws {AwsError} with `notEnabled` where it has not
 */
export const initiateFlow = async (
  pool: Pool,
  input: FlowInput,
  { flows, notEnabled }: { flows: Readonly<Record<string, FlowRow>>; notEnabled: string },
): Promise<AuthAnswer> => {
  const { AuthFlow, AuthParameters: parameters = {} } = input
  const { Session: untrustedSession, ClientMetadata: clientMetadata } = input
  const client = findClient(pool, input.ClientId)
  const flow = flows[AuthFlow]
  if (!flow) throw invalidParameter('Initiate Auth method not supported.')
  if (!client.flows.includes(flow.needs)) throw invalidParameter(notEnabled)
  const request = { client, parameters, untrustedSession, clientMetadata }
  const attempt = { isNew: true, untrustedName: parameters['USERNAME'], step: AuthFlow }
  return recordSignIn(pool, attempt, () => flow.start(pool, request))
}
