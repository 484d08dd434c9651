import {
  type CallOptions,
  type Cognito,
  CognitoError,
  type SignUpConfirmation,
} from '@x/cognito-core'

/**
 * Confirms a sign-up by its code. A session that is over is done without: it is the code that counts.
 * To sign in takes more than the code, which may have come to somebody who never signed up: without
 * the session of the sign-up nothing is given to sign in with.
 *
 * @throws CognitoError
 */
export const confirmSignUp = async (
  cognito: Pick<Cognito, 'confirmSignUp'>,
  { session, ...proof }: { username: string; code: string; session: string | undefined },
  call: CallOptions,
): Promise<SignUpConfirmation> => {
  const confirmOnly = async (): Promise<SignUpConfirmation> => {
    const { status } = await cognito.confirmSignUp(proof, call)
    return { status }
  }
  if (session === undefined) return confirmOnly()
  return cognito.confirmSignUp({ ...proof, session }, call).catch((error: unknown) => {
    const isOver = error instanceof CognitoError && error.code === 'COGNITO_SESSION_EXPIRED'
    if (!isOver) throw error
    return confirmOnly()
  })
}
