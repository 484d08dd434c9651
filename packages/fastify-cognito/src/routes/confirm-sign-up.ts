import { type Cognito, CognitoError, type SignUpConfirmation } from '@x/cognito-core'

/**
 * Confirms a sign-up by its code. A session that is over is done without: it is the code that counts.
 *
 * @throws CognitoError
 */
export const confirmSignUp = async (
  cognito: Pick<Cognito, 'confirmSignUp'>,
  { session, ...proof }: { username: string; code: string; session: string | undefined },
): Promise<SignUpConfirmation> => {
  if (session === undefined) return cognito.confirmSignUp(proof)
  return cognito.confirmSignUp({ ...proof, session }).catch((error: unknown) => {
    const isOver = error instanceof CognitoError && error.code === 'COGNITO_SESSION_EXPIRED'
    if (!isOver) throw error
    return cognito.confirmSignUp(proof)
  })
}
