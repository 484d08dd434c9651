import { expect, test } from 'vitest'
import { chunkNames, joinChunks, splitChunks } from './chunks.ts'

const cookiesOf = (values: readonly string[]): Map<string, readonly string[]> =>
  new Map(values.map((value, index) => [chunkNames('c')[index] ?? '', [value]]))

test.each([1, 3799, 3800, 3801, 7600, 7601, 11_400])('cuts and joins %i letters', (length) => {
  const text = 'abcdefg'.repeat(2000).slice(0, length)
  const chunks = splitChunks(text) ?? []
  expect(chunks).toHaveLength(Math.ceil(length / 3800))
  expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(3900)
  expect(joinChunks('c', cookiesOf(chunks))).toEqual([text])
})

test('gives up on a text that no browser would send back', () => {
  expect(splitChunks('x'.repeat(11_401))).toBeUndefined()
})

test('joins nothing where a piece is missing', () => {
  const cookies = cookiesOf(splitChunks('x'.repeat(8000)) ?? [])
  cookies.delete('c.1')
  expect(joinChunks('c', cookies)).toEqual([])
})

test('passes by a piece left over from a longer text', () => {
  const cookies = cookiesOf(splitChunks('short') ?? []).set('c.1', ['stale'])
  expect(joinChunks('c', cookies)).toEqual(['short'])
})

test('gives every text that pieces of one name may make, honest ones among them', () => {
  const text = 'ab'.repeat(3000)
  const [head = '', tail = ''] = splitChunks(text) ?? []
  const cookies = new Map([
    ['c', ['evil', '1.evil', head]],
    ['c.1', ['tossed', tail]],
  ])
  expect(joinChunks('c', cookies)).toEqual(['evil', `${head.slice(2)}tossed`, text])
})

test('does not try thousands of them', () => {
  const tossed = Array.from({ length: 400 }, () => '3.x')
  const cookies = new Map(chunkNames('c').map((name) => [name, tossed]))
  expect(joinChunks('c', cookies)).toHaveLength(64)
})

test.each(['', '1', '1.', '0.x', '9.x', '4.x', 'x.x', '-1.x'])('joins no garbage: %s', (value) => {
  expect(joinChunks('c', new Map([['c', [value]]]))).toEqual([])
})
