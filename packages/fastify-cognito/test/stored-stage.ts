import { createTestUserPool } from '@x/cognito-testing'
import { vi } from 'vitest'
import type { CognitoHooks, SessionOptions } from '../src/index.ts'
import type { SessionLock, SessionStore } from '../src/store/session-store.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp } from './start-app.ts'

export const credentials = { username: 'ada', password: 'Correct-horse-1' }
export const hour = 3600
export const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

type Step = keyof SessionStore
export type Fault = (work: () => unknown) => Promise<unknown>

/** A store in which the next step of a kind goes as the test says. */
const createStore = () => {
  const held = new Map<string, { value: string; until: number }>()
  const faults = new Map<Step, Fault>()
  const go = async <Result>(step: Step, work: () => Result): Promise<unknown> => {
    const fault = faults.get(step)
    faults.delete(step)
    return fault ? fault(work) : work()
  }
  const store: SessionStore = {
    get: (key) =>
      go('get', () => {
        const entry = held.get(key)
        return entry && entry.until > Date.now() ? entry.value : undefined
      }),
    set: (key, value, ttlMs = 0) =>
      go('set', () => held.set(key, { value, until: Date.now() + ttlMs })),
    delete: (key) => go('delete', () => held.delete(key)),
  }
  const failNext = (step: Step, fault: Fault) => faults.set(step, fault)
  return { store, held, failNext }
}

export const refused: Fault = async () => {
  throw new Error('OOM command not allowed')
}

export const createLock = () => {
  const locks = new Set<string>()
  const lock: SessionLock = async ({ key }) => {
    if (locks.has(key)) return undefined
    locks.add(key)
    return async () => {
      locks.delete(key)
    }
  }
  return { lock }
}

export const signedIn = async (
  graceSeconds = 0,
  options: Partial<SessionOptions> = {},
  hooks: CognitoHooks = {},
) => {
  const pool = createTestUserPool({
    clients: [{ rotation: { graceSeconds } }],
    users: [credentials],
  })
  const { store, held, failNext } = createStore()
  const log = createLog('warn')
  const open = () =>
    startApp({
      pool,
      options: { session: { secrets: [secret], store, ...options }, hooks },
      server: { logger: log.options },
      routes: (server) => {
        server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
      },
    })
  const browser = createBrowser(await open())
  await browser.post('/auth/sign-in', credentials)
  const refreshes = () => pool.calls['GetTokensFromRefreshToken'] ?? 0
  return {
    pool,
    browser,
    other: browser.at(await open()),
    held,
    failNext,
    log,
    refreshes,
  }
}

export const codesIn = ({ lines }: ReturnType<typeof createLog>) =>
  lines.map((line) => JSON.parse(line).code)
