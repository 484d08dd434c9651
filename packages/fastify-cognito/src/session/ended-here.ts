import { CognitoError } from '@x/cognito-core'

const errors = new WeakSet<Error>()

/** A session that was ended by its user, or is gone from the store, before anybody asked Cognito. */
export const endedHere = (): CognitoError => {
  const error = new CognitoError('COGNITO_TOKEN_REJECTED')
  errors.add(error)
  return error
}

/** Its cookie is gone already, and there may be another one by now. */
export const isEndedHere = (error: unknown): boolean => error instanceof Error && errors.has(error)
