import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClock } from './clock.ts'
import { createPasswordAttempts } from './password-attempts.ts'

// Time stands still, late in a second: only the pool's clock moves it.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 5, 12, 0, 0, 950) })
})
afterEach(() => {
  vi.useRealTimers()
})

const failed = (times: number) => {
  const clock = createClock()
  const attempts = createPasswordAttempts(clock)
  const check = () => attempts.check('ann')
  for (let attempt = 1; attempt <= times; attempt += 1) attempts.fail('ann')
  return { clock, check }
}

it('locks for a whole second, whenever in a second it begins', () => {
  const { clock, check } = failed(5)
  expect(check).toThrow('Password attempts exceeded')
  clock.advance(0.9)
  expect(check).toThrow('Password attempts exceeded')
  clock.advance(0.1)
  expect(check).not.toThrow()
})

it.each([
  [4, 0],
  [6, 2],
  [9, 16],
  [14, 512],
  [15, 900],
  [40, 900],
])('after %i wrong passwords locks for %i seconds', (times, seconds) => {
  const { clock, check } = failed(times)
  if (seconds > 0) {
    clock.advance(seconds - 0.5)
    expect(check).toThrow('Password attempts exceeded')
    clock.advance(0.5)
  }
  expect(check).not.toThrow()
})
