import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTokenCache } from './token-cache.ts'

const startMs = 1_800_000_000_000
const start = startMs / 1000
const claims = (sub: string, more = {}) => ({ sub, exp: start + 3600, groups: ['a'], ...more })

describe('remembered tokens', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: startMs })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

  it('are known until they expire', () => {
    const cache = createTokenCache(10)
    cache.keep('token', claims('ada', { exp: start + 60 }))
    pass(60)
    expect(cache.get('token')).toMatchObject({ sub: 'ada' })
    vi.advanceTimersByTime(1)
    expect(cache.get('token')).toBeUndefined()
    expect(cache.size()).toBe(0)
  })

  it('are looked at anew after five minutes, however often they were used', () => {
    const cache = createTokenCache(10)
    cache.keep('token', claims('ada'))
    pass(299)
    expect(cache.get('token')).toBeDefined()
    pass(1)
    expect(cache.get('token')).toBeUndefined()
  })

  it('do not live longer for a clock that is set back', () => {
    const cache = createTokenCache(10)
    cache.keep('token', claims('ada'))
    pass(200)
    vi.setSystemTime(startMs - 3_600_000)
    expect(cache.get('token')).toBeDefined()
    pass(100)
    expect(cache.get('token')).toBeUndefined()
  })

  it('are not known before their time, where a clock was set back', () => {
    const cache = createTokenCache(10)
    cache.keep('token', claims('ada', { nbf: start }))
    vi.setSystemTime(startMs - 1000)
    expect(cache.get('token')).toBeUndefined()
  })

  it('are bounded: the one that was not used for the longest time goes', () => {
    const cache = createTokenCache(2)
    cache.keep('one', claims('one'))
    cache.keep('two', claims('two'))
    cache.get('one')
    cache.keep('three', claims('three'))
    expect(cache.get('two')).toBeUndefined()
    expect(cache.get('one')).toBeDefined()
    expect(cache.get('three')).toBeDefined()
    expect(cache.size()).toBe(2)
  })

  it('are kept once, however often they are verified', () => {
    const cache = createTokenCache(2)
    for (const _time of [1, 2, 3]) cache.keep('one', claims('one'))
    cache.keep('two', claims('two'))
    expect(cache.size()).toBe(2)
    expect(cache.get('one')).toBeDefined()
  })

  it('can be changed by nobody who is handed their claims', () => {
    const cache = createTokenCache<ReturnType<typeof claims>>(2)
    const kept = cache.keep('one', claims('one'))
    expect(() => kept.groups.push('admin')).toThrow(TypeError)
    expect(() => Object.assign(kept, { sub: 'two' })).toThrow(TypeError)
    expect(cache.get('one')).toEqual(claims('one'))
  })

  it('are all forgotten when asked for', () => {
    const cache = createTokenCache(2)
    cache.keep('one', claims('one'))
    cache.clear()
    expect(cache.get('one')).toBeUndefined()
  })
})
