import { startChild } from './child.ts'
import { interleave } from './interleave.ts'
import type { LoadInput, LoadResult } from './ping/load-process.ts'
import type { Measurement, Plan, Row, Target } from './report.ts'
import { identityJs } from './srp/identity-js.ts'
import { ours } from './srp/ours.ts'
import { oursOnAWorker } from './srp/ours-on-a-worker.ts'
import { median, medianRatio, quantile } from './statistics.ts'

const SIGN_INS_PER_SECOND = 50
const PINGS_PER_SECOND = 200
const IDLE = 'idle'

const VARIANTS = [IDLE, ours.name, oursOnAWorker.name, identityJs.name] as const

const keepsUp: Target = { column: 'sign-ins/s', bound: 'at least', limit: 45 }

const targets: Readonly<Record<string, readonly Target[]>> = {
  [ours.name]: [keepsUp, { column: 'p50 times idle', bound: 'at most', limit: 2 }],
  [oursOnAWorker.name]: [
    keepsUp,
    { column: 'p50 times idle', bound: 'at most', limit: 1.5 },
    { column: 'p90 times idle', bound: 'at most', limit: 2 },
  ],
}

const measureOnce = async (variant: string, seconds: number): Promise<LoadResult> => {
  const server = startChild({
    script: new URL('./ping/ping-server.js', import.meta.url),
    args: [variant],
  })
  const load = startChild({ script: new URL('./ping/load-process.js', import.meta.url) })
  const run = async (input: Omit<LoadInput, 'pingsPerSecond'>): Promise<LoadResult> => {
    load.send({ ...input, pingsPerSecond: PINGS_PER_SECOND } satisfies LoadInput)
    return (await load.next(seconds + 20)) as LoadResult
  }
  try {
    const { url } = (await server.next(30)) as { url: string }
    await run({ url, seconds: 0.5, signInsPerSecond: 0 })
    const signInsPerSecond = variant === IDLE ? 0 : SIGN_INS_PER_SECOND
    return await run({ url, seconds, signInsPerSecond })
  } finally {
    await Promise.all([server.stop(), load.stop()])
  }
}

export const measurePingUnderSignIns = async ({ quick }: Plan): Promise<Measurement> => {
  const samples = await interleave({
    variants: VARIANTS,
    rounds: quick ? 1 : 3,
    budgetSeconds: 45,
    sample: async (variant) => {
      const { pingLatenciesMs, signInsPerSecond } = await measureOnce(variant, quick ? 1.5 : 4)
      return {
        signInsPerSecond,
        p50: median(pingLatenciesMs),
        p90: quantile(pingLatenciesMs, 0.9),
        p99: quantile(pingLatenciesMs, 0.99),
      }
    },
  })
  const samplesOf = (variant: string) =>
    samples.get(VARIANTS.find((name) => name === variant) ?? IDLE) ?? []
  const mediansOf = (variant: string) => samplesOf(variant).map(({ p50 }) => p50)
  const tailsOf = (variant: string) => samplesOf(variant).map(({ p90 }) => p90)
  const rows = VARIANTS.map(
    (variant): Row => ({
      variant,
      figures: {
        'sign-ins/s': median(samplesOf(variant).map((sample) => sample.signInsPerSecond)),
        'p50 ms': median(mediansOf(variant)),
        'p90 ms': median(tailsOf(variant)),
        'p99 ms': median(samplesOf(variant).map(({ p99 }) => p99)),
        'p50 times idle': medianRatio(mediansOf(variant), mediansOf(IDLE)),
        'p90 times idle': medianRatio(tailsOf(variant), tailsOf(IDLE)),
      },
      targets: targets[variant] ?? [],
    }),
  )
  return {
    rounds: mediansOf(IDLE).length,
    columns: ['sign-ins/s', 'p50 ms', 'p90 ms', 'p99 ms', 'p50 times idle', 'p90 times idle'],
    rows,
  }
}
