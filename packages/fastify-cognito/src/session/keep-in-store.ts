import { createHash, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { CallFor } from '../call-for.ts'
import { now } from '../clock.ts'
import { oncePerRequest } from '../once-per-request.ts'
import type { SessionVault } from '../store/session-vault.ts'
import type { StoredRenewal } from '../store/stored-renewal.ts'
import { endedHere } from './ended-here.ts'
import type { Keeping } from './keeping.ts'
import type { SealedCookie } from './sealed-cookie.ts'
import type { Session } from './session.ts'

const idBytes = 32

/** The session is in a store for all processes; the cookie holds an id that says nothing. */
export const keepInStore = ({
  cookie,
  maxAge,
  vault,
  renewal,
  callFor,
}: {
  cookie: SealedCookie
  /** In seconds, from signing in. */
  maxAge: number
  vault: SessionVault
  renewal: StoredRenewal
  callFor: CallFor
}): Keeping => {
  const keyIn = (request: FastifyRequest): string | undefined => {
    const { id } = Object(cookie.read(request)) as { id?: unknown }
    return typeof id === 'string' ? keyOf(id) : undefined
  }

  const loadOnce = oncePerRequest(
    async ({ request }: { request: FastifyRequest }): Promise<Session | undefined> => {
      const key = keyIn(request)
      return key === undefined ? undefined : vault.read(key)
    },
  )

  return {
    load: (request) => loadOnce({ request }),
    isSent: (request) => keyIn(request) !== undefined,
    save: async ({ tokens, signedInAt, request, reply }) => {
      const { accessToken, refreshToken, expiresAt } = tokens
      const session = { accessToken, ...(refreshToken && { refreshToken }), expiresAt, signedInAt }
      // A new one each time: nobody has put it there before.
      const id = randomBytes(idBytes).toString('base64url')
      await vault.write(keyOf(id), session)
      const rest = signedInAt + maxAge - now()
      cookie.write({ text: JSON.stringify({ id }), maxAge: rest, request, reply })
      return session
    },
    renew: async ({ session, reason, request, onLate }) => {
      const key = keyIn(request)
      if (key === undefined) throw endedHere()
      const call = callFor(request)
      return renewal.renew({ key, session, reason, request, call, onLate })
    },
    end: async ({ session, request }) => {
      const key = keyIn(request)
      if (key !== undefined) await renewal.end({ key, session, request })
    },
    clear: ({ request, reply }) => cookie.clear(request, reply),
    drop: async ({ request, reply }) => {
      cookie.clear(request, reply)
      const key = keyIn(request)
      if (key !== undefined) await renewal.drop({ key, request })
    },
    settle: () => undefined,
  }
}

/** Whoever looks into the store finds nothing to put into a cookie. */
const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url')
