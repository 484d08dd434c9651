import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { isRefusal, refuse } from '../problems/refusal.ts'
import { clientAddress } from './client-address.ts'
import { defaultRateLimits, type RateLimitPreset, type RateLimits } from './presets.ts'

/** What @fastify/rate-limit decorates a server with, as far as it is used here. */
export type CreateRateLimit = (options: {
  max: number
  /** In milliseconds. */
  timeWindow: number
  /** How many counters a store in memory keeps. */
  cache: number
  continueExceeding: boolean
  exponentialBackoff: boolean
  keyGenerator: (request: FastifyRequest) => string
}) => (request: FastifyRequest) => Promise<{ isExceeded?: boolean; ttlInSeconds?: number }>

/** Counts a request. @throws a refusal `RATE_LIMITED` where there were too many. */
export interface CountRequest {
  /** By the address that it comes from, whoever it is about. */
  byAddress(preset: RateLimitPreset, request: FastifyRequest): Promise<void>
  /** By the names that it is about, from this address and from all. */
  byNames(preset: RateLimitPreset, request: FastifyRequest, names: readonly string[]): Promise<void>
}

/** One address may have many users behind it, and one user many addresses. */
const looser = 10

/** Addresses and names that a store in memory knows for each limit. */
const kept = 20_000

type Counted = Readonly<{ address?: string; name?: string }>

export const createRateLimits = ({
  createRateLimit,
  clientId,
  presets,
}: {
  createRateLimit: CreateRateLimit
  clientId: string
  presets: Partial<RateLimits>
}): CountRequest => {
  const all = { ...defaultRateLimits, ...presets }
  const warnOfProxy = createProxyWarning()

  /** Short, and nobody's name or address: a store may be shared, and be looked into. */
  const keyOf = (preset: RateLimitPreset, { address, name }: Counted): string => {
    const parts = JSON.stringify([clientId, address, name])
    const digest = createHash('sha256').update(parts).digest('base64url').slice(0, 22)
    return `cognito:${preset}:${digest}`
  }

  /** A request may be counted by several keys, so a counter is told of each. */
  const createCounter = (preset: RateLimitPreset, factor: number) => {
    const keys = new WeakMap<FastifyRequest, string>()
    const { max, timeWindow } = all[preset]
    const check = createRateLimit({
      max: max * factor,
      timeWindow: timeWindow * 1000,
      cache: kept,
      continueExceeding: false,
      exponentialBackoff: false,
      keyGenerator: (request) => keys.get(request) ?? '',
    })
    return async (request: FastifyRequest, counted: Counted): Promise<void> => {
      keys.set(request, keyOf(preset, counted))
      const { isExceeded = false, ttlInSeconds = 0 } = await check(request)
      if (isExceeded) throw tooMany(Math.max(ttlInSeconds, 1))
    }
  }

  const countersOf = (preset: RateLimitPreset) => ({
    address: createCounter(preset, looser),
    nameAtAddress: createCounter(preset, 1),
    name: createCounter(preset, looser),
  })
  const counters = Object.fromEntries(
    Object.keys(all).map((preset) => [preset, countersOf(preset as RateLimitPreset)]),
  ) as Record<RateLimitPreset, ReturnType<typeof countersOf>>

  return {
    byAddress: async (preset, request) => {
      const address = clientAddress(request.ip)
      await counters[preset].address(request, { address }).catch((error: unknown) => {
        if (isRefusal(error)) warnOfProxy(request)
        throw error
      })
    },
    byNames: async (preset, request, names) => {
      const address = clientAddress(request.ip)
      const { nameAtAddress, name: anywhere } = counters[preset]
      for (const name of new Set(names.map(alike))) {
        // Whoever has had enough here does not use up what others have.
        await nameAtAddress(request, { address, name })
        await anywhere(request, { name })
      }
    },
  }
}

/** One text for all spellings of a name that may reach one user, or one mailbox. */
const alike = (name: string): string => name.normalize('NFKC').toLowerCase()

const createProxyWarning = () => {
  let isWarned = false
  return ({ ips, headers, log }: FastifyRequest): void => {
    // Fastify knows these where it trusts a proxy.
    if (isWarned || ips || headers['x-forwarded-for'] === undefined) return
    isWarned = true
    log.warn(
      'Too many requests from one address, which is that of a proxy, it seems. Set trustProxy, an option of Fastify, or all users share one limit.',
    )
  }
}

const tooMany = (seconds: number) =>
  refuse('RATE_LIMITED', 'Too many requests. Wait a while and try again.', {
    headers: { 'retry-after': String(seconds) },
    retriable: true,
  })
