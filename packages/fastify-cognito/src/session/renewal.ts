import { createHash } from 'node:crypto'
import type { Cognito, Tokens } from '@x/cognito-core'
import { now } from '../clock.ts'

export type RenewedTokens = Tokens & { refreshToken: string }

/** Refreshes tokens once, however many requests ask for it together, and remembers the outcome for a minute. */
export interface Renewal {
  /**
   * A request that was under way with a refresh token that has been rotated since gets the new tokens.
   * `'renew'` asks Cognito even where tokens of the last minute would do.
   *
   * @throws CognitoError
   */
  renew(input: { refreshToken: string; reason: 'expiry' | 'renew' }): Promise<RenewedTokens>
  /** Forgets what is remembered, and gives the newest refresh token that came of this one. */
  end(refreshToken: string): Promise<string>
}

/** All refresh tokens that came of one another. */
interface Family {
  tokens: RenewedTokens
  /** Key of the newest refresh token. */
  newest: string
  /** Unix seconds. */
  until: number
  hasEnded: boolean
}

const rememberedFor = 60
const mostRemembered = 10_000

/** In seconds; an access token with less than this to live is renewed. */
export const renewedBefore = 30

export const createRenewal = (cognito: Pick<Cognito, 'refresh'>): Renewal => {
  const underWay = new Map<string, Promise<RenewedTokens>>()
  const families = new Map<string, Family>()

  const familyOf = (key: string): Family | undefined => {
    const family = families.get(key)
    return family && !family.hasEnded && family.until > now() ? family : undefined
  }

  const remember = (oldKey: string, tokens: RenewedTokens): RenewedTokens => {
    const newest = keyOf(tokens.refreshToken)
    const family = familyOf(oldKey) ?? { tokens, newest, until: 0, hasEnded: false }
    Object.assign(family, { tokens, newest, until: now() + rememberedFor })
    for (const key of [oldKey, newest]) {
      families.delete(key)
      families.set(key, family)
    }
    forgetOldest()
    return tokens
  }

  const forgetOldest = (): void => {
    for (const [key, { until }] of families) {
      if (until > now() && families.size <= mostRemembered) return
      families.delete(key)
    }
  }

  const ask = (refreshToken: string): Promise<RenewedTokens> => {
    const key = keyOf(refreshToken)
    const asked = underWay.get(key)
    if (asked) return asked
    const asking = cognito
      .refresh({ refreshToken })
      .then((tokens) =>
        remember(key, { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken }),
      )
      .finally(() => underWay.delete(key))
    underWay.set(key, asking)
    return asking
  }

  return {
    renew: async ({ refreshToken, reason }) => {
      const key = keyOf(refreshToken)
      const family = familyOf(key)
      if (!family) return ask(refreshToken)
      const isLate = key !== family.newest
      const isFresh = family.tokens.expiresAt - now() >= renewedBefore
      if (isFresh && (isLate || reason === 'expiry')) return family.tokens
      return ask(family.tokens.refreshToken)
    },
    end: async (refreshToken) => {
      const key = keyOf(refreshToken)
      await underWay.get(key)?.catch(() => undefined)
      const family = familyOf(key)
      if (!family) return refreshToken
      Object.assign(family, { hasEnded: true })
      return family.tokens.refreshToken
    },
  }
}

/** No token is kept as a key. */
const keyOf = (refreshToken: string): string =>
  createHash('sha256').update(refreshToken).digest('base64url')
