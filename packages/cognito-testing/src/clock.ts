export interface Clock {
  /** Unix seconds: the real time plus what was advanced. */
  now(): number
  /** Moves the pool's time forward; everything that expires looks at this clock. */
  advance(seconds: number): void
}

/** What the pool itself looks at. */
export interface PoolClock extends Clock {
  /** Unix milliseconds, for what may last a second only. */
  nowMs(): number
}

export const createClock = (): PoolClock => {
  // Whole milliseconds, so that sums are exact.
  let advancedMs = 0
  const nowMs = (): number => Date.now() + advancedMs
  return {
    nowMs,
    now: () => Math.floor(nowMs() / 1000),
    advance: (seconds) => {
      if (!Number.isFinite(seconds) || seconds < 0) {
        throw new RangeError(`clock.advance: seconds must be 0 or more, not ${seconds}`)
      }
      advancedMs += Math.round(seconds * 1000)
    },
  }
}
