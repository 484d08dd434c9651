import type { Flows } from './create-cognito.ts'
import { createContext } from './create-context.ts'
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
import type { CognitoOptions } from './options.ts'

/** @param options have been checked. */
export const createFlows = <Options extends CognitoOptions>(options: Options): Flows<Options> => {
  const context = createContext(options)
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
