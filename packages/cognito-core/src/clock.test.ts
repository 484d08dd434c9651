import { describe, expect, it } from 'vitest'
import { createClock, notingSkew } from './clock.ts'
import type { CognitoWarning } from './warnings.ts'

const start = () => {
  let machineMs = Date.UTC(2026, 0, 5, 12)
  const warnings: CognitoWarning[] = []
  const clock = createClock({
    warn: (warning) => warnings.push(warning),
    machineNow: () => machineMs,
  })
  return {
    clock,
    warnings,
    advance: (seconds: number) => {
      machineMs += seconds * 1000
    },
    /** Cognito's clock is so many seconds ahead. */
    hear: (seconds: number) => clock.heard(new Date(machineMs + seconds * 1000).toUTCString()),
    aheadBy: () => (clock.now().getTime() - machineMs) / 1000,
  }
}

describe('the time that proofs carry', () => {
  it('is the machine’s own until Cognito’s is known', () => {
    const { aheadBy, warnings } = start()
    expect(aheadBy()).toBe(0)
    expect(warnings).toEqual([])
  })

  it.each([
    [59, 0],
    [-59, 0],
    [60, 60],
    [-60, -60],
    [86_400, 86_400],
  ])('where Cognito is %i seconds ahead, is %i seconds ahead', (seconds, used) => {
    const { hear, aheadBy } = start()
    hear(seconds)
    expect(aheadBy()).toBe(used)
  })

  it('follows what Cognito said last, and no header that is no date', () => {
    const { clock, hear, aheadBy } = start()
    hear(300)
    clock.heard('yesterday')
    clock.heard('')
    expect(aheadBy()).toBe(300)
    hear(2)
    expect(aheadBy()).toBe(0)
  })

  it('is warned of when it is used, once an hour', () => {
    const { clock, warnings, hear, advance } = start()
    hear(-300)
    expect(warnings).toEqual([])
    clock.now()
    clock.now()
    advance(3599)
    clock.now()
    expect(warnings).toHaveLength(1)
    advance(1)
    hear(90)
    clock.now()
    expect(warnings.map(({ params }) => params)).toEqual([
      { seconds: '300', direction: 'ahead of' },
      { seconds: '90', direction: 'behind' },
    ])
    expect(warnings[1]).toMatchObject({
      code: 'COGNITO_CLOCK_SKEW',
      message: expect.stringContaining('is 90 seconds behind Cognito'),
    })
  })
})

describe('whether a proof should be made once more', () => {
  it('is told by how far Cognito’s time was from the one it carried', () => {
    const { clock, hear } = start()
    const { clock: noted, hasMoved } = notingSkew(clock)
    hear(300)
    expect(hasMoved()).toBe(false)
    noted.now()
    expect(hasMoved()).toBe(false)
    hear(330)
    expect(hasMoved()).toBe(false)
    hear(0)
    expect(hasMoved()).toBe(true)
  })
})
