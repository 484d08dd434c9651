import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'

export interface Environment {
  readonly date: string
  readonly cpu: string
  readonly os: string
  readonly packages: Readonly<Record<string, string>>
}

const manifestOf = (path: string): { version?: string; dependencies?: Record<string, string> } =>
  JSON.parse(readFileSync(path, 'utf8'))

/** The package.json of an installed package, whether or not it exports it. */
const versionOf = (name: string): string => {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  for (const folder of folders) {
    try {
      return manifestOf(`${folder}/${name}/package.json`).version ?? 'unknown'
    } catch {
      // Not in this folder.
    }
  }
  return 'unknown'
}

export const environment = (): Environment => {
  const { dependencies = {} } = manifestOf(
    createRequire(import.meta.url).resolve('../package.json'),
  )
  const [first] = cpus()
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: `${cpus().length} x ${first?.model ?? 'unknown'}`,
    os: `${process.platform} ${process.arch}`,
    packages: Object.fromEntries(Object.keys(dependencies).map((name) => [name, versionOf(name)])),
  }
}
