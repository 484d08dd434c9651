import { AwsError } from '../aws-error.ts'
import type { CallingClient } from '../no-client.ts'
import type { Pool } from '../pool.ts'
import type { TriggerHandler } from './trigger-handler.ts'
import { type TriggerEvents, type TriggerRow, triggerTable } from './trigger-table.ts'

/** What a handler may have left out, or set to null, at any depth. */
type Loose<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? string extends keyof T
      ? T
      : { readonly [K in keyof T]?: Loose<T[K]> | null }
    : T

export type TriggerResponse<Kind extends keyof TriggerEvents> = Loose<
  TriggerEvents[Kind]['response']
>

export interface TriggerCall<Kind extends keyof TriggerEvents> {
  kind: Kind
  handler: TriggerHandler<TriggerEvents[Kind]>
  client: CallingClient
  userName: string
  triggerSource: TriggerEvents[Kind]['triggerSource']
  /** What is undefined is left out of the event. */
  request: object
  response: object
}

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const throughJson = (value: object): unknown => JSON.parse(JSON.stringify(value))

const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown)

/** As Lambda does: a handler has an event of its own, and what it gives back travels as JSON. */
const outputOf = async (run: () => unknown, { name }: TriggerRow): Promise<unknown> => {
  try {
    const json = JSON.stringify(await run())
    return json === undefined ? null : JSON.parse(json)
  } catch (error) {
    const message = `${name} failed with error ${messageOf(error)}.`
    throw new AwsError('UserLambdaValidationException', message)
  }
}

const invalidResponse = (message: string): AwsError =>
  new AwsError('InvalidLambdaResponseException', message)

const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  isObject(value) && names.every((name) => typeof value[name] === 'string')

/** Cognito wants the whole event back, not the response alone. */
const isEvent = (output: JsonObject, { response }: TriggerRow): boolean =>
  hasTexts(output, ['version', 'region', 'userPoolId', 'userName', 'triggerSource']) &&
  hasTexts(output['callerContext'], ['awsSdkVersion', 'clientId']) &&
  isObject(output['request']) &&
  isObject(output['response']) &&
  response(output['response'])

/**
 * Calls a trigger, and waits for it. Whatever was looked up before must be looked up again: other
 * calls go on meanwhile.
 * @throws {AwsError} UserLambdaValidationException where the handler throws,
 * InvalidLambdaResponseException where it does not give an event back
 */
export const invokeTrigger = async <Kind extends keyof TriggerEvents>(
  { settings }: Pool,
  call: TriggerCall<Kind>,
): Promise<TriggerResponse<Kind>> => {
  const { client, userName, triggerSource, request, response } = call
  const row = triggerTable[call.kind]
  // Cognito sends null where the published types know of undefined only.
  const event = throughJson({
    version: row.version,
    region: settings.region,
    userPoolId: settings.userPoolId,
    userName,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client.id },
    triggerSource,
    request,
    response,
  }) as TriggerEvents[Kind]
  const output = await outputOf(() => call.handler(event), row)
  if (output === null) throw invalidResponse('Invalid lambda function output : Invalid JSON')
  if (!isObject(output) || !isEvent(output, row)) {
    throw invalidResponse('Unrecognizable lambda output')
  }
  return output['response'] as TriggerResponse<Kind>
}
