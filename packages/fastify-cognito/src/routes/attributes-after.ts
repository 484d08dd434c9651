import {
  type AttributeChanges,
  type CallOptions,
  type CodeDelivery,
  CognitoError,
  type ProfileApi,
  type UserAttributes,
} from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { isOver } from '../session/is-over.ts'

/**
 * The attributes after a change. Where they cannot be read any more, the change has been made all the
 * same: those are given that are known, which are the new ones that nobody has to verify first.
 *
 * @throws CognitoError where the session is over.
 */
export const attributesAfter = async ({
  profile,
  call,
  accessToken,
  changes,
  toVerify,
  request,
}: {
  profile: ProfileApi
  call: CallOptions
  accessToken: string
  changes: AttributeChanges
  toVerify: readonly CodeDelivery[]
  request: FastifyRequest
}): Promise<UserAttributes> => {
  try {
    return (await profile.get({ accessToken }, call)).attributes
  } catch (error) {
    if (!(error instanceof CognitoError) || isOver(error)) throw error
    request.log.warn({ code: error.code }, 'attributes were changed, and could not be read again')
    const isKnown = ([name, value]: readonly [string, unknown]) =>
      value !== null && toVerify.every(({ attribute }) => attribute !== name)
    return Object.fromEntries(Object.entries(changes).filter(isKnown)) as UserAttributes
  }
}
