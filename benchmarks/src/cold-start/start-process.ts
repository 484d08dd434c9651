import { type Start, type StartId, starts } from './starts.ts'

export interface StartCost {
  readonly ms: number
  /** Bytes by which the process has grown. */
  readonly rss: number
}

/** Starts what the first argument names, once, and sends what that took. */
const id = process.argv[2] as StartId
const { run }: Start = starts[id]

const before = process.memoryUsage.rss()
const startedAt = performance.now()
await run()
const ms = performance.now() - startedAt
process.send?.({ ms, rss: process.memoryUsage.rss() - before } satisfies StartCost)
process.disconnect()
