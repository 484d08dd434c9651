import { setTimeout } from 'node:timers/promises'
import { createTestUserPool } from '@x/cognito-testing'
import fc, { type Scheduler } from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createSharedStore, type FaultyStep, type StoreFault } from './shared-store.ts'
import { secret, startApp } from './start-app.ts'

const credentials = { username: 'ada', password: 'Correct-horse-1' }
const hour = 3600

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

type Place = 0 | 1
/** What happens next, as data: fast-check shrinks it to what matters. */
type Move =
  | { ask: 'get' | 'refresh'; at: Place }
  | { leave: Place }
  | { fail: StoreFault; step: FaultyStep; at: Place }
  | { cognito: 'loses its answer' | 'is away' }

const at = fc.constantFrom<Place[]>(0, 1)
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ ask: fc.constantFrom('get', 'refresh'), at }) },
  { weight: 1, arbitrary: fc.record({ leave: at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      fail: fc.constantFrom('crash', 'refuse', 'lose-answer', 'late'),
      step: fc.constantFrom('session', 'session', 'ended', 'get', 'delete'),
      at,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ cognito: fc.constantFrom('loses its answer', 'is away') }),
  },
)
/** What goes on together, each time after the access token has expired. */
const rounds = fc.array(fc.array(move, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 3,
})

/** Two processes that share a store. */
const startWorld = async (schedule: Scheduler, hasLock: boolean) => {
  const pool = createTestUserPool({
    clients: [{ rotation: { graceSeconds: 60 } }],
    users: [credentials],
  })
  const shared = createSharedStore()
  const startProcess = async () => {
    const { store, lock, ...more } = shared.open(schedule)
    const app = await startApp({
      pool,
      options: {
        session: { secrets: [secret], store, storeTimeout: 60, ...(hasLock && { lock }) },
      },
      routes: (server) => {
        server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
      },
    })
    return { app, ...more }
  }
  const processes = { 0: await startProcess(), 1: await startProcess() }
  /** Whatever is under way arrives, and who was killed is started again. */
  const calm = async (): Promise<void> => {
    for (const place of [0, 1] as const) {
      processes[place].arrive()
      if (processes[place].isDead()) processes[place] = await startProcess()
    }
  }
  return { pool, processes, calm }
}

/** In the order that the scheduler chooses. */
const inOrder = async <Result>(
  schedule: Scheduler,
  work: readonly Promise<Result>[],
): Promise<readonly Result[]> => {
  const state = { isDone: false }
  const done = Promise.all(work).finally(() => {
    state.isDone = true
  })
  done.catch(() => undefined)
  while (!state.isDone) {
    if (schedule.count() > 0) await schedule.waitNext(1)
    else await setTimeout(0)
  }
  return done
}

const seen = new Map<string, number>()
const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

const play = async (
  schedule: Scheduler,
  hasLock: boolean,
  story: readonly (readonly Move[])[],
): Promise<void> => {
  const { pool, processes, calm } = await startWorld(schedule, hasLock)
  const browser = createBrowser(processes[0].app)
  await inOrder(schedule, [browser.post('/auth/sign-in', credentials)])
  expect(browser.cookies.size).toBe(1)
  const sendTo = (place: Place) => createBrowser(processes[place].app, new Map(browser.cookies))

  for (const moves of story) {
    vi.advanceTimersByTime((hour + 1) * 1000)
    /** Whether the user has asked for it, and whether that was answered. */
    const out = { isAsked: false, isSaid: false }

    const ask = async (what: 'get' | 'refresh', place: Place): Promise<void> => {
      const { isDead } = processes[place]
      const wasOut = out.isSaid
      const sender = sendTo(place)
      const answer = await (what === 'get' ? sender.get('/who') : sender.post('/auth/refresh'))
      if (isDead()) return
      count(`${what}: ${answer.statusCode}`)
      if (wasOut) expect(answer.statusCode).toBe(401)
      else if (!out.isAsked) expect([200, 503]).toContain(answer.statusCode)
      if (answer.statusCode !== 401) expect(answer.headers['set-cookie']).toBeUndefined()
    }
    const leave = async (place: Place): Promise<void> => {
      const { isDead } = processes[place]
      out.isAsked = true
      const { statusCode } = await sendTo(place).post('/auth/sign-out')
      if (statusCode !== 204 || isDead()) return
      out.isSaid = true
      count('signed out')
    }
    const work = moves.flatMap((next) => {
      if ('ask' in next) return [ask(next.ask, next.at)]
      if ('leave' in next) return [leave(next.leave)]
      if ('fail' in next) processes[next.at].failNext(next.step, next.fail)
      else if (next.cognito === 'is away') {
        pool.failNext('GetTokensFromRefreshToken', 'timeout')
        pool.failNext('RevokeToken', 'timeout')
      } else pool.loseNext('GetTokensFromRefreshToken')
      return []
    })
    await inOrder(schedule, work)
    await calm()

    // What has not gone wrong yet may do so now.
    const untilAnswered = async (place: Place, tries = 20): Promise<LightMyRequestResponse> => {
      const answer = await sendTo(place).get('/who')
      if (answer.statusCode !== 503 || tries === 0) return answer
      await calm()
      return untilAnswered(place, tries - 1)
    }
    for (const place of [0, 1, 0, 1] as const) {
      const [answer] = await inOrder(schedule, [untilAnswered(place)])
      if (out.isSaid) expect(answer?.statusCode).toBe(401)
      else if (!out.isAsked) expect([answer?.statusCode, answer?.body]).toEqual([200, 'ada'])
    }
    if (!out.isAsked) {
      count('stayed')
      continue
    }
    if (!out.isSaid) return
    // Longer than any access token lives.
    vi.advanceTimersByTime(25 * hour * 1000)
    for (const place of [0, 1] as const) {
      const [answer] = await inOrder(schedule, [untilAnswered(place)])
      expect(answer?.statusCode).toBe(401)
    }
    return
  }
}

test.each([
  ['with a lock', true],
  ['without one', false],
])(
  '%s nobody is signed out who did not sign out, and nobody is revived',
  { timeout: 120_000 },
  async (_what, hasLock) => {
    seen.clear()
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), rounds, (schedule, story) => play(schedule, hasLock, story)),
      { numRuns: 30, seed: 20_311 },
    )
    // A story in which nothing happens would prove nothing.
    expect([...seen.keys()]).toEqual(
      expect.arrayContaining([
        'get: 200',
        'get: 503',
        'get: 401',
        'refresh: 200',
        'signed out',
        'stayed',
      ]),
    )
  },
)
