import { createSend } from './api/send.ts'
import { sendWithEither } from './client-secrets.ts'
import { createClock } from './clock.ts'
import type { Context } from './context.ts'
import { srpHere } from './crypto/srp-jobs.ts'
import { type CognitoOptions, poolNameOf, regionOf } from './options.ts'
import { publicAuth } from './public-auth.ts'
import { tellOfFallback } from './tell-of-fallback.ts'
import { warnBy } from './warnings.ts'
import { workerSrp } from './worker/worker-srp.ts'

export type ContextOptions = Pick<
  CognitoOptions,
  | 'userPoolId'
  | 'clientId'
  | 'clientSecret'
  | 'client'
  | 'endpoint'
  | 'customAttributes'
  | 'srp'
  | 'onWarning'
>

/** @param options have been checked. */
export const createContext = (options: ContextOptions): Context => {
  const { userPoolId, clientId, client, endpoint, customAttributes } = options
  const [clientSecret, olderSecret] = [options.clientSecret].flat()
  const warn = warnBy(options.onWarning)
  const clock = createClock({ warn })
  const sendOnce = createSend({
    onDate: clock.heard,
    userPoolId,
    clientId,
    region: regionOf(userPoolId),
    ...(client && { client }),
    ...(endpoint && { endpoint }),
  })
  const send =
    clientSecret && olderSecret
      ? sendWithEither(
          sendOnce,
          { clientId, secrets: [clientSecret, olderSecret] },
          tellOfFallback({ userPoolId, clientId, warn }),
        )
      : sendOnce
  return {
    warn,
    clock,
    srp: options.srp?.worker ? workerSrp(warn) : srpHere,
    send,
    auth: publicAuth(send),
    clientId,
    ...(clientSecret && { clientSecret }),
    userPoolId,
    poolName: poolNameOf(userPoolId),
    customAttributes: customAttributes ?? {},
  }
}
