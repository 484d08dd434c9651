import type { FastifyRequest } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { splitChunks } from './chunks.ts'
import { createPendingSignUps } from './pending-sign-ups.ts'
import { createSeal } from './seal.ts'

const sealing = {
  secrets: ['a session secret of thirty-two bytes or more'],
  audience: 'pool client',
} as const
const seal = createSeal({ ...sealing, purpose: 'sign-up' })
const signUps = createPendingSignUps({ seal, maxAge: 180 })
const request = {} as FastifyRequest
const session = 's'.repeat(2048)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const longest = [
  { username: 'ada' },
  { username: 'ada', session: 's'.repeat(20) },
  { username: 'ada', session },
  { username: '𝒜'.repeat(128), session },
  { username: '"'.repeat(128), session },
  { username: 'ada', session: 's'.repeat(4000) },
]

test('has one length, whoever signs up, and fits into one cookie', () => {
  const sealed = longest.map(signUps.seal)
  expect(new Set(sealed.map(({ length }) => length)).size).toBe(1)
  expect(splitChunks(sealed[0] ?? '', 3900)).toHaveLength(1)
})

test.each(longest)('gives the session back to the name it was made for: %#', (pending) => {
  const { username } = pending
  const given = signUps.sessionOf({ username, untrustedToken: signUps.seal(pending), request })
  expect(given).toBe((pending.session?.length ?? 0) <= 2048 ? pending.session : undefined)
})

test.each(['eve', 'Ada', '', 'ada '])('gives nothing to another name: %j', (username) => {
  const untrustedToken = signUps.seal({ username: 'ada', session })
  expect(signUps.sessionOf({ username, untrustedToken, request })).toBeUndefined()
})

test('is over after its time', () => {
  const untrustedToken = signUps.seal({ username: 'ada', session })
  const ask = () => signUps.sessionOf({ username: 'ada', untrustedToken, request })
  vi.advanceTimersByTime(179_000)
  expect(ask()).toBe(session)
  vi.advanceTimersByTime(1000)
  expect(ask()).toBeUndefined()
})

test.each(['', 'x', 'a.b', seal.seal({ text: '{"username":"ada"}', context: 'challengeToken' })])(
  'takes nothing that was not sealed for this: %#',
  (untrustedToken) => {
    expect(signUps.sessionOf({ username: 'ada', untrustedToken, request })).toBeUndefined()
  },
)

test('takes nothing that was sealed for another purpose', () => {
  const challenge = createSeal({ ...sealing, purpose: 'challenge' })
  const text = JSON.stringify({ username: 'ada', session, expiresAt: 9e9 })
  const untrustedToken = challenge.seal({ text, context: 'signUpToken' })
  expect(signUps.sessionOf({ username: 'ada', untrustedToken, request })).toBeUndefined()
})
