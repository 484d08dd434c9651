import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CodeBlock, codeBlocks } from '../src/code-blocks.ts'

const root = join(import.meta.dirname, '../../..')
const run = promisify(execFile)

const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard', '*README.md'], {
  cwd: root,
})
const readmes = stdout.trim().split('\n')
const blocks = (
  await Promise.all(
    readmes.map(async (file) => codeBlocks(file, await readFile(join(root, file), 'utf8'))),
  )
).flat()
const of = (...languages: string[]): CodeBlock[] =>
  blocks.filter(({ language }) => languages.includes(language))

/** Compiled here, beside the packages they import; other plugins of Fastify are only there beside ours. */
const folderOf = ({ file }: CodeBlock): string =>
  file.startsWith('packages/fastify-cognito/')
    ? join(root, dirname(file), 'node_modules/.readme-code')
    : join(import.meta.dirname, '../.readme-code')
const nameOf = ({ file, line }: CodeBlock): string =>
  `${file.replaceAll(/[^\w]+/g, '-')}-line-${line}`
const fileOf = (block: CodeBlock): string => `${nameOf(block)}.ts`

/** One that adds to the types of a package does so for a whole program, and has one to itself. */
const programOf = (block: CodeBlock): string =>
  join(folderOf(block), block.code.includes('declare module') ? nameOf(block) : 'all')

/** What the compiler has to say. */
const compile = async (program: string, code: readonly CodeBlock[]): Promise<string> => {
  await mkdir(program, { recursive: true })
  for (const block of code) {
    await writeFile(join(program, fileOf(block)), `${block.code}\nexport {}\n`)
  }
  const extended = join(root, 'tsconfig.base.json')
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false }
  const tsconfig = { extends: extended, compilerOptions, files: code.map(fileOf) }
  await writeFile(join(program, 'tsconfig.json'), JSON.stringify(tsconfig))
  const tsc = join(root, 'node_modules/.bin/tsc')
  return run(tsc, ['-p', program, '--pretty', 'false']).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
}

describe('the code in the READMEs', () => {
  it('is in a language that one of these tests checks', () => {
    const checked = ['ts', 'sh', 'json', 'text', 'http']
    const others = blocks.filter(({ language }) => !checked.includes(language))
    expect(others.map(({ file, line, language }) => `${file}:${line} ${language}`)).toEqual([])
  })

  describe('TypeScript', () => {
    let complaints = ''
    const folders = new Set(of('ts').map(folderOf))

    beforeAll(async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
      const compiled = [...new Set(of('ts').map(programOf))].map((program) =>
        compile(
          program,
          of('ts').filter((block) => programOf(block) === program),
        ),
      )
      complaints = (await Promise.all(compiled)).join('')
    }, 60_000)

    afterAll(async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    })

    it('is there to be compiled', () => {
      expect(of('ts').length).toBeGreaterThan(3)
    })

    it.each(of('ts').map((block) => [`${block.file}:${block.line}`, block] as const))(
      'compiles: %s',
      (_where, block) => {
        const own = complaints.split('\n').filter((line) => line.includes(fileOf(block)))
        expect(own).toEqual([])
      },
    )

    it('leaves the compiler with nothing else to say', () => {
      expect(complaints).toBe('')
    })
  })

  it.each(of('json').map((block) => [`${block.file}:${block.line}`, block] as const))(
    'is JSON: %s',
    (_where, { code }) => {
      expect(() => JSON.parse(code)).not.toThrow()
    },
  )

  describe('commands', () => {
    const commands = of('sh').flatMap(({ file, line, code }) =>
      code
        .split('\n')
        .map((text) => text.replace(/#.*$/, '').trim())
        .filter((text) => text !== '')
        .map((text) => [`${file}:${line}`, text] as const),
    )

    it.each(commands)('exist: %s %s', async (_where, command) => {
      const names = await knownNames()
      const unknown = unknownNamesOf(command).filter((name) => !names.has(name))
      expect(unknown).toEqual([])
    })
  })
})

/** Root scripts, published packages and their peers, and programs that come with Node or git. */
const knownNames = async (): Promise<Set<string>> => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const packages = ['@x/cognito-core', '@x/fastify-cognito', '@x/cognito-testing', 'fastify']
  return new Set([...Object.keys(scripts), ...packages, 'install'])
}

/** What a command asks for by name: a script of the workspace, or packages to install. */
const unknownNamesOf = (command: string): string[] => {
  const words = command.split(/\s+/).filter((word) => !/^\w+=/.test(word))
  const plain = words.filter((word) => !word.startsWith('-'))
  if (words[0] === 'git' || words[0] === 'cd' || words[0] === 'curl') return []
  if (plain[0] === 'npx' && plain[1] === 'pnpm@12.21.0') return plain.slice(2, 3)
  if (plain[0] === 'npx') return plain.slice(1, 2)
  if (plain[0] === 'npm' && plain[1] === 'install') return plain.slice(2)
  return [command]
}
