import { interleave } from './interleave.ts'
import { type Benchmark, nodeMajor, type Row, type Target } from './report.ts'
import { amplify } from './srp/amplify.ts'
import { createFakeServer, type FakeServer } from './srp/fake-server.ts'
import { identityJs } from './srp/identity-js.ts'
import { naiveBigint } from './srp/naive-bigint.ts'
import { opensslFloor } from './srp/openssl-floor.ts'
import { ours } from './srp/ours.ts'
import { srpHelper } from './srp/srp-helper.ts'
import { type SrpVariant, type TimedSignIn, timeSignIn } from './srp/time-sign-in.ts'
import { median, medianRatio } from './statistics.ts'

const PEERS: readonly SrpVariant[] = [identityJs, amplify, srpHelper]
const NATIVE: readonly SrpVariant[] = [ours, opensslFloor]
const VARIANTS: readonly SrpVariant[] = [...NATIVE, ...PEERS, naiveBigint]

/** A sign-in of a few milliseconds is repeated within its round; the round counts the median. */
const NATIVE_REPEATS = 7

const targetsOf = (variant: SrpVariant): readonly Target[] => {
  const isOld = nodeMajor() <= 20
  if (PEERS.includes(variant))
    return [{ column: 'times ours', bound: 'at least', limit: isOld ? 50 : 80 }]
  if (variant === ours && !isOld) return [{ column: 'times floor', bound: 'at most', limit: 1.3 }]
  return []
}

/** @throws Error where a variant does not do what it is timed for. */
const checkVerdicts = async (variant: SrpVariant, server: FakeServer): Promise<void> => {
  const right = await timeSignIn(variant, { server })
  const wrong = await timeSignIn(variant, { server, password: 'not the password' })
  if (!right.isAccepted()) throw new Error(`${variant.name}: the right password is refused`)
  if (wrong.isAccepted()) throw new Error(`${variant.name}: a wrong password is accepted`)
}

export const srpArithmetic: Benchmark = {
  name: 'srp-arithmetic',
  summary: 'What a sign-in by SRP computes, in milliseconds of a blocked event loop',
  onEveryNode: true,
  measure: async ({ quick }) => {
    const server = createFakeServer()
    for (const variant of VARIANTS) await checkVerdicts(variant, server)

    const samples = await interleave({
      variants: VARIANTS,
      rounds: quick ? 3 : 15,
      budgetSeconds: quick ? 4 : 40,
      sample: async (variant) => {
        const signIns: TimedSignIn[] = []
        const repeats = NATIVE.includes(variant) ? NATIVE_REPEATS : 1
        while (signIns.length < repeats) signIns.push(await timeSignIn(variant, { server }))
        if (!signIns.every(({ isAccepted }) => isAccepted()))
          throw new Error(`${variant.name}: the server refused a claim`)
        const times = signIns.map(({ spentMs }) => spentMs)
        return {
          start: median(times.map(({ start }) => start)),
          finish: median(times.map(({ finish }) => finish)),
          total: median(times.map(({ start, finish }) => start + finish)),
        }
      },
    })

    const samplesOf = (variant: SrpVariant) => samples.get(variant) ?? []
    const totalsOf = (variant: SrpVariant) => samplesOf(variant).map(({ total }) => total)
    const rows = VARIANTS.map(
      (variant): Row => ({
        variant: variant.name,
        figures: {
          'start ms': median(samplesOf(variant).map(({ start }) => start)),
          'finish ms': median(samplesOf(variant).map(({ finish }) => finish)),
          'total ms': median(totalsOf(variant)),
          'times ours': medianRatio(totalsOf(variant), totalsOf(ours)),
          'times floor': medianRatio(totalsOf(variant), totalsOf(opensslFloor)),
        },
        targets: targetsOf(variant),
      }),
    )
    return {
      rounds: totalsOf(ours).length,
      columns: ['start ms', 'finish ms', 'total ms', 'times ours', 'times floor'],
      rows,
    }
  },
}
