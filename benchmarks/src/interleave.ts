export interface InterleaveInput<Variant, Sample> {
  readonly variants: readonly Variant[]
  readonly sample: (variant: Variant) => Promise<Sample>
  readonly rounds: number
  /** No round begins after it, but three are always measured. */
  readonly budgetSeconds: number
}

const FEWEST_ROUNDS = 3

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)

/**
 * Measures every variant once a round, in a new random order each time: what disturbs the machine
 * disturbs all of them. Gives each variant's samples by round.
 */
export const interleave = async <Variant, Sample>({
  variants,
  sample,
  rounds,
  budgetSeconds,
}: InterleaveInput<Variant, Sample>): Promise<ReadonlyMap<Variant, readonly Sample[]>> => {
  const samples = new Map<Variant, Sample[]>(variants.map((variant) => [variant, []]))
  const lastStartMs = performance.now() + budgetSeconds * 1000
  for (let round = 0; round < rounds; round += 1) {
    if (round >= FEWEST_ROUNDS && performance.now() > lastStartMs) break
    for (const variant of shuffled(variants)) samples.get(variant)?.push(await sample(variant))
  }
  return samples
}
