/** @throws RangeError where there is nothing to choose from. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The median of the ratios within each round, so that a slow minute of the machine cancels out. */
export const medianRatio = (over: readonly number[], under: readonly number[]): number =>
  median(over.flatMap((value, round) => value / (under[round] ?? Number.NaN)))
