import { randomUUID } from 'node:crypto'
import type { Scheduler } from 'fast-check'
import type { SessionLock, SessionStore } from '../src/store/session-store.ts'

/** What happens to a step; to those with an effect, nobody answers. */
export type StoreFault = 'crash' | 'refuse' | 'lose-answer' | 'late'
/** The next of a kind: a session or the mark of a sign-out that is stored, one that is read or deleted. */
export type FaultyStep = 'session' | 'ended' | 'get' | 'delete'

/** The store as one process has it. */
export interface OpenStore {
  store: SessionStore
  lock: SessionLock
  failNext(step: FaultyStep, fault: StoreFault): void
  isDead(): boolean
  /** What was sent and has not arrived does. */
  arrive(): void
}

/** One store for several processes, whose steps a scheduler puts into an order. */
export const createSharedStore = (): { open(schedule: Scheduler): OpenStore } => {
  const held = new Map<string, { value: string; until: number }>()
  const locks = new Map<string, { token: string; owner: string }>()

  const open = (schedule: Scheduler): OpenStore => {
    const owner = randomUUID()
    const state = { isDead: false }
    const faults = new Map<FaultyStep, StoreFault>()
    const underWay: (() => void)[] = []

    const arrive = () => {
      for (const write of underWay.splice(0)) write()
    }
    /** A process has one connection, on which nothing overtakes. */
    const turn = async (label: string) => {
      if (state.isDead) throw new Error('this process is dead')
      await schedule.schedule(Promise.resolve(), label)
      if (state.isDead) throw new Error('this process is dead')
      arrive()
    }
    const die = () => {
      state.isDead = true
      // Nobody gives them back; their time passes.
      for (const [key, lock] of locks) if (lock.owner === owner) locks.delete(key)
    }
    const meets: Readonly<Record<StoreFault, (write: () => void) => void>> = {
      crash: die,
      refuse: () => undefined,
      'lose-answer': (write) => write(),
      late: (write) => underWay.push(write),
    }

    const fail = (step: FaultyStep, write: () => void) => {
      const fault = faults.get(step)
      if (!fault) return
      faults.delete(step)
      meets[fault](write)
      throw new Error(`the store did not answer: ${fault}`)
    }

    return {
      store: {
        get: async (key) => {
          await turn(`get ${key}`)
          fail('get', () => undefined)
          const entry = held.get(key)
          await turn('got')
          return entry && entry.until > Date.now() ? entry.value : undefined
        },
        set: async (key, value, ttlMs = 0) => {
          await turn(`set ${key}`)
          const write = () => {
            held.set(key, { value, until: Date.now() + ttlMs })
          }
          fail(key.startsWith('cognito:ended:') ? 'ended' : 'session', write)
          write()
          await turn('was set')
          return true
        },
        delete: async (key) => {
          await turn(`delete ${key}`)
          const write = () => {
            held.delete(key)
          }
          fail('delete', write)
          write()
          return true
        },
      },
      lock: async ({ key }) => {
        await turn(`lock ${key}`)
        if (locks.has(key)) return undefined
        const token = randomUUID()
        locks.set(key, { token, owner })
        return async () => {
          await turn(`unlock ${key}`)
          if (locks.get(key)?.token === token) locks.delete(key)
        }
      },
      failNext: (step, fault) => {
        faults.set(step, fault)
      },
      isDead: () => state.isDead,
      arrive,
    }
  }
  return { open }
}
