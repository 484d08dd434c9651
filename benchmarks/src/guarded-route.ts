import autocannon from 'autocannon'
import { startChild } from './child.ts'
import { interleave } from './interleave.ts'
import type { Measurement, Plan, Row, Target } from './report.ts'
import type { RouteServerReady, Spent } from './route/route-server.ts'
import { median, medianRatio } from './statistics.ts'

const CONNECTIONS = 24

const ROUTES = [
  { variant: 'unguarded', path: '/open' },
  { variant: '@x/fastify-cognito', path: '/guarded' },
  { variant: 'the same with tokenCache: false', path: '/anew' },
  { variant: 'a hook on aws-jwt-verify', path: '/by-hand' },
] as const
type Route = (typeof ROUTES)[number]

const targets: Readonly<Partial<Record<Route['variant'], readonly Target[]>>> = {
  '@x/fastify-cognito': [
    { column: 'share of unguarded', bound: 'at least', limit: 0.95 },
    { column: 'key fetches', bound: 'at most', limit: 0 },
  ],
}

/** @throws Error where the guard lets anybody in, or nobody. */
const checkGuard = async (address: string, { path, token }: { path: string; token: string }) => {
  const statusOf = async (headers: Record<string, string>) =>
    (await fetch(`${address}${path}`, { headers })).status
  const anonymous = await statusOf({})
  const known = await statusOf({ authorization: `Bearer ${token}` })
  const wanted = path === '/open' ? 200 : 401
  if (anonymous !== wanted || known !== 200)
    throw new Error(`${path} answered ${anonymous} without and ${known} with a token`)
}

export const measureGuardedRoute = async ({ quick }: Plan): Promise<Measurement> => {
  const server = startChild({ script: new URL('./route/route-server.js', import.meta.url) })
  try {
    const { url, tokens } = (await server.next(30)) as RouteServerReady
    const requests = tokens.map((token) => ({ headers: { authorization: `Bearer ${token}` } }))
    const spent = async (): Promise<Spent> => {
      server.send({})
      return (await server.next(10)) as Spent
    }
    const load = async ({ path }: Route, seconds: number) => {
      const before = await spent()
      const result = await autocannon({
        url: `${url}${path}`,
        connections: CONNECTIONS,
        duration: seconds,
        requests,
      })
      if (result.errors + result.non2xx > 0) throw new Error(`${path}: not every answer was 200`)
      const answers = result.requests.total
      const after = await spent()
      return {
        requestsPerSecond: answers / result.duration,
        cpuPerRequest: (after.microseconds - before.microseconds) / answers,
        keyFetches: after.keyFetches - before.keyFetches,
      }
    }

    for (const route of ROUTES) {
      await checkGuard(url, { path: route.path, token: tokens[0] ?? '' })
      await load(route, 1)
    }
    const samples = await interleave({
      variants: ROUTES,
      rounds: quick ? 1 : 4,
      budgetSeconds: 35,
      sample: (route) => load(route, quick ? 1 : 3),
    })

    const samplesOf = (route: Route) => samples.get(route) ?? []
    const ratesOf = (route: Route) =>
      samplesOf(route).map(({ requestsPerSecond }) => requestsPerSecond)
    const cpuOf = (route: Route) => samplesOf(route).map(({ cpuPerRequest }) => cpuPerRequest)
    const rows = ROUTES.map(
      (route): Row => ({
        variant: route.variant,
        figures: {
          'requests/s': median(ratesOf(route)),
          'share of unguarded': medianRatio(ratesOf(route), ratesOf(ROUTES[0])),
          'CPU us/request': median(cpuOf(route)),
          'CPU times unguarded': medianRatio(cpuOf(route), cpuOf(ROUTES[0])),
          'key fetches': Math.max(...samplesOf(route).map(({ keyFetches }) => keyFetches)),
        },
        targets: targets[route.variant] ?? [],
      }),
    )
    return {
      rounds: cpuOf(ROUTES[0]).length,
      columns: [
        'requests/s',
        'share of unguarded',
        'CPU us/request',
        'CPU times unguarded',
        'key fetches',
      ],
      rows,
    }
  } finally {
    await server.stop()
  }
}
