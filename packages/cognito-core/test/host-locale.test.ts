import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const run = promisify(execFile)
const packageFolder = join(import.meta.dirname, '..')
let built = ''

/** A process reads its locale once, as it starts: so another one has to, with code that it can run. */
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'cognito-core-'))
  await writeFile(join(built, 'package.json'), '{"type":"module"}')
  const tsc = join(packageFolder, '../../node_modules/.bin/tsc')
  const project = join(packageFolder, 'tsconfig.build.json')
  await run(tsc, ['-p', project, '--outDir', built])
})
afterAll(() => rm(built, { recursive: true, force: true }))

const script = (file: string) => `
  const { claimTimestamp } = await import(${JSON.stringify(pathToFileURL(file).href)})
  const now = new Date('2000-02-01T03:04:05Z')
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  process.stdout.write(JSON.stringify({ locale, timeZone, timestamp: claimTimestamp(now) }))
`

it.each([
  ['ar-EG', 'Africa/Cairo'],
  ['fa-IR', 'America/St_Johns'],
  ['th-TH', 'Pacific/Kiritimati'],
  ['de-DE', 'America/Los_Angeles'],
])('a proof carries the same time on a host of %s in %s', async (locale, timeZone) => {
  const env = { ...process.env, TZ: timeZone, LC_ALL: `${locale.replace('-', '_')}.UTF-8` }
  const args = ['--input-type=module', '-e', script(join(built, 'crypto/password-claim.js'))]
  const { stdout } = await run(process.execPath, args, { env })
  expect(JSON.parse(stdout)).toEqual({
    locale,
    timeZone,
    timestamp: 'Tue Feb 1 03:04:05 UTC 2000',
  })
})
