import type { AuthAnswer } from '../auth-answer.ts'
import { recordSignIn } from '../auth-events/record-sign-in.ts'
import { invalidParameter } from '../aws-error.ts'
import { checkMaySignIn } from '../check-may-sign-in.ts'
import type { ClientMetadata } from '../client-metadata.ts'
import { checkSecretHash } from '../client-secret.ts'
import { withResult } from '../custom-auth/with-result.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import { findClient } from '../find-client.ts'
import type { Pool } from '../pool.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { simulateAccount } from '../simulated-account.ts'
import type { AnswerChallenge } from './challenge-answer.ts'
import { answerCustomChallenge } from './custom-challenge.ts'
import { answerDevicePasswordVerifier } from './device-password-verifier.ts'
import { answerDeviceSrpAuth } from './device-srp-auth.ts'
import { answerMfaSetup } from './mfa-setup.ts'
import { answerNewPasswordRequired } from './new-password-required.ts'
import { answerEmailOtp, answerSmsMfa, answerSmsOtp } from './one-time-code.ts'
import { answerPassword, answerPasswordSrp } from './password.ts'
import { answerPasswordVerifier } from './password-verifier.ts'
import { answerSelectChallenge } from './select-challenge.ts'
import { answerSelectMfaType } from './select-mfa-type.ts'
import { answerSoftwareTokenMfa } from './software-token-mfa.ts'
import { answerWebAuthn } from './web-authn.ts'

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

/** ChallengeNameType */
export const challengeNames = [
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

/** What RespondToAuthChallenge and AdminRespondToAuthChallenge have in common. */
export interface ChallengeInput {
  ClientId: string
  ChallengeName: string
  ChallengeResponses?: AuthParameters
  ClientMetadata?: ClientMetadata
  Session?: string
}

const answerChallenge = async (pool: Pool, input: ChallengeInput): Promise<AuthAnswer> => {
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
}

/** The next step for whoever answers a challenge. @throws {AwsError} */
export const answerAnyChallenge = (pool: Pool, input: ChallengeInput): Promise<AuthAnswer> => {
  const untrustedName = input.ChallengeResponses?.['USERNAME']
  const attempt = { isNew: false, untrustedName, step: input.ChallengeName }
  return recordSignIn(pool, attempt, () => answerChallenge(pool, input))
}
