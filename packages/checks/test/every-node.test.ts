import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const run = promisify(execFile)
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const inCi = Boolean(process.env['CI'])
const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(path('../nodes/package.json'), 'utf8'),
)
/** The oldest Node that is supported, and the newest of each line since. */
const others = Object.entries(dependencies).map(([alias, specifier]) => ({
  version: `v${specifier.slice(specifier.lastIndexOf('@') + 1)}`,
  binary: path(`../nodes/node_modules/${alias}/bin/node`),
}))
const missing = others.filter(({ binary }) => !existsSync(binary))
const wanted = inCi ? others : others.filter((node) => !missing.includes(node))
const current = { version: process.version, binary: process.execPath }

if (missing.length > 0 && !inCi)
  process.stderr.write(
    `Not checked on Node ${missing.map(({ version }) => version).join(', ')}: ` +
      'on Linux x64, `npm ci --prefix packages/checks/nodes` installs them.\n',
  )

describe('the crypto of core, as built,', () => {
  test.each([current, ...wanted])(
    'computes the same on Node $version',
    async ({ version, binary }) => {
      const folders = ['../../cognito-core/dist/crypto', '../../cognito-core/test/vectors'].map(
        path,
      )
      const { stdout } = await run(binary, [path('../nodes/check-crypto.mjs'), ...folders])
      expect(JSON.parse(stdout)).toEqual({
        node: version,
        powers: 64,
        vectors: 5,
        peerCases: 1080,
        fresh: 16,
        wrongPasswords: 96,
      })
    },
  )
})
