import { CognitoError } from '@x/cognito-core'
import { issuedClaims } from '../auth/issued-claims.ts'
import type { Exchange } from './sign-in-answer.ts'

/**
 * Where somebody else has signed in meanwhile, in another tab, their session is not to be replaced by
 * one that was to be renewed.
 *
 * @throws CognitoError `COGNITO_SESSION_EXPIRED`, or a refusal `STORE_UNAVAILABLE`
 */
export const refuseOthersSession = async (
  sub: string,
  { kit, request }: Exchange,
): Promise<void> => {
  if (kit.deliveryFor(request) !== 'cookie') return
  const session = await kit.sessions?.load(request)
  if (session && issuedClaims(session.accessToken).sub !== sub) {
    throw new CognitoError('COGNITO_SESSION_EXPIRED')
  }
}
