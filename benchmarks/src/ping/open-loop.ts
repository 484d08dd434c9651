export interface OpenLoopInput {
  readonly perSecond: number
  readonly seconds: number
  readonly send: () => Promise<void>
  /** How long after the last request an answer is still waited for. */
  readonly graceSeconds: number
}

export interface OpenLoopResult {
  /**
   * Milliseconds from the moment a request was due, not from when it could be sent. A request
   * without an answer counts with the time it has waited.
   */
  readonly latenciesMs: readonly number[]
  /** Answered before the last request was due. */
  readonly answeredInTime: number
}

const TICK_MS = 1

/** Sends at a fixed rate, whether or not the server keeps up: as users do. */
export const openLoop = async (input: OpenLoopInput): Promise<OpenLoopResult> => {
  const { perSecond, seconds, send, graceSeconds } = input
  const total = Math.round(perSecond * seconds)
  if (total === 0) return { latenciesMs: [], answeredInTime: 0 }
  const startedAt = performance.now()
  const dueAt = (index: number): number => startedAt + (index * 1000) / perSecond
  const answeredAt: (number | undefined)[] = Array.from({ length: total })
  let sent = 0
  let answered = 0

  await new Promise<void>((resolve, reject) => {
    const finish = () => {
      clearInterval(ticking)
      resolve()
    }
    const ticking = setInterval(() => {
      const now = performance.now()
      if (now > dueAt(total) + graceSeconds * 1000) return finish()
      for (; sent < total && dueAt(sent) <= now; sent += 1) {
        const index = sent
        send().then(() => {
          answeredAt[index] = performance.now()
          answered += 1
          if (answered === total) finish()
        }, reject)
      }
    }, TICK_MS)
  })

  const endedAt = performance.now()
  return {
    latenciesMs: answeredAt.map((at = endedAt, index) => at - dueAt(index)),
    answeredInTime: answeredAt.filter((at) => at !== undefined && at <= dueAt(total)).length,
  }
}
