import { expect, it } from 'vitest'
import { codeBlocks } from './code-blocks.ts'

it('finds every fenced block, its language and where it stands', () => {
  const markdown = [
    '# Title',
    '```ts',
    'const a = 1',
    '',
    '```',
    'text',
    '```',
    'plain',
    '```',
  ].join('\n')
  expect(codeBlocks('README.md', markdown)).toEqual([
    { file: 'README.md', line: 2, language: 'ts', code: 'const a = 1\n' },
    { file: 'README.md', line: 7, language: '', code: 'plain' },
  ])
})

it('refuses a block without an end', () => {
  expect(() => codeBlocks('README.md', '```ts\nconst a = 1')).toThrow('README.md:1')
})
