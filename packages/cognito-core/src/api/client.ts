import type {
  CognitoIdentityProviderClient,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-cognito-identity-provider'
import type { FinalizeRequestMiddleware } from '@smithy/types'
import { mayRepeat } from './may-repeat.ts'

const connectionTimeoutMs = 3_000
/** Of one attempt, until the answer begins. */
const requestTimeoutMs = 10_000
const maxAttempts = 3

/** The SDK's own client, with timeouts, which repeats only what may be repeated. */
export const createClient = async (options: {
  region: string
  endpoint?: string
}): Promise<CognitoIdentityProviderClient> => {
  const sdk = await import('@aws-sdk/client-cognito-identity-provider')
  const { StandardRetryStrategy } = await import('@smithy/util-retry')
  const standard = new StandardRetryStrategy(maxAttempts)
  type Token = Parameters<typeof standard.recordSuccess>[0]
  /** What failed and may not be repeated; a strategy is not told which call it decides on. */
  const final = new WeakSet<object>()

  const client = new sdk.CognitoIdentityProviderClient({
    region: options.region,
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
    retryStrategy: {
      mode: 'standard',
      acquireInitialRetryToken: (scope) => standard.acquireInitialRetryToken(scope),
      refreshRetryTokenForRetry: async (token, info) => {
        if (typeof info.error === 'object' && final.has(info.error)) throw info.error
        return standard.refreshRetryTokenForRetry(token as Token, info)
      },
      recordSuccess: (token) => standard.recordSuccess(token as Token),
    },
  })
  const markFinal: FinalizeRequestMiddleware<ServiceInputTypes, ServiceOutputTypes> =
    (next, { commandName = '' }) =>
    async (args) => {
      try {
        return await next(args)
      } catch (error) {
        if (error instanceof Error && !mayRepeat({ commandName, input: args.input, error })) {
          final.add(error)
        }
        throw error
      }
    }
  client.middlewareStack.addRelativeTo(markFinal, {
    name: 'markFinal',
    relation: 'after',
    toMiddleware: 'retryMiddleware',
  })
  return client
}
