import { expect, test } from 'vitest'
import { chunkName, chunkNamesIn, joinChunks, splitChunks } from './chunks.ts'

const cookiesOf = (values: readonly string[]): Map<string, string> =>
  new Map(values.map((value, index) => [chunkName('c', index), value]))

test.each([1, 3799, 3800, 3801, 7600, 7601, 11_400])('cuts and joins %i letters', (length) => {
  const text = 'abcdefg'.repeat(2000).slice(0, length)
  const chunks = splitChunks(text) ?? []
  expect(chunks).toHaveLength(Math.ceil(length / 3800))
  expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(3900)
  expect(joinChunks('c', cookiesOf(chunks))).toBe(text)
})

test('gives up on a text that no browser would send back', () => {
  expect(splitChunks('x'.repeat(11_401))).toBeUndefined()
})

test('joins nothing where a piece is missing', () => {
  const cookies = cookiesOf(splitChunks('x'.repeat(8000)) ?? [])
  cookies.delete('c.1')
  expect(joinChunks('c', cookies)).toBeUndefined()
})

test('passes by a piece left over from a longer text', () => {
  const cookies = cookiesOf(splitChunks('short') ?? []).set('c.1', 'stale')
  expect(joinChunks('c', cookies)).toBe('short')
  expect(chunkNamesIn('c', cookies)).toEqual(['c', 'c.1'])
})

test.each(['', '1', '1.', '0.x', '9.x', '4.x', 'x.x', '-1.x'])('joins no garbage: %s', (value) => {
  expect(joinChunks('c', new Map([['c', value]]))).toBeUndefined()
})
