import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
const missing = `There is no Chromium at ${executablePath}; set CHROMIUM_PATH to run the browser tests.`

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Hosts of any name are this machine, so that pages have sites and subdomains.
  '--host-resolver-rules=MAP *.example 127.0.0.1',
]

/** Stories in a real browser. Without one they are left out, loudly; in CI that is a failure. */
export const describeInChromium = (
  name: string,
  stories: (browser: () => Browser) => void,
): void => {
  if (!isThere && process.env['CI']) {
    describe(name, () => {
      it('finds Chromium', () => expect.fail(missing))
    })
    return
  }
  if (!isThere) process.stderr.write(`SKIPPED, ${name}: ${missing}\n`)
  describe.skipIf(!isThere)(name, () => {
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: flags })
    })
    afterAll(() => browser?.close())
    stories(() => browser ?? expect.fail('Chromium did not start'))
  })
}
