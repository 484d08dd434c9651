import type { Benchmark } from './report.ts'

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'srp-arithmetic',
    summary: 'what a sign-in by SRP computes, in milliseconds of a blocked event loop',
    onEveryNode: true,
    load: async () => (await import('./srp-arithmetic.ts')).measureSrpArithmetic,
  },
  {
    name: 'ping-under-sign-ins',
    summary: 'GET /ping of a process that computes 50 sign-ins a second',
    onEveryNode: false,
    load: async () => (await import('./ping-under-sign-ins.ts')).measurePingUnderSignIns,
  },
  {
    name: 'token-verification',
    summary: 'one RS256 access token, in microseconds; nobody remembers a verdict',
    onEveryNode: true,
    load: async () => (await import('./token-verification.ts')).measureTokenVerification,
  },
  {
    name: 'repeated-token',
    summary: 'one of 100 access tokens that come again and again, in microseconds',
    onEveryNode: true,
    load: async () => (await import('./repeated-token.ts')).measureRepeatedToken,
  },
  {
    name: 'cold-start',
    summary: 'import and set-up in a fresh process, before any request',
    onEveryNode: true,
    load: async () => (await import('./cold-start.ts')).measureColdStart,
  },
  {
    name: 'guarded-route',
    summary: 'a Fastify route under load from 24 connections with 100 access tokens',
    onEveryNode: false,
    load: async () => (await import('./guarded-route.ts')).measureGuardedRoute,
  },
  {
    name: 'enumeration',
    summary: 'whether the time of an answer tells a user from a stranger; nobody else asks',
    onEveryNode: false,
    load: async () => (await import('./enumeration.ts')).measureEnumeration,
  },
]
