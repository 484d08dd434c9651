import { invalidParameter } from './aws-error.ts'

export type AuthParameters = Readonly<Record<string, string>>

/**
 * A value of AuthParameters or ChallengeResponses.
 * @throws {AwsError} when it is missing or empty
 */
export const requireParameter = (parameters: AuthParameters, name: string): string => {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (value) return value
  throw invalidParameter(`Missing required parameter ${name}`)
}
