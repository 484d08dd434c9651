import { Agent, request } from 'node:http'
import { startChild } from './child.ts'
import { type Question, questions } from './enumeration/questions.ts'
import { startTestPool } from './enumeration/test-pool.ts'
import { interleave } from './interleave.ts'
import type { Measurement, Plan, Row } from './report.ts'
import { median, medianRatio, quantile } from './statistics.ts'

const userPoolId = 'eu-west-1_Enumerate'
const CLIENTS = ['ENABLED', 'LEGACY'] as const
const WHO = ['known', 'unknown'] as const

interface Variant {
  readonly question: Question
  readonly client: (typeof CLIENTS)[number]
  readonly who: (typeof WHO)[number]
}

const VARIANTS: readonly Variant[] = questions.flatMap((question) =>
  CLIENTS.flatMap((client) => WHO.map((who) => ({ question, client, who }))),
)

const addressOf = (who: Variant['who'], index: number): string =>
  `${who === 'known' ? 'k' : 'u'}${String(index).padStart(4, '0')}@example.com`

/** Somebody new for each question, or the limits of an hour would be what is measured. */
const poolOf = (people: number): object => ({
  userPoolId,
  signInWith: ['email'],
  clients: CLIENTS.map((id) => ({ id, preventUserExistenceErrors: id === 'ENABLED' })),
  users: Array.from({ length: people }, (_, index) => ({
    username: addressOf('known', index),
    password: 'Correct-horse-1',
    attributes: { email_verified: 'true' },
  })),
})

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** In milliseconds, until the whole answer is there. */
const post = (url: string, body: object): Promise<number> => {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => {
        if ((response.statusCode ?? 500) < 500) resolve(performance.now() - startedAt)
        else reject(new Error(`${url}: status ${response.statusCode}`))
      })
    })
      .on('error', reject)
      .end(JSON.stringify(body))
  })
}

/** Whether the time of an answer tells who exists; the answers themselves are the same. */
export const measureEnumeration = async ({ quick }: Plan): Promise<Measurement> => {
  const rounds = quick ? 10 : 80
  const asked = VARIANTS.length * (rounds + 1)
  const pool = await startTestPool(poolOf(asked))
  const script = new URL('./enumeration/apps.js', import.meta.url)
  const apps = startChild({ script, args: [pool.url, userPoolId, ...CLIENTS] })
  try {
    const urls = (await apps.next(30)) as readonly string[]
    let next = 0
    const ask = ({ question, client, who }: Variant): Promise<number> => {
      const url = `${urls[CLIENTS.indexOf(client)]}/auth/${question.route}`
      next += 1
      return post(url, question.body(addressOf(who, next)))
    }
    for (const variant of VARIANTS) await ask(variant)
    const samples = await interleave({ variants: VARIANTS, rounds, budgetSeconds: 25, sample: ask })

    const timesOf = (wanted: Variant): readonly number[] => samples.get(wanted) ?? []
    const rows = questions.flatMap((question) =>
      CLIENTS.map((client): Row => {
        const [known, unknown] = VARIANTS.filter(
          (variant) => variant.question === question && variant.client === client,
        ).map(timesOf)
        if (!known || !unknown) throw new Error(`${question.route} was not measured`)
        return {
          variant: `POST /${question.route}, ${client}`,
          figures: {
            'known p50 ms': median(known),
            'unknown p50 ms': median(unknown),
            'p50 ratio': medianRatio(known, unknown),
            'known p95 ms': quantile(known, 0.95),
            'unknown p95 ms': quantile(unknown, 0.95),
            'p95 ratio': quantile(known, 0.95) / quantile(unknown, 0.95),
          },
        }
      }),
    )
    const [first] = VARIANTS
    return {
      rounds: first ? timesOf(first).length : 0,
      columns: Object.keys(rows[0]?.figures ?? {}),
      rows,
    }
  } finally {
    agent.destroy()
    await apps.stop()
    await pool.stop()
  }
}
