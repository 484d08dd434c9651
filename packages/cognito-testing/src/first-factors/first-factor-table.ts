import { attemptClearPassword } from '../attempt-clear-password.ts'
import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { openFirstFactorChallenge } from '../challenges/open-first-factor-challenge.ts'
import { openPasswordVerifier } from '../challenges/open-password-verifier.ts'
import { readClientPublic } from '../challenges/read-client-public.ts'
import { sendOneTimeCode } from '../challenges/send-one-time-code.ts'
import { openWebAuthnChallenge } from '../challenges/web-authn.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import type { FirstFactorChallenge } from './available-challenges.ts'

/** Somebody, who may not exist, and the factor that they want to sign in with. */
export interface FirstFactorRequest extends SignIn {
  /** AuthParameters or ChallengeResponses. */
  parameters: AuthParameters
  /** Once nothing can be refused any more; ends the Session, if there is one. */
  onAccepted: () => void
}

type StartFirstFactor = (pool: Pool, request: FirstFactorRequest) => Promise<AuthAnswer>

const attemptPassword: StartFirstFactor = (pool, { parameters, onAccepted, ...signIn }) => {
  const untrustedPassword = requireParameter(parameters, 'PASSWORD')
  const { username } = signIn.user
  return attemptClearPassword(pool, {
    ...signIn,
    username,
    untrustedPassword,
    onRight: onAccepted,
  })
}

const startSrp: StartFirstFactor = async (pool, { parameters, onAccepted, client, user }) => {
  const clientPublic = readClientPublic(parameters)
  const untrustedName = requireParameter(parameters, 'USERNAME')
  onAccepted()
  const state = { isFirstFactor: true }
  return openPasswordVerifier(pool, { client, user, untrustedName, clientPublic, state })
}

const askForCode =
  (name: 'EMAIL_OTP' | 'SMS_OTP', attribute: ContactAttribute): StartFirstFactor =>
  async (pool, { onAccepted, parameters: _nothingElse, ...signIn }) => {
    const to = signIn.user.attributes[attribute] ?? ''
    onAccepted()
    const parameters = await sendOneTimeCode(pool, signIn, { use: 'sign-in', attribute, to })
    return openFirstFactorChallenge(pool, signIn, { name, parameters })
  }

interface FirstFactorRow {
  /** What proves the factor in the same call; undefined where that takes a call of its own. */
  proof?: 'PASSWORD' | 'SRP_A'
  start: StartFirstFactor
}

/** What happens to the user who signs in with one of the factors that they are offered. */
export const firstFactorTable: Readonly<Record<FirstFactorChallenge, FirstFactorRow>> = {
  PASSWORD: { proof: 'PASSWORD', start: attemptPassword },
  PASSWORD_SRP: { proof: 'SRP_A', start: startSrp },
  EMAIL_OTP: { start: askForCode('EMAIL_OTP', 'email') },
  SMS_OTP: { start: askForCode('SMS_OTP', 'phone_number') },
  WEB_AUTHN: {
    start: async (pool, { onAccepted, ...signIn }) => {
      onAccepted()
      return openWebAuthnChallenge(pool, signIn)
    },
  },
}
