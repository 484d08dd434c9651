import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAttemptLimits } from './attempt-limits.ts'
import { createClock } from './clock.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const exceeded = 'Attempt limit exceeded, please try after some time.'

it.each([
  ['ResendConfirmationCode', 5],
  ['ConfirmSignUp', 15],
  ['ChangePassword', 5],
  ['GetUserAttributeVerificationCode', 5],
  ['VerifyUserAttribute', 15],
  ['ForgotPassword', 20],
] as const)('%s may be called %i times an hour', (operation, limit) => {
  const limits = createAttemptLimits(createClock())
  const count = () => limits.count(operation, 'ann')
  for (let call = 1; call <= limit; call += 1) count()
  expect(count).toThrow(exceeded)
})

it('counts by the last hour, and no call that was refused', () => {
  const clock = createClock()
  const limits = createAttemptLimits(clock)
  const count = () => limits.count('ChangePassword', 'ann')
  count()
  clock.advance(1800)
  for (let call = 1; call <= 4; call += 1) count()
  clock.advance(1799)
  expect(count).toThrow(exceeded)
  expect(count).toThrow(exceeded)
  clock.advance(1)
  count()
  expect(count).toThrow(exceeded)
})

it('counts each user and each operation for itself', () => {
  const limits = createAttemptLimits(createClock())
  for (let call = 1; call <= 5; call += 1) limits.count('ChangePassword', 'ann')
  limits.count('ChangePassword', 'ben')
  limits.count('ResendConfirmationCode', 'ann')
})
