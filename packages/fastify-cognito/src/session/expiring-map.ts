import { now } from '../clock.ts'

/** A bounded map whose entries are forgotten each at a time of its own. */
export interface ExpiringMap<Value> {
  get(key: string): Value | undefined
  /** `until` in Unix seconds; a key that is set again gets a new one. */
  set(input: { key: string; value: Value; until: number }): void
  delete(key: string): void
  /** What is not forgotten yet. */
  entries(): readonly (readonly [key: string, value: Value])[]
  /** How many entries are held in memory. */
  size(): number
}

/** In seconds: how long an entry may outlast its time in memory. Nobody is given it. */
const sweptEvery = 10

/** @param most is how many are held; beyond it the one that was set longest ago goes. */
export const createExpiringMap = <Value>({ most }: { most: number }): ExpiringMap<Value> => {
  const held = new Map<string, { value: Value; until: number }>()
  let nextSweep = 0

  const forgetSome = (): void => {
    if (now() >= nextSweep) {
      for (const [key, { until }] of held) if (until <= now()) held.delete(key)
      nextSweep = now() + sweptEvery
    }
    for (const key of held.keys()) {
      if (held.size <= most) return
      held.delete(key)
    }
  }

  return {
    get: (key) => {
      const entry = held.get(key)
      return entry && entry.until > now() ? entry.value : undefined
    },
    set: ({ key, value, until }) => {
      held.delete(key)
      held.set(key, { value, until })
      forgetSome()
    },
    delete: (key) => {
      held.delete(key)
    },
    entries: () =>
      [...held].flatMap(([key, { value, until }]) =>
        until > now() ? [[key, value] as const] : [],
      ),
    size: () => held.size,
  }
}
