import { interleave } from './interleave.ts'
import type { Measurement, Plan, Row } from './report.ts'
import { median, medianRatio } from './statistics.ts'
import { createTokenSet } from './tokens/access-tokens.ts'
import { checkVerdicts } from './tokens/check-verdicts.ts'
import {
  awsJwtVerify,
  cryptoFloor,
  fastJwt,
  jose,
  jsonwebtoken,
  ours,
  type Verifier,
} from './tokens/verifiers.ts'

const TOKENS = 100

export const measureTokenVerification = async ({ quick }: Plan): Promise<Measurement> => {
  const { tokens, badTokens, ...keys } = createTokenSet(TOKENS)
  const [own, aws, floor] = [ours(keys), awsJwtVerify(keys), cryptoFloor(keys)]
  const peers = [jose(keys), fastJwt(keys), jsonwebtoken(keys)]
  const variants = [own, aws, ...peers, floor]

  const microsecondsPerToken = async ({ verify }: Verifier): Promise<number> => {
    const startedAt = performance.now()
    for (const token of tokens) await verify(token)
    return ((performance.now() - startedAt) * 1000) / tokens.length
  }

  for (const variant of variants) {
    await checkVerdicts(variant, { tokens, badTokens: variant === floor ? {} : badTokens })
    for (let batch = 0; batch < (quick ? 10 : 30); batch += 1) await microsecondsPerToken(variant)
  }

  const samples = await interleave({
    variants,
    sample: microsecondsPerToken,
    rounds: quick ? 30 : 300,
    budgetSeconds: quick ? 1.5 : 10,
  })

  const samplesOf = (variant: Verifier) => samples.get(variant) ?? []
  const rows = variants.map(
    (variant): Row => ({
      variant: variant.name,
      figures: {
        'us/token': median(samplesOf(variant)),
        'tokens/s': 1e6 / median(samplesOf(variant)),
        'times aws-jwt-verify': medianRatio(samplesOf(variant), samplesOf(aws)),
        'times floor': medianRatio(samplesOf(variant), samplesOf(floor)),
      },
      targets:
        variant === own ? [{ column: 'times aws-jwt-verify', bound: 'at most', limit: 1.1 }] : [],
    }),
  )
  return {
    rounds: samplesOf(own).length,
    columns: ['us/token', 'tokens/s', 'times aws-jwt-verify', 'times floor'],
    rows,
  }
}
