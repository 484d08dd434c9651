import type { CustomAuth } from './custom-auth.ts'

/**
 * Further challenges that triggers are told of, when they have been passed.
 * Source: "Define Auth challenge Lambda trigger" of the Amazon Cognito developer guide.
 */
const toldChallenges: ReadonlySet<string> = new Set([
  'PASSWORD_VERIFIER',
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
])

/** One challenge further; undefined in every other flow. */
export const withResult = (
  customAuth: CustomAuth | undefined,
  challengeName: string,
): CustomAuth | undefined => {
  if (!customAuth || !toldChallenges.has(challengeName)) return customAuth
  const result = { challengeName, challengeResult: true, challengeMetadata: null }
  return { ...customAuth, results: [...customAuth.results, result] }
}
