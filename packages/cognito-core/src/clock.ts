import type { Warn } from './warnings.ts'

/** The time that proofs carry. */
export interface Clock {
  /** By Cognito's clock where this machine's is known to be off by a minute or more, else by its own. */
  now(): Date
  /** How far Cognito's clock is ahead of this machine's, in milliseconds; 0 where it is less than a minute. */
  skewMs(): number
  /** The `Date` header of an answer. */
  heard(date: string): void
}

/** Cognito does not say how far off a proof may be. Less than this is what networks take. */
const toleratedMs = 60_000
const silenceMs = 3_600_000

export const createClock = ({
  warn,
  machineNow = Date.now,
}: {
  warn: Warn
  machineNow?: () => number
}): Clock => {
  let skewMs = 0
  let silentUntilMs = Number.NEGATIVE_INFINITY

  const warnOfSkew = (): void => {
    if (skewMs === 0 || machineNow() < silentUntilMs) return
    silentUntilMs = machineNow() + silenceMs
    const seconds = String(Math.round(Math.abs(skewMs) / 1000))
    const direction = skewMs > 0 ? 'behind' : 'ahead of'
    warn({
      code: 'COGNITO_CLOCK_SKEW',
      message: `The clock of this machine is ${seconds} seconds ${direction} Cognito's. Sign-ins are proved with Cognito's time; set the clock, by NTP for example.`,
      params: { seconds, direction },
    })
  }

  return {
    now: () => {
      warnOfSkew()
      return new Date(machineNow() + skewMs)
    },
    skewMs: () => skewMs,
    heard: (date) => {
      const ms = Date.parse(date) - machineNow()
      if (Number.isNaN(ms)) return
      skewMs = Math.abs(ms) < toleratedMs ? 0 : ms
    },
  }
}

/** The same clock, which remembers how far off this machine was when it was last asked. */
export const notingSkew = (clock: Clock): { clock: Clock; hasMoved: () => boolean } => {
  let usedMs: number | undefined
  return {
    clock: {
      ...clock,
      now: () => {
        usedMs = clock.skewMs()
        return clock.now()
      },
    },
    hasMoved: () => usedMs !== undefined && Math.abs(clock.skewMs() - usedMs) >= toleratedMs,
  }
}
