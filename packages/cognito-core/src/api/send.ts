import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { MiddlewareStack } from '@smithy/types'
import { CognitoError } from '../errors/cognito-error.ts'
import { fromSdk } from '../errors/from-sdk.ts'
import { createClient } from './client.ts'
import type { Operation, Operations, Send } from './operations.ts'
import { nextToTheWire, readDate } from './read-date.ts'
import { traceCall } from './trace-call.ts'

type SendAny = (command: unknown, options: { abortSignal: AbortSignal }) => Promise<unknown>

/** What every command of the SDK has. */
interface AnyCommand {
  middlewareStack: MiddlewareStack<object, object>
}

export interface SendOptions {
  userPoolId: string
  clientId?: string
  region: string
  endpoint?: string
  client?: CognitoIdentityProviderClient
  /** Of a call with all its attempts; a client of the user's own has limits of its own. */
  totalTimeoutMs?: number
  /** Told the `Date` header of every answer, also of a refusal. */
  onDate?: (date: string) => void
}

const defaultTotalTimeoutMs = 20_000

/** The AWS SDK is loaded at the first call, so a service that only verifies tokens never loads it. */
export const createSend = (options: SendOptions): Send => {
  const totalTimeoutMs = options.totalTimeoutMs ?? defaultTotalTimeoutMs
  let made: Promise<CognitoIdentityProviderClient> | undefined
  const client = (): Promise<CognitoIdentityProviderClient> => {
    made ??= createClient(options).catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }

  const call = async <Name extends Operation>(
    operation: Name,
    input: Operations[Name][0],
    abortSignal: AbortSignal,
  ): Promise<Operations[Name][1]> => {
    const sdk = await import('@aws-sdk/client-cognito-identity-provider')
    // The SDK types `send` by the command's class; here the table of operations types it by name.
    const Command = sdk[`${operation}Command`] as unknown as new (input: unknown) => AnyCommand
    const ready = options.client ?? (await client())
    const send = ready.send.bind(ready) as unknown as SendAny
    const command = new Command(input)
    if (options.onDate) command.middlewareStack.add(readDate(options.onDate), nextToTheWire)
    return send(command, { abortSignal }) as Promise<Operations[Name][1]>
  }

  const callInTime: Send = async (operation, input, { signal } = {}) => {
    signal?.throwIfAborted()
    const limit = new AbortController()
    const expire = () => limit.abort(new Error('No answer in time.'))
    const timer = options.client ? undefined : setTimeout(expire, totalTimeoutMs)
    try {
      return await call(
        operation,
        input,
        signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
      )
    } catch (error) {
      signal?.throwIfAborted()
      if (!limit.signal.aborted) throw fromSdk(error, operation, options)
      throw new CognitoError('COGNITO_UNAVAILABLE', { operation, cause: limit.signal.reason })
    } finally {
      clearTimeout(timer)
    }
  }

  const { userPoolId, clientId } = options
  const ids = { userPoolId, ...(clientId && { clientId }) }
  return (operation, input, call) =>
    traceCall({ operation, ...ids }, () => callInTime(operation, input, call))
}
