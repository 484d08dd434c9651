import type { Cognito } from '@x/cognito-core'
import { isOver } from './is-over.ts'
import type { Renewal } from './renewal.ts'

/** Ends what came of a refresh token, here and at Cognito. @throws CognitoError where that cannot be done now. */
export type Revoke = (refreshToken: string) => Promise<void>

export const createRevoke = ({
  cognito,
  renewal,
}: {
  cognito: Pick<Cognito, 'signOut'>
  renewal: Renewal
}): Revoke => {
  const revoke: Revoke = async (refreshToken) => {
    const newest = await renewal.end(refreshToken)
    const revoked = cognito.signOut({ refreshToken: newest }).catch((error: unknown) => {
      // It is dead already, which is what was asked for.
      if (!isOver(error)) throw error
    })
    await revoked.catch(() => undefined)
    // A refresh may have begun before Cognito knew.
    const since = await renewal.end(newest)
    if (since !== newest) return revoke(since)
    await revoked
  }
  return revoke
}
