import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { fromSdk } from '../errors/from-sdk.ts'
import { createClient } from './client.ts'
import type { Send } from './operations.ts'

type SendAny = (command: unknown, options: { abortSignal?: AbortSignal }) => Promise<unknown>

/** The AWS SDK is loaded at the first call, so a service that only verifies tokens never loads it. */
export const createSend = (options: {
  region: string
  endpoint?: string
  client?: CognitoIdentityProviderClient
}): Send => {
  let made: Promise<CognitoIdentityProviderClient> | undefined
  const client = (): Promise<CognitoIdentityProviderClient> => {
    made ??= options.client ? Promise.resolve(options.client) : createClient(options)
    return made
  }

  return async (operation, input, call = {}) => {
    const sdk = await import('@aws-sdk/client-cognito-identity-provider')
    // The SDK types `send` by the command's class; here the table of operations types it by name.
    const Command = sdk[`${operation}Command`] as unknown as new (input: unknown) => unknown
    const ready = await client()
    const send = ready.send.bind(ready) as unknown as SendAny
    try {
      const answer = await send(new Command(input), call.signal ? { abortSignal: call.signal } : {})
      return answer as Awaited<ReturnType<Send>> as never
    } catch (error) {
      call.signal?.throwIfAborted()
      throw fromSdk(error)
    }
  }
}
