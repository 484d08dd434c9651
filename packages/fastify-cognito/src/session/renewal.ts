import { createHash } from 'node:crypto'
import { type CallOptions, type Cognito, CognitoError, type Tokens } from '@x/cognito-core'
import { issuedClaims } from '../auth/issued-claims.ts'
import { now } from '../clock.ts'
import { createExpiringMap } from './expiring-map.ts'
import { isOver } from './is-over.ts'

export type RenewedTokens = Tokens & { refreshToken: string }

/** Tokens that Cognito was asked for, by this call or by another under way, or those of a moment ago. */
export type RefreshOutcome = 'made' | 'joined' | 'remembered'

/** `isFirstHand`: it was this call that asked Cognito for them. */
export type Renewed = RenewedTokens & { outcome: RefreshOutcome; isFirstHand: boolean }

interface Refresh {
  refreshToken: string
  /** Of the device that its session was begun on, where the pool keeps track of devices. */
  deviceKey?: string | undefined
}

/** Refreshes tokens once, however many requests ask for it together, and remembers the outcome for a minute. */
export interface Renewal {
  /**
   * A request that was under way with a refresh token that has been rotated since gets the new tokens.
   * `'renew'` asks Cognito even where tokens of the last minute would do.
   *
   * @throws CognitoError, `COGNITO_TOKEN_REJECTED` for what was ended here without asking Cognito
   */
  renew(
    input: Refresh & {
      reason: 'expiry' | 'renew'
      call?: CallOptions
    },
  ): Promise<Renewed>
  /** Ends what came of this refresh token, and gives the newest one, for Cognito to revoke. */
  end(refreshToken: string): Promise<string>
  /** The same for all that is remembered of one user. */
  endAll(sub: string): void
  /** Whether its session was ended here, as long as the access token would have lived. */
  hasEnded(refreshToken: string): boolean
}

/** All refresh tokens that came of one another. */
interface Family {
  tokens: RenewedTokens
  /** Key of the newest refresh token. */
  newest: string
  sub: string
}

const rememberedFor = 60
const most = 10_000

/** In seconds; an access token with less than this to live is renewed. */
export const renewedBefore = 30

export const createRenewal = (cognito: Pick<Cognito, 'refresh'>): Renewal => {
  const underWay = new Map<string, Promise<RenewedTokens>>()
  /** By the key of a refresh under way, whose sessions are to be over by the time it is answered. */
  const endedUnderWay = new Map<string, ReadonlySet<string>>()
  const families = createExpiringMap<Family>({ most })
  /** Apart from the families: whoever refreshes often cannot push a mark out. */
  const ended = createExpiringMap<true>({ most })
  /** What Cognito has said a definite no to: guards need not ask again and again. */
  const refused = createExpiringMap<CognitoError>({ most })

  const markEnded = (key: string, { expiresAt }: Tokens): void => {
    families.delete(key)
    ended.set({ key, value: true, until: expiresAt })
  }

  const endFamilies = (isMeant: (family: Family) => boolean): void => {
    for (const [key, family] of families.entries()) {
      if (isMeant(family)) markEnded(key, family.tokens)
    }
  }

  const remember = (oldKey: string, tokens: RenewedTokens): RenewedTokens => {
    const newest = keyOf(tokens.refreshToken)
    const { sub } = issuedClaims(tokens.accessToken)
    if (ended.get(oldKey) || endedUnderWay.get(oldKey)?.has(sub)) {
      markEnded(oldKey, tokens)
      markEnded(newest, tokens)
      return tokens
    }
    const family = Object.assign(families.get(oldKey) ?? {}, { tokens, newest, sub })
    // Keys that were old before keep their time: a chain that goes on does not move it.
    const until = now() + rememberedFor
    for (const key of [oldKey, newest]) families.set({ key, value: family, until })
    return tokens
  }

  const ask = async (
    { refreshToken, deviceKey }: Refresh,
    call: CallOptions | undefined,
  ): Promise<Renewed> => {
    const key = keyOf(refreshToken)
    const asked = underWay.get(key)
    if (asked) return { ...(await asked), outcome: 'joined', isFirstHand: false }
    const asking = cognito
      .refresh({ refreshToken, ...(deviceKey && { deviceKey }) }, call)
      .then((tokens) =>
        remember(key, { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken }),
      )
      .catch((error: unknown) => {
        if (isRefusedForGood(error)) {
          const until = now() + rememberedFor
          refused.set({ key: refusedKey(key, deviceKey), value: error, until })
        }
        throw error
      })
      .finally(() => {
        underWay.delete(key)
        endedUnderWay.delete(key)
      })
    underWay.set(key, asking)
    return { ...(await asking), outcome: 'made', isFirstHand: true }
  }

  /** Until no refresh of this token, or of the newest that came of it, is under way. */
  const settle = async (key: string): Promise<void> => {
    const asked = underWay.get(key) ?? underWay.get(families.get(key)?.newest ?? key)
    if (!asked) return
    await asked.catch(() => undefined)
    await settle(key)
  }

  return {
    renew: async ({ refreshToken, deviceKey, reason, call }) => {
      const key = keyOf(refreshToken)
      if (ended.get(key)) throw new CognitoError('COGNITO_TOKEN_REJECTED')
      const refusal = reason === 'expiry' && refused.get(refusedKey(key, deviceKey))
      if (refusal) throw refusal
      const family = families.get(key)
      if (!family) return ask({ refreshToken, deviceKey }, call)
      const isLate = key !== family.newest
      const isFresh = family.tokens.expiresAt - now() >= renewedBefore
      if (isFresh && (isLate || reason === 'expiry'))
        return { ...family.tokens, outcome: 'remembered', isFirstHand: false }
      return ask({ refreshToken: family.tokens.refreshToken, deviceKey }, call)
    },
    end: async (refreshToken) => {
      const key = keyOf(refreshToken)
      await settle(key)
      const family = families.get(key)
      if (!family) return refreshToken
      endFamilies((each) => each === family)
      return family.tokens.refreshToken
    },
    endAll: (sub) => {
      for (const key of underWay.keys()) {
        endedUnderWay.set(key, new Set([...(endedUnderWay.get(key) ?? []), sub]))
      }
      endFamilies((family) => family.sub === sub)
    },
    hasEnded: (refreshToken) => ended.get(keyOf(refreshToken)) === true,
  }
}

const isRefusedForGood = (error: unknown): error is CognitoError => isOver(error)

/** With another device it may be answered otherwise. */
const refusedKey = (key: string, deviceKey: string | undefined): string =>
  `${key} ${deviceKey ?? ''}`

/** No token is kept as a key. */
const keyOf = (refreshToken: string): string =>
  createHash('sha256').update(refreshToken).digest('base64url')
