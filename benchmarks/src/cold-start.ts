import { startChild } from './child.ts'
import type { StartCost } from './cold-start/start-process.ts'
import { type StartId, starts } from './cold-start/starts.ts'
import { interleave } from './interleave.ts'
import type { Measurement, Plan, Row, Target } from './report.ts'
import { median, medianRatio } from './statistics.ts'

const ids = Object.keys(starts) as readonly StartId[]

/** Whoever only verifies tokens should not pay for what calls Cognito. */
const targets: Readonly<Partial<Record<StartId, readonly Target[]>>> = {
  core: [
    { column: 'times the SDK', bound: 'at most', limit: 0.6 },
    { column: 'RSS times the SDK', bound: 'at most', limit: 0.8 },
  ],
}

const startOnce = async (id: StartId): Promise<StartCost> => {
  const child = startChild({
    script: new URL('./cold-start/start-process.js', import.meta.url),
    args: [id],
  })
  try {
    return (await child.next(30)) as StartCost
  } finally {
    await child.stop()
  }
}

export const measureColdStart = async ({ quick }: Plan): Promise<Measurement> => {
  const samples = await interleave({
    variants: ids,
    sample: startOnce,
    rounds: quick ? 3 : 15,
    budgetSeconds: quick ? 8 : 30,
  })
  const msOf = (id: StartId) => (samples.get(id) ?? []).map(({ ms }) => ms)
  const rssOf = (id: StartId) => (samples.get(id) ?? []).map(({ rss }) => rss)
  const rows = ids.map(
    (id): Row => ({
      variant: starts[id].name,
      figures: {
        ms: median(msOf(id)),
        'RSS MB': median(rssOf(id)) / 1e6,
        'times the SDK': medianRatio(msOf(id), msOf('sdk')),
        'RSS times the SDK': medianRatio(rssOf(id), rssOf('sdk')),
      },
      targets: targets[id] ?? [],
    }),
  )
  return {
    rounds: msOf('core').length,
    columns: ['ms', 'RSS MB', 'times the SDK', 'RSS times the SDK'],
    rows,
  }
}
