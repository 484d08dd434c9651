import type { AccessTokenClaims, Cognito, IdTokenClaims } from '@x/cognito-core'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { CallFor } from '../call-for.ts'
import type { FastifyCognitoOptions } from '../options.ts'
import { isOver } from '../session/is-over.ts'
import { createSafeStore, defaultStoreTimeout } from '../store/create-safe-store.ts'
import { createDenylist, type Denylist } from './denylist.ts'
import { createMemoryStore } from './memory-store.ts'
import { revoked } from './revoked.ts'

export type RevocationMode = NonNullable<FastifyCognitoOptions['checkRevoked']>

/** Whether access tokens are over before they expire, as far as `checkRevoked` asks. */
export interface Revocation extends Pick<Denylist, 'denySignIn' | 'denyUser'> {
  mode: RevocationMode
  /**
   * @throws a refusal `TOKEN_REVOKED`; `STORE_UNAVAILABLE`, or CognitoError, where that cannot be found out:
   * who cannot be checked is not let in
   */
  check(input: {
    claims: AccessTokenClaims | IdTokenClaims
    /** None where an ID token was sent. */
    accessToken?: string
    request: FastifyRequest
    /** Of the pool that the token is of. */
    cognito: Pick<Cognito, 'profile'>
  }): Promise<void> | undefined
}

const nothing = async (): Promise<void> => undefined

export const createRevocation = ({
  options: { checkRevoked: mode = 'never', revocationStore, session },
  callFor,
  log,
}: {
  options: Pick<FastifyCognitoOptions, 'checkRevoked' | 'revocationStore' | 'session'>
  callFor: CallFor
  log: FastifyBaseLogger
}): Revocation => {
  if (mode === 'never')
    return { mode, check: () => undefined, denySignIn: nothing, denyUser: nothing }
  if (mode === 'always') {
    const check: Revocation['check'] = async ({ accessToken, request, cognito }) => {
      // Guards refuse to be made so; nobody is let in by a gap in that.
      if (accessToken === undefined) throw new TypeError('Cognito knows nothing of an ID token.')
      await cognito.profile.get({ accessToken }, callFor(request)).catch((error: unknown) => {
        throw isOver(error) ? revoked(error) : error
      })
    }
    return { mode, check, denySignIn: nothing, denyUser: nothing }
  }
  const given = revocationStore ?? session?.store
  if (!given) {
    log.warn(
      { code: 'REVOCATION_IN_MEMORY' },
      'checkRevoked: who has signed out is remembered by this process alone; give revocationStore for all of them',
    )
  }
  const store = given ?? createMemoryStore()
  const timeout = session?.storeTimeout ?? defaultStoreTimeout
  const { isDenied, denySignIn, denyUser } = createDenylist(createSafeStore({ store, timeout }))
  const check: Revocation['check'] = async ({ claims }) => {
    if (await isDenied(claims)) throw revoked()
  }
  return { mode, check, denySignIn, denyUser }
}
