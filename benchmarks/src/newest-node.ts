import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the repository installs other versions of Node to check on: `npm ci` in the folder above. */
const NODES = new URL('../../packages/checks/nodes/node_modules/', import.meta.url)

const majorOf = (version: string): number => Number(/^v(\d+)\./.exec(version)?.[1])

/** The binary of the newest Node at hand, where it is newer than this one. */
export const newestNode = (): string | undefined => {
  if (!existsSync(NODES)) return undefined
  return readdirSync(NODES)
    .map((name) => fileURLToPath(new URL(`${name}/bin/node`, NODES)))
    .filter((binary) => existsSync(binary))
    .map((binary) => ({
      binary,
      major: majorOf(execFileSync(binary, ['--version'], { encoding: 'utf8' })),
    }))
    .filter(({ major }) => major > majorOf(process.version))
    .toSorted((a, b) => b.major - a.major)
    .at(0)?.binary
}
