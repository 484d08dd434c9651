import { interleave } from './interleave.ts'
import { type Measurement, nodeMajor, type Plan, type Row, type Target } from './report.ts'
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

/** @throws Error where the server refuses any of them. */
const totalsOf = (variant: SrpVariant, signIns: readonly TimedSignIn[]): readonly number[] => {
  if (!signIns.every(({ isAccepted }) => isAccepted()))
    throw new Error(`${variant.name}: the server refused a claim`)
  return signIns.map(({ spentMs }) => spentMs.start + spentMs.finish)
}

/** Ours over the floor, in rounds of milliseconds: too short for the machine to change meanwhile. */
const timesFloor = async ({ server, quick }: Plan & { server: FakeServer }): Promise<number> => {
  const signIns = await interleave({
    variants: NATIVE,
    rounds: quick ? 30 : 150,
    budgetSeconds: 3,
    sample: (variant) => timeSignIn(variant, { server }),
  })
  const totals = (variant: SrpVariant) => totalsOf(variant, signIns.get(variant) ?? [])
  return medianRatio(totals(ours), totals(opensslFloor))
}

export const measureSrpArithmetic = async ({ quick }: Plan): Promise<Measurement> => {
  const server = createFakeServer()
  for (const variant of VARIANTS) await checkVerdicts(variant, server)

  // The server's own arithmetic waits until all is timed: it would leave the caches cold.
  const samples = await interleave({
    variants: VARIANTS,
    rounds: quick ? 2 : 15,
    budgetSeconds: quick ? 4 : 30,
    sample: async (variant) => {
      const signIns: TimedSignIn[] = []
      const repeats = NATIVE.includes(variant) ? NATIVE_REPEATS : 1
      while (signIns.length < repeats) signIns.push(await timeSignIn(variant, { server }))
      return signIns
    },
  })
  const oursTimesFloor = await timesFloor({ server, quick })

  const roundsOf = (variant: SrpVariant) => samples.get(variant) ?? []
  const totals = new Map(
    VARIANTS.map((variant) => [
      variant,
      roundsOf(variant).map((signIns) => median(totalsOf(variant, signIns))),
    ]),
  )
  const rows = VARIANTS.map((variant): Row => {
    const times = roundsOf(variant).flatMap((signIns) => signIns.map(({ spentMs }) => spentMs))
    const total = totals.get(variant) ?? []
    return {
      variant: variant.name,
      figures: {
        'start ms': median(times.map(({ start }) => start)),
        'finish ms': median(times.map(({ finish }) => finish)),
        'total ms': median(total),
        'times ours': medianRatio(total, totals.get(ours) ?? []),
        'times floor':
          variant === ours ? oursTimesFloor : medianRatio(total, totals.get(opensslFloor) ?? []),
      },
      targets: targetsOf(variant),
    }
  })
  return {
    rounds: roundsOf(ours).length,
    columns: ['start ms', 'finish ms', 'total ms', 'times ours', 'times floor'],
    rows,
  }
}
