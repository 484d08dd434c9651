import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect } from 'vitest'

const packageFolder = join(import.meta.dirname, '..')
const tsc = join(packageFolder, '../../node_modules/.bin/tsc')
const run = promisify(execFile)

/**
 * Compiles code as an app would: in a folder beside the installed packages, so that they are found, and
 * with our types as they are published, in `./published`. There for the tests of the file that asks.
 *
 * @returns what compiles code under a name, and gives the complaints.
 */
export const publishedTypes = (): ((name: string, code: string) => Promise<string>) => {
  let folder = ''
  const compile = async (name: string, config: object): Promise<string> => {
    const path = join(folder, `${name}.json`)
    const base = join(packageFolder, 'tsconfig.json')
    await writeFile(path, JSON.stringify({ extends: base, include: [], ...config }))
    return run(tsc, ['-p', path], { cwd: folder }).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    )
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(packageFolder, 'node_modules/.app-'))
    const problems = await compile('declarations', {
      files: [join(packageFolder, 'src/index.ts')],
      compilerOptions: {
        noEmit: false,
        emitDeclarationOnly: true,
        declaration: true,
        rootDir: join(packageFolder, '..'),
        outDir: join(folder, 'published'),
      },
    })
    expect(problems).toBe('')
    return () => rm(folder, { recursive: true, force: true })
  })

  return async (name, code) => {
    await writeFile(join(folder, `${name}.ts`), code)
    return compile(name, { files: [`./${name}.ts`] })
  }
}
