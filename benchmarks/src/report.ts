/** What a figure of a row should reach. */
export interface Target {
  readonly column: string
  readonly bound: 'at least' | 'at most'
  readonly limit: number
}

export interface Row {
  readonly variant: string
  readonly figures: Readonly<Record<string, number>>
  readonly targets?: readonly Target[]
}

export interface Measurement {
  readonly rounds: number
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** One benchmark on one version of Node. */
export interface Report extends Measurement {
  readonly benchmark: string
  readonly summary: string
  readonly node: string
}

/** How long to measure: a quick run shows that everything works, and little more. */
export interface Plan {
  readonly quick: boolean
}

export interface Benchmark {
  readonly name: string
  readonly summary: string
  /** Whether it is worth repeating on the newest Node. */
  readonly onEveryNode: boolean
  /** Loads what is measured: only in the process, and on the Node, that measures it. */
  readonly load: () => Promise<(plan: Plan) => Promise<Measurement>>
}

export const isMet = (row: Row, { column, bound, limit }: Target): boolean => {
  const figure = row.figures[column] ?? Number.NaN
  return bound === 'at least' ? figure >= limit : figure <= limit
}

/** Of every target, whether it is met. */
export const verdictsOf = ({ rows }: Measurement): readonly boolean[] =>
  rows.flatMap((row) => (row.targets ?? []).map((target) => isMet(row, target)))

export const nodeMajor = (): number => Number(process.versions.node.split('.')[0])
