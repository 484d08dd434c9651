import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { now } from '../clock.ts'
import { createExpiringMap } from './expiring-map.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

test('forgets each entry at its own time', () => {
  const map = createExpiringMap<string>({ most: 10 })
  map.set({ key: 'long', value: 'l', until: now() + 60 })
  map.set({ key: 'short', value: 's', until: now() + 30 })
  pass(29)
  expect([map.get('long'), map.get('short')]).toEqual(['l', 's'])
  pass(1)
  expect([map.get('long'), map.get('short')]).toEqual(['l', undefined])
  expect(map.entries()).toEqual([['long', 'l']])
  pass(30)
  expect(map.get('long')).toBeUndefined()
})

test('gives memory back, whatever stands in front', () => {
  const map = createExpiringMap<number>({ most: 10_000 })
  map.set({ key: 'first', value: 0, until: now() + 3600 })
  for (let user = 0; user < 1000; user++) {
    map.set({ key: `user-${user}`, value: user, until: now() + 60 })
  }
  expect(map.size()).toBe(1001)
  pass(61)
  map.set({ key: 'last', value: 1, until: now() + 60 })
  expect(map.size()).toBe(2)
  expect(map.get('first')).toBe(0)
})

test('holds a bounded number, and drops the one that was set longest ago', () => {
  const map = createExpiringMap<string>({ most: 2 })
  const until = now() + 60
  map.set({ key: 'a', value: 'a', until })
  map.set({ key: 'b', value: 'b', until })
  map.set({ key: 'a', value: 'again', until })
  map.set({ key: 'c', value: 'c', until })
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual(['again', undefined, 'c'])
  expect(map.size()).toBe(2)
})

test('forgets what it is told to', () => {
  const map = createExpiringMap<string>({ most: 2 })
  map.set({ key: 'a', value: 'a', until: now() + 60 })
  map.delete('a')
  expect(map.get('a')).toBeUndefined()
  expect(map.size()).toBe(0)
})
