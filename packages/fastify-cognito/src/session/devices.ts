import type { RememberedDevice } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { now } from '../clock.ts'
import type { Seal } from './seal.ts'
import type { SealedCookie } from './sealed-cookie.ts'
import type { SealedCookies } from './sealed-cookies.ts'

interface Exchange {
  request: FastifyRequest
  reply: FastifyReply
}

/** A device on which somebody has signed in, with what it takes to prove that. Secret. */
export interface KeptDevice {
  device: RememberedDevice
  sub: string
  /** By which that user signed in: as typed, and the real one. */
  names: readonly string[]
}

/** What is kept of the devices that people sign in on: in a cookie for each user, else in a token. */
export interface Devices {
  /** The device of whoever signs in by this name; no other user's is ever given. */
  find(input: {
    username: string
    untrustedToken?: string | undefined
    request: FastifyRequest
  }): RememberedDevice | undefined
  /** The key of the device in a token. */
  keyIn(untrustedToken: string): string | undefined
  /** From now on, for this user. Names by which they signed in before stay. */
  save(input: Exchange & { kept: KeptDevice }): void
  /** For clients without cookies: an opaque text. */
  seal(kept: KeptDevice): string
  /** Where this browser has the device of that key, it is no longer kept. */
  forget(input: Exchange & { key: string }): void
}

interface Sealed extends KeptDevice {
  /** Unix seconds. */
  keptAt: number
}

interface InCookie extends Sealed {
  /** Of the cookie's name, the part that tells nobody whose it is. */
  id: string
  cookie: SealedCookie
}

const context = 'deviceToken'

/** Of users in one browser; the one who was away the longest goes. */
const mostUsers = 5

/** Of one user; the newest count. */
const mostNames = 5

export const createDevices = ({
  seal,
  cookies,
  maxAge,
}: {
  seal: Seal
  /** None where no cookies are used. */
  cookies?: SealedCookies | undefined
  /** In seconds. */
  maxAge: number
}): Devices => {
  const alive = (opened: unknown): Sealed | undefined => {
    // What opened was sealed by us for this purpose and version, so its shape is known.
    const kept = opened as Sealed | undefined
    return kept && kept.keptAt + maxAge > now() ? kept : undefined
  }

  const opened = (untrustedToken: string): Sealed | undefined => {
    const text = seal.open({ untrustedSealed: untrustedToken, context })
    return alive(text && JSON.parse(text))
  }

  /** The newest first. */
  const inCookies = (request: FastifyRequest): readonly InCookie[] => {
    if (!cookies) return []
    const found = cookies.idsIn(request).flatMap((id) => {
      const cookie = cookies.of(id)
      const kept = alive(cookie.read(request))
      return kept ? [{ ...kept, id, cookie }] : []
    })
    return found.sort((one, other) => other.keptAt - one.keptAt)
  }

  const keptNow = ({ device, sub, names }: KeptDevice): Sealed => {
    const newest = [...new Set(names)].slice(0, mostNames)
    return { device, sub, names: newest, keptAt: now() }
  }

  return {
    find: ({ username, untrustedToken, request }) => {
      const all = untrustedToken === undefined ? inCookies(request) : [opened(untrustedToken)]
      return all.find((kept) => kept?.names.includes(username))?.device
    },
    keyIn: (untrustedToken) => opened(untrustedToken)?.device.key,
    save: ({ kept, request, reply }) => {
      if (!cookies) return
      const all = inCookies(request)
      const before = all.find(({ sub }) => sub === kept.sub)?.names ?? []
      const text = JSON.stringify(keptNow({ ...kept, names: [...kept.names, ...before] }))
      const id = seal.nameFor(kept.sub)
      // Under another name, as after a rotation of secrets, it moves.
      const outdated = all.filter((each) => each.sub === kept.sub && each.id !== id)
      const others = all.filter(({ sub }) => sub !== kept.sub).slice(mostUsers - 1)
      for (const { cookie } of [...outdated, ...others]) cookie.clear(request, reply)
      cookies.of(id).write({ text, maxAge, request, reply })
    },
    seal: (kept) => seal.seal({ text: JSON.stringify(keptNow(kept)), context }),
    forget: ({ key, request, reply }) => {
      for (const { device, cookie } of inCookies(request)) {
        if (device.key === key) cookie.clear(request, reply)
      }
    },
  }
}
