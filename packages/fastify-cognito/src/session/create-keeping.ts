import type { FastifyBaseLogger } from 'fastify'
import type { CallFor } from '../call-for.ts'
import type { SessionOptions } from '../options.ts'
import { createSafeLock } from '../store/create-safe-lock.ts'
import { createSafeStore, defaultStoreTimeout } from '../store/create-safe-store.ts'
import { lockOf } from '../store/redis-lock.ts'
import { createSessionVault } from '../store/session-vault.ts'
import { createStoredRenewal } from '../store/stored-renewal.ts'
import { createTakeTurn } from '../store/take-turn.ts'
import type { Discard } from './discard.ts'
import { keepInCookies } from './keep-in-cookies.ts'
import { keepInStore } from './keep-in-store.ts'
import type { Keeping } from './keeping.ts'
import type { Renewal } from './renewal.ts'
import type { Seal } from './seal.ts'
import type { SealedCookie } from './sealed-cookie.ts'

const month = 30 * 24 * 60 * 60

/** Keeps sessions as the options say: in cookies, or in a store. */
export const createKeeping = ({
  session,
  cookie,
  seal,
  renewal,
  discard,
  callFor,
  log,
}: {
  session: SessionOptions
  cookie: SealedCookie
  seal: Seal
  renewal: Renewal
  discard: Discard
  callFor: CallFor
  log: FastifyBaseLogger
}): Keeping => {
  const { store, maxAge = month, storeTimeout: timeout = defaultStoreTimeout } = session
  if (!store) return keepInCookies({ cookie, maxAge, renewal, discard, callFor })
  const vault = createSessionVault({
    store: createSafeStore({ store, timeout }),
    seal,
    maxAge,
    tellUnreadable: () =>
      log.warn(
        { code: 'SESSION_UNREADABLE' },
        'the store holds something for a session that is none, or was sealed with another secret',
      ),
  })
  const lock = session.lock ?? lockOf(store)
  const takeTurn = createTakeTurn({ vault, lock: lock && createSafeLock({ lock, timeout }) })
  return keepInStore({
    cookie,
    maxAge,
    vault,
    renewal: createStoredRenewal({ vault, takeTurn, renewal, discard }),
    callFor,
  })
}
