import { createSend } from './api/send.ts'
import { sendWithEither } from './client-secrets.ts'
import { createClock } from './clock.ts'
import type { Context } from './context.ts'
import type { Flows } from './create-cognito.ts'
import { srpHere } from './crypto/srp-jobs.ts'
import { answerChallenge } from './flows/answer-challenge.ts'
import { devicesApi } from './flows/devices.ts'
import { mfaApi } from './flows/mfa.ts'
import { passkeysApi } from './flows/passkeys.ts'
import { passwordApi } from './flows/password.ts'
import { profileApi } from './flows/profile.ts'
import { refresh } from './flows/refresh.ts'
import { sessionsApi } from './flows/sessions.ts'
import { signIn } from './flows/sign-in.ts'
import { signOut, signOutEverywhere } from './flows/sign-out.ts'
import { confirmSignUp, resendSignUpCode, signUp } from './flows/sign-up.ts'
import { type CognitoOptions, poolNameOf, regionOf } from './options.ts'
import { tellOfFallback } from './tell-of-fallback.ts'
import { warnBy } from './warnings.ts'
import { workerSrp } from './worker/worker-srp.ts'

/** @param options have been checked. */
export const createFlows = <Options extends CognitoOptions>(options: Options): Flows<Options> => {
  const context = contextOf(options)
  return {
    signUp: (input, call) => signUp(context, input, call),
    confirmSignUp: (input, call) => confirmSignUp(context, input, call),
    resendSignUpCode: (input, call) => resendSignUpCode(context, input, call),
    signIn: (input, call) => signIn(context, input, call),
    answerChallenge: (challenge, answer, call) => answerChallenge(context, challenge, answer, call),
    refresh: (input, call) => refresh(context, input, call),
    signOut: (input, call) => signOut(context, input, call),
    signOutEverywhere: (input, call) => signOutEverywhere(context, input, call),
    password: passwordApi(context),
    profile: profileApi<Options>(context),
    mfa: mfaApi(context),
    passkeys: passkeysApi(context),
    devices: devicesApi(context),
    sessions: sessionsApi(context),
  }
}

const contextOf = (options: CognitoOptions): Context => {
  const { userPoolId, clientId, client, endpoint, customAttributes } = options
  const [clientSecret, olderSecret] = [options.clientSecret].flat()
  const warn = warnBy(options.onWarning)
  const clock = createClock({ warn })
  const send = createSend({
    onDate: clock.heard,
    userPoolId,
    clientId,
    region: regionOf(userPoolId),
    ...(client && { client }),
    ...(endpoint && { endpoint }),
  })
  return {
    warn,
    clock,
    srp: options.srp?.worker ? workerSrp(warn) : srpHere,
    send:
      clientSecret && olderSecret
        ? sendWithEither(
            send,
            { clientId, secrets: [clientSecret, olderSecret] },
            tellOfFallback({ userPoolId, clientId, warn }),
          )
        : send,
    clientId,
    ...(clientSecret && { clientSecret }),
    userPoolId,
    poolName: poolNameOf(userPoolId),
    customAttributes: customAttributes ?? {},
  }
}
