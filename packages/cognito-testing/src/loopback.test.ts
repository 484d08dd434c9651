import { expect, it } from 'vitest'
import { isLoopbackHeader } from './loopback.ts'

it('wants the port in a Host header, but the one that is never written', () => {
  expect(isLoopbackHeader('localhost:9229', 9229)).toBe(true)
  expect(isLoopbackHeader('[::1]:80', 80)).toBe(true)
  expect(isLoopbackHeader('127.0.0.1', 80)).toBe(true)
  expect(isLoopbackHeader('localhost', 9229)).toBe(false)
  expect(isLoopbackHeader('rebound.example', 80)).toBe(false)
  expect(isLoopbackHeader(undefined, 80)).toBe(false)
})
