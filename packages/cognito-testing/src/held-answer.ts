/** Called, it lets the answer go. */
export interface HeldAnswer {
  (): void
  /** Settles once the operation has had its effect, and its answer waits. */
  readonly reached: Promise<void>
}

/** What the pool does with it. */
export interface Hold {
  release: HeldAnswer
  reach(): void
  released: Promise<void>
}

const signal = (): { settled: Promise<void>; settle: () => void } => {
  let settle = (): void => {}
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  return { settled, settle }
}

export const createHold = (): Hold => {
  const reached = signal()
  const released = signal()
  const release: HeldAnswer = Object.assign(() => released.settle(), { reached: reached.settled })
  return { release, reach: reached.settle, released: released.settled }
}
