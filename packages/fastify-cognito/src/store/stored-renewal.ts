import { setTimeout } from 'node:timers/promises'
import { type CallOptions, CognitoError } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { deviceKeyIn } from '../auth/device-key-in.ts'
import { now } from '../clock.ts'
import type { Discard } from '../session/discard.ts'
import { endedHere, isEndedHere } from '../session/ended-here.ts'
import { createExpiringMap } from '../session/expiring-map.ts'
import { isOver, isReuse } from '../session/is-over.ts'
import type { RenewedSession } from '../session/keeping.ts'
import type { Renewal } from '../session/renewal.ts'
import type { Session } from '../session/session.ts'
import { type Release, refreshLimitMs } from './create-safe-lock.ts'
import type { SessionVault } from './session-vault.ts'
import { isStoreUnavailable } from './store-unavailable.ts'
import { isNews, type TakeTurn } from './take-turn.ts'

interface Stored {
  key: string
  /** As it was when the request came. */
  session: Session
  request: FastifyRequest
}

interface Refresh extends Stored {
  reason: 'expiry' | 'renew'
  call?: CallOptions
  /** For tokens that are stored only after it was given none. */
  onLate: (renewed: RenewedSession) => Promise<void>
}

/** Refreshes a session once, in however many processes that is asked for together. */
export interface StoredRenewal {
  /** @throws CognitoError, or a refusal `STORE_UNAVAILABLE`, and then nothing is lost */
  renew(input: Refresh): Promise<RenewedSession>
  /** For good, in every process. @throws a refusal `STORE_UNAVAILABLE` */
  end(input: Stored): Promise<void>
  /** The same for one that is over at Cognito. Never throws. */
  drop(input: Pick<Stored, 'key' | 'request'>): Promise<void>
}

/** What Cognito has given and the store has not taken. Its turn is not over before that. */
interface Unsaved {
  session: Session
  /** The access token that it takes the place of. */
  replaced: string
  release: Release
}

const day = 24 * 60 * 60
const mostUnsaved = 10_000
const retryMs = 1000
const mostRetries = 30

/** In ms: after each of them the store may have what another process got, where Cognito says reuse. */
const secondLooksMs = [0, 100, 200, 400, 600, 700]

export const createStoredRenewal = ({
  vault,
  takeTurn,
  renewal,
  discard,
}: {
  vault: SessionVault
  takeTurn: TakeTurn
  renewal: Pick<Renewal, 'renew' | 'hasEnded'>
  discard: Discard
}): StoredRenewal => {
  const underWay = new Map<string, Promise<RenewedSession>>()
  const unsaved = createExpiringMap<Unsaved>({ most: mostUnsaved })
  const retrying = new Set<string>()

  const refuseEnded = async ({ key, session, request }: Stored): Promise<void> => {
    if (await vault.read(key)) return
    unsaved.delete(key)
    await discard({ refreshToken: session.refreshToken, request })
    await vault.remove(key)
    throw endedHere()
  }

  /** Looks before and after: whoever signs out in between finds it, or is found. */
  const save = async (
    { key, request }: Stored,
    { session, replaced, release }: Unsaved,
  ): Promise<void> => {
    try {
      await refuseEnded({ key, session, request })
      await vault.write(key, session)
    } catch (error) {
      if (isStoreUnavailable(error)) {
        unsaved.set({ key, value: { session, replaced, release }, until: now() + day })
      }
      throw error
    }
    unsaved.delete(key)
    await refuseEnded({ key, session, request })
  }

  /** What was stored since by somebody who was not refused. */
  const storedSince = async (
    { key }: Stored,
    { accessToken }: Session,
    refusal: unknown,
  ): Promise<Session | undefined> => {
    for (const delay of isReuse(refusal) ? secondLooksMs : [0]) {
      await setTimeout(delay)
      const stored = await vault.read(key)
      if (stored && stored.accessToken !== accessToken) return stored
    }
    return undefined
  }

  const askCognito = async (
    input: Refresh,
    current: Session,
    release: Release,
  ): Promise<RenewedSession> => {
    const { reason, call } = input
    const { refreshToken, signedInAt, accessToken: replaced } = current
    if (!refreshToken) throw new CognitoError('COGNITO_TOKEN_REJECTED')
    const deviceKey = deviceKeyIn(replaced)
    // An SDK client of the app's own has no limit as a whole, and the lock has one.
    const signal = AbortSignal.timeout(refreshLimitMs)
    const { outcome, isFirstHand, ...tokens } = await renewal
      .renew({ refreshToken, deviceKey, reason, call: { ...call, signal } })
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
        throw new CognitoError('COGNITO_UNAVAILABLE', { cause: error })
      })
    // Signed out everywhere meanwhile, which leaves no mark in the store.
    if (renewal.hasEnded(tokens.refreshToken)) throw new CognitoError('COGNITO_TOKEN_REJECTED')
    const { accessToken, expiresAt } = tokens
    const session = { accessToken, refreshToken: tokens.refreshToken, expiresAt, signedInAt }
    await save(input, { session, replaced, release })
    return { session, outcome, isFirstHand }
  }

  /** What is in the store, once that is all there is. */
  const newestOf = async (input: Stored): Promise<RenewedSession> => {
    const { key, request } = input
    const stored = await vault.read(key)
    const kept = unsaved.get(key)
    if (stored && kept?.replaced === stored.accessToken) {
      await save(input, kept)
      return { session: kept.session, outcome: 'made', isFirstHand: true }
    }
    unsaved.delete(key)
    if (stored) return joined(stored)
    if (kept) await discard({ refreshToken: kept.session.refreshToken, request })
    throw endedHere()
  }

  const renewInTurn = async (input: Refresh, release: Release): Promise<RenewedSession> => {
    const newest = await newestOf(input)
    if (isNews(newest.session, input.session)) return newest
    try {
      return await askCognito(input, newest.session, release)
    } catch (error) {
      if (!isOver(error) || isEndedHere(error)) throw error
      const stored = await storedSince(input, newest.session, error)
      if (stored) return joined(stored)
      await vault.end(input.key)
      throw error
    }
  }

  const renewAlone = async (input: Refresh): Promise<RenewedSession> => {
    const kept = unsaved.get(input.key)
    const turn = kept ?? (await takeTurn(input))
    if (!('release' in turn)) return joined(turn.session)
    const { release } = turn
    try {
      return await renewInTurn(input, release)
    } finally {
      if (unsaved.get(input.key)) retryLater(input)
      else await release()
    }
  }

  const renew: StoredRenewal['renew'] = async (input) => {
    const asked = underWay.get(input.key)
    if (asked) return joined((await asked).session)
    const asking = renewAlone(input).finally(() => underWay.delete(input.key))
    underWay.set(input.key, asking)
    return asking
  }

  const renewLate = async (input: Refresh): Promise<void> => {
    const renewed = await renew(input)
    if (!renewed.isFirstHand) return
    await input.onLate(renewed).catch((err: unknown) => {
      input.request.log.error({ err }, 'onRefresh has thrown, of tokens that were stored late')
    })
  }

  /** Other processes may be waiting for it. */
  const retryLater = (input: Refresh): void => {
    const { key } = input
    if (retrying.has(key)) return
    retrying.add(key)
    const retry = async (): Promise<void> => {
      for (let retries = 0; retries < mostRetries && unsaved.get(key); retries += 1) {
        await setTimeout(retryMs, undefined, { ref: false })
        if (unsaved.get(key)) await renewLate(input).catch(() => undefined)
      }
      retrying.delete(key)
    }
    void retry()
  }

  /** What was kept, and others may have its turn. */
  const giveUp = async (key: string): Promise<Unsaved | undefined> => {
    const kept = unsaved.get(key)
    unsaved.delete(key)
    await kept?.release()
    return kept
  }

  return {
    renew,
    end: async ({ key, session, request }) => {
      const newest = await vault.end(key)
      const kept = await giveUp(key)
      const { refreshToken } = kept?.session ?? newest ?? session
      await discard({ refreshToken, request })
    },
    drop: async ({ key, request }) => {
      await giveUp(key)
      await vault.end(key).catch(() => {
        request.log.warn(
          { code: 'STORE_UNAVAILABLE' },
          'a session that is over is still in the store',
        )
      })
    },
  }
}

const joined = (session: Session): RenewedSession => ({
  session,
  outcome: 'joined',
  isFirstHand: false,
})
