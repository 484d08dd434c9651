import type {
  CognitoIdentityProviderClient,
  CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider'

const connectionTimeoutMs = 3_000
const requestTimeoutMs = 10_000
const maxAttempts = 3

/** The SDK's own client, with timeouts, and without retries of what only time can mend. */
export const createClient = async (options: {
  region: string
  endpoint?: string
}): Promise<CognitoIdentityProviderClient> => {
  const sdk = await import('@aws-sdk/client-cognito-identity-provider')
  return new sdk.CognitoIdentityProviderClient({
    region: options.region,
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
    retryStrategy: await patientRetries(),
  })
}

type RetryStrategy = NonNullable<CognitoIdentityProviderClientConfig['retryStrategy']>

/**
 * `LimitExceededException` is Cognito's hourly limit of one user; the SDK takes it for a throttle
 * and would spend three attempts of that very limit.
 */
const patientRetries = async (): Promise<RetryStrategy> => {
  const { StandardRetryStrategy } = await import('@smithy/util-retry')
  const standard = new StandardRetryStrategy(maxAttempts)
  return {
    mode: 'standard',
    acquireInitialRetryToken: (scope) => standard.acquireInitialRetryToken(scope),
    refreshRetryTokenForRetry: (token, info) => {
      if ((info.error as Error | undefined)?.name === 'LimitExceededException') {
        throw info.error
      }
      return standard.refreshRetryTokenForRetry(
        token as Parameters<typeof standard.refreshRetryTokenForRetry>[0],
        info,
      )
    },
    recordSuccess: (token) =>
      standard.recordSuccess(token as Parameters<typeof standard.recordSuccess>[0]),
  }
}
