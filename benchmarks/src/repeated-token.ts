import { interleave } from './interleave.ts'
import type { Measurement, Plan, Row } from './report.ts'
import { median, medianRatio } from './statistics.ts'
import { createTokenSet } from './tokens/access-tokens.ts'
import { checkVerdicts } from './tokens/check-verdicts.ts'
import { fastJwtRemembering, ours, oursRemembering, type Verifier } from './tokens/verifiers.ts'

const TOKENS = 100

/** As a header gives it: a string of its own each time, which no engine has hashed yet. */
const copyOf = (token: string): string => Buffer.from(token, 'latin1').toString('latin1')

export const measureRepeatedToken = async ({ quick }: Plan): Promise<Measurement> => {
  const { tokens, badTokens, ...keys } = createTokenSet(TOKENS)
  const [own, peer] = [oursRemembering(keys), fastJwtRemembering(keys)]
  const variants = [own, peer, ours(keys)]

  const microsecondsPerToken = async ({ verify }: Verifier): Promise<number> => {
    const copies = tokens.map(copyOf)
    const startedAt = performance.now()
    for (const token of copies) await verify(token)
    return ((performance.now() - startedAt) * 1000) / tokens.length
  }

  for (const variant of variants) {
    // Twice: what is remembered has to be as right as what is new.
    for (const _time of [1, 2]) await checkVerdicts(variant, { tokens, badTokens })
    for (let batch = 0; batch < (quick ? 30 : 200); batch += 1) await microsecondsPerToken(variant)
  }

  const samples = await interleave({
    variants,
    sample: microsecondsPerToken,
    rounds: quick ? 100 : 1000,
    budgetSeconds: quick ? 1.5 : 10,
  })

  const samplesOf = (variant: Verifier) => samples.get(variant) ?? []
  const rows = variants.map(
    (variant): Row => ({
      variant: variant.name,
      figures: {
        'us/token': median(samplesOf(variant)),
        'times fast-jwt': medianRatio(samplesOf(variant), samplesOf(peer)),
      },
      targets: variant === own ? [{ column: 'times fast-jwt', bound: 'at most', limit: 1 }] : [],
    }),
  )
  return { rounds: samplesOf(own).length, columns: ['us/token', 'times fast-jwt'], rows }
}
