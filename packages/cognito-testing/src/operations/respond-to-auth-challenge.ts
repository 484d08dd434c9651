import { invalidParameter } from '../aws-error.ts'
import type { AnswerChallenge } from '../challenges/challenge-answer.ts'
import { answerCustomChallenge } from '../challenges/custom-challenge.ts'
import { answerDevicePasswordVerifier } from '../challenges/device-password-verifier.ts'
import { answerDeviceSrpAuth } from '../challenges/device-srp-auth.ts'
import { answerMfaSetup } from '../challenges/mfa-setup.ts'
import { answerNewPasswordRequired } from '../challenges/new-password-required.ts'
import { answerEmailOtp, answerSmsMfa, answerSmsOtp } from '../challenges/one-time-code.ts'
import { answerPassword, answerPasswordSrp } from '../challenges/password.ts'
import { answerPasswordVerifier } from '../challenges/password-verifier.ts'
import { answerSelectChallenge } from '../challenges/select-challenge.ts'
import { answerSelectMfaType } from '../challenges/select-mfa-type.ts'
import { answerSoftwareTokenMfa } from '../challenges/software-token-mfa.ts'
import { answerWebAuthn } from '../challenges/web-authn.ts'
import { checkMaySignIn } from '../check-may-sign-in.ts'
import { checkSecretHash } from '../client-secret.ts'
import { withResult } from '../custom-auth/with-result.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import { findClient } from '../find-client.ts'
import { requireParameter } from '../require-parameter.ts'
import { simulateAccount } from '../simulated-account.ts'
import { clientId, defineOperation, type Operation, session } from './operation.ts'

const challenges: Readonly<Record<string, AnswerChallenge>> = {
  NEW_PASSWORD_REQUIRED: answerNewPasswordRequired,
  SMS_MFA: answerSmsMfa,
  EMAIL_OTP: answerEmailOtp,
  SOFTWARE_TOKEN_MFA: answerSoftwareTokenMfa,
  SELECT_MFA_TYPE: answerSelectMfaType,
  MFA_SETUP: answerMfaSetup,
  SELECT_CHALLENGE: answerSelectChallenge,
  PASSWORD: answerPassword,
  PASSWORD_SRP: answerPasswordSrp,
  SMS_OTP: answerSmsOtp,
  WEB_AUTHN: answerWebAuthn,
  DEVICE_SRP_AUTH: answerDeviceSrpAuth,
  DEVICE_PASSWORD_VERIFIER: answerDevicePasswordVerifier,
}

/** Those that look up themselves whose they are. */
const challengesByName: Readonly<Record<string, typeof answerCustomChallenge>> = {
  PASSWORD_VERIFIER: answerPasswordVerifier,
  CUSTOM_CHALLENGE: answerCustomChallenge,
}

const challengeNames = [
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
] as const

export const respondToAuthChallenge: Operation = defineOperation(
  {
    ClientId: clientId,
    ChallengeName: { type: 'string', required: true, values: challengeNames },
    Session: session,
    ChallengeResponses: { type: 'map', sensitive: true },
    ClientMetadata: { type: 'map' },
    AnalyticsMetadata: { type: 'structure' },
    UserContextData: { type: 'structure', sensitive: true },
  },
  async (pool, input) => {
    const { ChallengeName: challenge, ChallengeResponses: responses = {} } = input
    const { Session: untrustedSession, ClientMetadata: clientMetadata } = input
    const client = findClient(pool, input.ClientId)
    const untrustedName = requireParameter(responses, 'USERNAME')
    const untrustedHash = responses['SECRET_HASH']
    checkSecretHash(pool, { client, username: untrustedName, untrustedHash })
    const answerByName = challengesByName[challenge]
    if (answerByName) {
      return answerByName(pool, { client, responses, clientMetadata, untrustedSession })
    }
    const answer = challenges[challenge]
    if (!answer) {
      const known = Object.keys({ ...challengesByName, ...challenges }).join(', ')
      throw invalidParameter(
        `This version of @x/cognito-testing takes no answers to ${challenge}, only to ${known}`,
      )
    }
    if (untrustedSession === undefined) throw invalidParameter('Missing required parameter Session')
    const user = pool.users.resolve(untrustedName) ?? simulateAccount(pool, untrustedName)
    const binding = { clientId: client.id, sub: user.sub, challenge }
    const state = pool.sessions.check({ ...binding, untrustedSession })
    // Before anything is proved, nobody is told how it stands with the user.
    if (!state.isFirstFactor) checkMaySignIn(user)
    return answer(pool, {
      client,
      user,
      clientMetadata,
      deviceKey: readDeviceKey(pool, user, responses),
      customAuth: withResult(state.customAuth, challenge),
      responses,
      session: untrustedSession,
      state,
      consumeSession: () => pool.sessions.consume(untrustedSession),
    })
  },
)
