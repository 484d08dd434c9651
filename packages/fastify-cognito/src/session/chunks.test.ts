import { expect, test } from 'vitest'
import { chunkName, chunkNames, joinChunks, splitChunks } from './chunks.ts'

const cookiesOf = (values: readonly string[]): Map<string, readonly string[]> =>
  new Map(values.map((value, index) => [chunkNames('c')[index] ?? '', [value]]))

const textsOf = (...input: Parameters<typeof joinChunks>): string[] =>
  joinChunks(...input).map(({ sealed }) => sealed)

const room = 4000

test.each([1, 3997, 3998, 3999, 7996, 7997, 11_994])('cuts and joins %i letters', (length) => {
  const text = 'abcdefg'.repeat(2000).slice(0, length)
  const chunks = splitChunks(text, room)
  expect(chunks).toHaveLength(Math.ceil(length / (room - 2)))
  expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(room)
  expect(textsOf('c', cookiesOf(chunks))).toEqual([text])
})

test('joins no more than three', () => {
  const chunks = splitChunks('x'.repeat(12_000), room)
  const names = chunks.map((_, index) => chunkName('c', index))
  expect(names).toEqual(['c', 'c.1', 'c.2', 'c.3'])
  const cookies = new Map(chunks.map((chunk, index) => [names[index] ?? '', [chunk]]))
  expect(textsOf('c', cookies)).toEqual([])
})

test('joins nothing where a piece is missing', () => {
  const cookies = cookiesOf(splitChunks('x'.repeat(8000), room))
  cookies.delete('c.1')
  expect(textsOf('c', cookies)).toEqual([])
})

test('passes by a piece left over from a longer text', () => {
  const cookies = cookiesOf(splitChunks('short', room)).set('c.1', ['stale'])
  expect(textsOf('c', cookies)).toEqual(['short'])
})

test('gives every text that pieces of one name may make, honest ones among them', () => {
  const text = 'ab'.repeat(3000)
  const [head = '', tail = ''] = splitChunks(text, room)
  const cookies = new Map([
    ['c', ['evil', '1.evil', head]],
    ['c.1', ['tossed', tail]],
  ])
  expect(textsOf('c', cookies)).toEqual(['evil', `${head.slice(2)}tossed`, text])
})

test('does not try thousands of them', () => {
  const tossed = Array.from({ length: 400 }, () => '3.x')
  const cookies = new Map(chunkNames('c').map((name) => [name, tossed]))
  expect(textsOf('c', cookies)).toHaveLength(256)
})

test.each(['', '1', '1.', '0.x', '9.x', '4.x', 'x.x', '-1.x'])('joins no garbage: %s', (value) => {
  expect(textsOf('c', new Map([['c', [value]]]))).toEqual([])
})

test('finds ours behind many that were tossed in', () => {
  const tossed = Array.from({ length: 15 }, () => '1.evil')
  expect(textsOf('c', new Map([['c', [...tossed, '1.ours']]]))).toContain('ours')
})

test('tells which cookies a text is made of', () => {
  const [head = '', tail = ''] = splitChunks('ab'.repeat(3000), room)
  const [joined] = joinChunks('c', cookiesOf([head, tail]).set('c.2', ['stale']))
  expect(joined?.pieces).toEqual([
    ['c', head],
    ['c.1', tail],
  ])
})
