import type { PoolClock } from './clock.ts'

/** Unix milliseconds of now, never the same twice: what goes by them has one order. */
export const distinctTimes = (clock: PoolClock): (() => number) => {
  let lastMs = 0
  return () => {
    lastMs = Math.max(clock.nowMs(), lastMs + 1)
    return lastMs
  }
}
