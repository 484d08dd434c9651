export interface Clock {
  /** Unix seconds: the real time plus what was advanced. */
  now(): number
  /** Moves the pool's time forward; everything that expires looks at this clock. */
  advance(seconds: number): void
}

export const createClock = (): Clock => {
  let advanced = 0
  return {
    now: () => Math.floor(Date.now() / 1000 + advanced),
    advance: (seconds) => {
      if (!Number.isFinite(seconds) || seconds < 0) {
        throw new RangeError(`clock.advance: seconds must be 0 or more, not ${seconds}`)
      }
      advanced += seconds
    },
  }
}
