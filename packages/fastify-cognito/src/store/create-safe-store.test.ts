import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createSafeStore } from './create-safe-store.ts'
import type { SessionStore } from './session-store.ts'

const away = new Error('connect ECONNREFUSED')

/** Tells of what went wrong by an event alone, as a Keyv does, and answers as if nothing had. */
const createQuiet = (answer: unknown) => {
  const events = new EventEmitter()
  const tell = async () => {
    events.emit('error', away)
    return answer
  }
  const on = events.on.bind(events)
  const store: SessionStore & { on: typeof on } = { get: tell, set: tell, delete: tell, on }
  return createSafeStore({ store, timeout: 2 })
}

const entry = { key: 'key', value: 'value', ttl: 60 }

describe('a safe store', () => {
  it.each([undefined, null])('takes %s with an error for no answer', async (answer) => {
    await expect(createQuiet(answer).get('key')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      statusCode: 503,
      headers: { 'retry-after': '5' },
      cause: away,
    })
  })

  it('takes a value for one, whatever went wrong beside it', async () => {
    expect(await createQuiet('value').get('key')).toBe('value')
  })

  it.each([true, undefined])('has stored nothing where an error came with %s', async (answer) => {
    await expect(createQuiet(answer).set(entry)).rejects.toMatchObject({ cause: away })
    await expect(createQuiet(answer).delete('key')).rejects.toMatchObject({ cause: away })
  })

  it('has stored nothing where it is told so', async () => {
    const no = async () => false
    const safe = createSafeStore({ store: { get: no, set: no, delete: no }, timeout: 2 })
    await expect(safe.set(entry)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    // There was nothing to delete, which is no failure.
    expect(await safe.delete('key')).toBeUndefined()
  })

  it('takes a store that throws at once for one that is away', async () => {
    const fail = () => {
      throw away
    }
    const safe = createSafeStore({ store: { get: fail, set: fail, delete: fail }, timeout: 2 })
    await expect(safe.get('key')).rejects.toMatchObject({ cause: away })
  })

  it('gives the time to live in milliseconds', async () => {
    const held: unknown[] = []
    const set = async (...given: unknown[]) => held.push(...given)
    const none = async () => undefined
    await createSafeStore({ store: { get: none, set, delete: none }, timeout: 2 }).set(entry)
    expect(held).toEqual(['key', 'value', 60_000])
  })

  it('waits no longer than it may', async () => {
    const never = () => new Promise(() => undefined)
    const store = { get: never, set: never, delete: never }
    const safe = createSafeStore({ store, timeout: 0.01 })
    await expect(safe.get('key')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      cause: { message: 'no answer within 10 ms' },
    })
  })
})
