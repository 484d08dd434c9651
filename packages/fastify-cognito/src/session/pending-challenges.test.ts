import type { Challenge } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isRefusal } from '../problems/refusal.ts'
import { createPendingChallenges, type SignInAttempt } from './pending-challenges.ts'
import { createSeal } from './seal.ts'

const seal = createSeal({
  secrets: ['x'.repeat(32)],
  purpose: 'challenge',
  audience: 'pool client',
})
const { start, seal: sealed, find } = createPendingChallenges({ seal, maxAge: 180 })
const request = {} as FastifyRequest
const open = (untrustedToken: string) => find({ untrustedToken, request })

const session = 's'.repeat(1200)
const emailCode = (username: string, more: object = {}): Challenge => ({
  kind: 'email-code',
  username,
  session,
  cognitoName: 'EMAIL_OTP',
  delivery: { medium: 'email', destination: 'a***@e***' },
  ...more,
})
const choice = (typed: string): SignInAttempt => ({ typed, method: 'choice', isProved: false })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('opens as it was sealed, for as long as an attempt lives', () => {
  const pending = start(emailCode('uuid'), choice('ada@example.com'))
  const token = sealed(pending)
  vi.advanceTimersByTime(179_000)
  expect(open(token)).toEqual(pending)
  vi.advanceTimersByTime(1000)
  expect(open(token)).toBeUndefined()
})

test.each(['', 'x', '{}'])('what was not sealed here is no challenge: %j', (token) => {
  expect(open(token)).toBeUndefined()
})

describe('before anything is proved', () => {
  const lengthOf = (...[challenge, attempt]: Parameters<typeof start>) =>
    sealed(start(challenge, attempt)).length
  const short = lengthOf(emailCode('a'), choice('a'))

  test('all have one length, whoever is asked and whatever Cognito gave', () => {
    const long = 'ä'.repeat(128)
    expect(lengthOf(emailCode(long), choice(long))).toBe(short)
    expect(lengthOf(emailCode('a', { session: 's'.repeat(2048) }), choice('a'))).toBe(short)
  })

  test('that length fits into one cookie', () => {
    expect(short).toBeLessThan(3800)
  })

  test('one that is longer takes a step, and opens all the same', () => {
    const pending = start(emailCode('a', { session: 's'.repeat(3000) }), choice('a'))
    expect(sealed(pending).length).toBeGreaterThan(short)
    expect(open(sealed(pending))).toEqual(pending)
  })
})

test('after a proof it is as short as can be', () => {
  const attempt = { typed: 'ada', isProved: true }
  const token = sealed(start(emailCode('ada'), attempt))
  expect(token.length).toBeLessThan(sealed(start(emailCode('ada'), choice('ada'))).length)
})

describe('what is shown and not needed for an answer', () => {
  const shown = { marked: 'x'.repeat(20_000) }
  const base = { username: 'ada', session }

  test.each<[Challenge]>([
    [{ ...base, kind: 'passkey', cognitoName: 'WEB_AUTHN', requestOptions: shown }],
    [{ ...base, kind: 'custom', cognitoName: 'CUSTOM_CHALLENGE', parameters: shown }],
    [{ ...base, kind: 'unsupported', cognitoName: 'PASSWORD', parameters: shown }],
    [{ ...base, kind: 'totp-setup', cognitoName: 'MFA_SETUP', secret: shown.marked }],
  ])('is not sealed, however much it is: %#', (challenge) => {
    const opened = open(sealed(start(challenge, choice('ada'))))
    expect(opened?.challenge).toMatchObject({ ...base, kind: challenge.kind })
    expect(JSON.stringify(opened)).not.toContain('xxx')
  })
})

test('one that no client could send back is refused, and shows nothing', () => {
  const pending = start(emailCode('ada', { session: 's'.repeat(16_000) }), choice('ada'))
  const refusal = (() => {
    try {
      return sealed(pending)
    } catch (error) {
      return error
    }
  })()
  expect(isRefusal(refusal) && refusal).toMatchObject({
    code: 'CHALLENGE_TOO_LARGE',
    statusCode: 500,
    message: 'What is asked of this user does not fit into a token.',
  })
})
