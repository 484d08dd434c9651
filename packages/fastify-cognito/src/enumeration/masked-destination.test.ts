import { expect, test } from 'vitest'
import { maskedDestination } from './masked-destination.ts'

test.each([
  ['ada@example.com', 'a***@e***'],
  ['a@e', 'a***@e***'],
  ['Ünal@übung.de', 'Ü***@ü***'],
  ['𝒜da@𝒷c.de', '𝒜***@𝒷***'],
  ['+15551239934', '+*******9934'],
  ['+4915112345678', '+*******5678'],
  ['+123', '+*******123'],
  ['ada', '***'],
  ['a@b@c', '***'],
  ['@example.com', '***'],
  ['ada@', '***'],
  ['+', '***'],
  ['+1555x', '***'],
  ['1555', '***'],
])('%s is shown as %s', (typed, shown) => {
  expect(maskedDestination(typed)).toBe(shown)
})
