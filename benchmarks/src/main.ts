import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchmarks } from './benchmarks.ts'
import { startChild } from './child.ts'
import { environment } from './environment.ts'
import { newestNode } from './newest-node.ts'
import { type Benchmark, type Report, verdictsOf } from './report.ts'
import { table } from './table.ts'

const names = benchmarks.map(({ name }) => name)

const HELP = `Measures this project beside its peers. Loopback only; ends by itself.

  pnpm bench [options]

  --only <name>  one of ${names.join(', ')}; may be repeated
  --quick        under 40 seconds instead of under 4 minutes, and rougher
  --this-node    leave out the newest Node
  --strict       exit with 1 where a target is missed
  --reference    write results/reference.json instead of results/latest.local.json
`

const LONGEST_SECONDS = 150

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const options = () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      'this-node': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      reference: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const unknown = values.only.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`--only ${unknown}: there are ${names.join(', ')}`)
  return values
}

const measure = async (input: {
  benchmark: Benchmark
  node: string
  quick: boolean
}): Promise<Report> => {
  const child = startChild({
    script: new URL('./measure-process.js', import.meta.url),
    args: [input.benchmark.name],
    node: input.node,
  })
  try {
    child.send({ quick: input.quick })
    return (await child.next(LONGEST_SECONDS)) as Report
  } finally {
    await child.stop()
  }
}

const print = (report: Report): void => {
  const { benchmark, node, summary, rounds } = report
  say(`\n${benchmark}, Node ${node}: ${summary}`)
  say(rounds === 1 ? 'one round\n' : `medians of ${rounds} rounds\n`)
  say(table(report))
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value

const save = (reports: readonly Report[], { reference }: { reference: boolean }): string => {
  const folder = new URL('../results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const file = new URL(reference ? 'reference.json' : 'latest.local.json', folder)
  writeFileSync(file, `${JSON.stringify({ ...environment(), reports }, rounded, 2)}\n`)
  return fileURLToPath(file)
}

const main = async (): Promise<void> => {
  const { only, quick, strict, reference, help, 'this-node': thisNode } = options()
  if (help) return say(HELP)

  const newest = thisNode ? undefined : newestNode()
  const reports: Report[] = []
  for (const benchmark of benchmarks) {
    if (only.length > 0 && !only.includes(benchmark.name)) continue
    const nodes = [process.execPath, ...(benchmark.onEveryNode && newest ? [newest] : [])]
    for (const node of nodes) {
      const report = await measure({ benchmark, node, quick })
      reports.push(report)
      print(report)
    }
  }

  if (!thisNode && newest === undefined)
    say('\nNo newer Node at hand: run `npm ci` in packages/checks/nodes to measure on one, too.')
  const verdicts = reports.flatMap(verdictsOf)
  const missed = verdicts.filter((met) => !met).length
  const outcome = missed === 0 ? 'all met' : `${missed} MISSED`
  say(verdicts.length === 0 ? '\nNo targets here' : `\n${verdicts.length} targets, ${outcome}`)
  say(`Written to ${save(reports, { reference })}`)
  if (strict && missed > 0) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
