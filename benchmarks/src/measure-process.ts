import { benchmarks } from './benchmarks.ts'
import type { Plan, Report } from './report.ts'

/** Measures the benchmark named by the first argument, on this Node, and sends the report. */
const [, , wanted] = process.argv
const benchmark = benchmarks.find(({ name }) => name === wanted)
if (benchmark === undefined) throw new Error(`There is no benchmark ${wanted}`)

process.on('disconnect', () => process.exit())
process.on('message', async (plan: Plan) => {
  const { name, summary, load } = benchmark
  const measure = await load()
  const measurement = await measure(plan)
  process.send?.({
    benchmark: name,
    summary,
    node: process.version,
    ...measurement,
  } satisfies Report)
})
