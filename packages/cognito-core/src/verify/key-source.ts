import { KidNotFoundInJwksError, WaitPeriodNotYetEndedJwkError } from 'aws-jwt-verify/error'
import type { JwkWithKid } from 'aws-jwt-verify/jwk'
import { CognitoError } from '../errors/cognito-error.ts'
import type { SigningKeys } from './signing-keys.ts'

/** One place where keys come from. */
export interface KeySource {
  /**
   * @throws KidNotFoundInJwksError or WaitPeriodNotYetEndedJwkError where there is no such key.
   * @throws CognitoError `KEYS_UNAVAILABLE` where that cannot be told.
   */
  find(kid: string): Promise<JwkWithKid>

  /** @throws CognitoError `KEYS_UNAVAILABLE` */
  refresh(): Promise<SigningKeys>
}

/** How long nothing is fetched after a fetch that did not help. */
export interface KeyPauses {
  /** After a key id that was not in the fresh key set either. */
  unknownKeyMs: number
  /** After a key set that could not be had. */
  failureMs: number
}

/** Keys given by hand: nothing is ever fetched. */
export const createOfflineKeySource = (keys: SigningKeys): KeySource => ({
  find: async (kid) => {
    const key = keys.get(kid)
    if (key === undefined) throw new KidNotFoundInJwksError()
    return key
  },
  refresh: async () => keys,
})

/** Keys that are fetched when they are first needed, and again for a key id that is not among them. */
export const createFetchedKeySource = (input: {
  fetchKeys: () => Promise<SigningKeys>
  pauses: KeyPauses
  /** Told that a key which was there is there no more. */
  keyWithdrawn: () => void
}): KeySource => {
  const { fetchKeys, pauses, keyWithdrawn } = input
  let keys: SigningKeys | undefined
  let fetching: Promise<SigningKeys> | undefined
  let failure: unknown
  let pausedUntilMs = 0

  const fetchOnce = async (): Promise<SigningKeys> => {
    try {
      const fresh = await fetchKeys()
      const isWithdrawn = keys !== undefined && !holdsAll(fresh, keys)
      keys = fresh
      failure = undefined
      if (isWithdrawn) keyWithdrawn()
      return fresh
    } catch (error) {
      failure = error
      pausedUntilMs = performance.now() + pauses.failureMs
      throw error
    } finally {
      fetching = undefined
    }
  }

  const refresh = async (): Promise<SigningKeys> => {
    fetching ??= fetchOnce()
    try {
      return await fetching
    } catch (cause) {
      throw unavailable(cause)
    }
  }

  const find = async (kid: string): Promise<JwkWithKid> => {
    const known = keys?.get(kid)
    if (known !== undefined) return known
    if (fetching === undefined && performance.now() < pausedUntilMs) {
      throw failure === undefined ? new WaitPeriodNotYetEndedJwkError() : unavailable(failure)
    }
    const fresh = (await refresh()).get(kid)
    if (fresh !== undefined) return fresh
    pausedUntilMs = performance.now() + pauses.unknownKeyMs
    throw new KidNotFoundInJwksError()
  }

  return { find, refresh }
}

/** By what they are, too: another key under an old id is not the old one. */
const holdsAll = (keys: SigningKeys, wanted: SigningKeys): boolean =>
  [...wanted].every(([kid, { n, e }]) => keys.get(kid)?.n === n && keys.get(kid)?.e === e)

const unavailable = (cause: unknown): CognitoError =>
  new CognitoError('KEYS_UNAVAILABLE', { cause })
