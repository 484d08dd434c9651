import { randomUUID } from 'node:crypto'
import type { Scheduler } from 'fast-check'
import type { SessionLock, SessionStore } from '../src/store/session-store.ts'

/** What happens to the next session that a process stores; to those with an effect, nobody answers. */
export type StoreFault = 'crash' | 'refuse' | 'lose-answer' | 'late'

/** The store as one process has it. */
export interface OpenStore {
  store: SessionStore
  lock: SessionLock
  failNext(fault: StoreFault): void
  isDead(): boolean
  /** What was sent and has not arrived does. */
  arrive(): void
}

/** One store for several processes, whose steps a scheduler puts into an order. */
export const createSharedStore = (): { open(schedule: Scheduler): OpenStore } => {
  const held = new Map<string, string>()
  const locks = new Map<string, { token: string; owner: string }>()

  const open = (schedule: Scheduler): OpenStore => {
    const owner = randomUUID()
    const state = { isDead: false }
    const faults: StoreFault[] = []
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

    return {
      store: {
        get: async (key) => {
          await turn(`get ${key}`)
          const value = held.get(key)
          await turn('got')
          return value
        },
        set: async (key, value) => {
          await turn(`set ${key}`)
          const write = () => {
            held.set(key, value)
          }
          const fault = key.startsWith('cognito:session:') ? faults.shift() : undefined
          if (fault) {
            meets[fault](write)
            throw new Error(`the store did not answer: ${fault}`)
          }
          write()
          await turn('was set')
          return true
        },
        delete: async (key) => {
          await turn(`delete ${key}`)
          return held.delete(key)
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
      failNext: (fault) => {
        faults.push(fault)
      },
      isDead: () => state.isDead,
      arrive,
    }
  }
  return { open }
}
