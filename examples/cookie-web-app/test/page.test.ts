import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import { field, heading, press, refused, visit } from './steps.ts'
import { visitEveryView } from './visit-every-view.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describeInChromium('the page', (browser) => {
  it('has no accessibility violations, in light and in dark colours', async () => {
    const demo = await openDemo(browser(), { context: {} })
    const violations: unknown[] = []
    await visitEveryView(demo, async (page, view) => {
      for (const [colorScheme, options] of axeRuns) {
        await page.emulateMedia({ colorScheme })
        const found = await violationsOn(page, options)
        violations.push(...found.map((violation) => ({ view, colorScheme, ...violation })))
      }
    })
    expect(violations).toEqual([])
    expect(demo.complaints.filter((complaint) => !isExpectedRefusal(complaint))).toEqual([])
  })

  it('needs no sideways scrolling, offers targets of 44 px, however narrow, and has one title a view', async () => {
    const demo = await openDemo(browser(), { context: {} })
    const titles: string[] = []
    await visitEveryView(demo, async (page, view) => {
      titles.push(await page.title())
      for (const width of widths) {
        await page.setViewportSize({ width, height: 640 })
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth)
        const tooSmall = await smallTargets(page)
        expect({ view, scrollWidth, tooSmall }).toEqual({ view, scrollWidth: width, tooSmall: [] })
      }
      const headings = await page.getByRole('heading', { level: 1 }).count()
      const mains = await page.getByRole('main').count()
      expect({ view, headings, mains }).toEqual({ view, headings: 1, mains: 1 })
    })
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('moves nothing while it loads, nor when it says what is wrong', async () => {
    const { page } = await openDemo(browser(), {
      context: { viewport: { width: 360, height: 740 } },
    })
    await page.addInitScript(countLayoutShifts)
    await page.reload()
    await heading(page, 'Sign in')
    await press(page, 'Sign in')
    await field(page, 'E-mail or user name').fill('nobody@example.com')
    await field(page, 'Password').fill('Nothing-Like-It-1')
    await page.keyboard.press('Enter')
    await page.getByText('Wrong user name or password.').waitFor()
    expect(await page.evaluate(() => Reflect.get(globalThis, 'layoutShifts'))).toEqual([])

    await visit(page, 'sign-up')
    await heading(page, 'Create an account')
    await page.reload()
    await field(page, 'Password').fill('Apollo')
    await press(page, 'Create account')
    await refused(page)
    expect(await page.evaluate(() => Reflect.get(globalThis, 'layoutShifts'))).toEqual([])
  })

  it('asks for all of its code at once, not import by import', async () => {
    const { page } = await openDemo(browser())
    await heading(page, 'Sign in')
    const { named, loaded } = await page.evaluate(() => ({
      named: Array.from(document.querySelectorAll('[rel=modulepreload], script'), (node) =>
        Reflect.get(node, node.tagName === 'LINK' ? 'href' : 'src'),
      ),
      loaded: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    }))
    expect(named.toSorted()).toEqual(loaded.toSorted())
  })

  it('forbids inline code, and markup made from text', async () => {
    const { page, complaints } = await openDemo(browser())
    await heading(page, 'Sign in')
    expect(complaints).toEqual([])
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.setAttribute('nonce', 'none')
      script.append('document.title = "inline code ran"')
      document.body.append(script)
    })
    expect(await page.title()).toBe('Sign in · Cookie web app')
    const markup = page.evaluate(() => {
      document.body.innerHTML = '<p>markup made from text</p>'
    })
    await expect(markup).rejects.toThrow(/TrustedHTML/)
  })
})

/** A phone; the narrowest that WCAG 1.4.10 names; a 1280 px window at 200 % zoom. */
const widths = [360, 320, 640]

/** Chromium reports every answer of 400 and above. */
const isExpectedRefusal = (complaint: string): boolean =>
  /^error: Failed to load resource: the server responded with a status of 40[13]/.test(complaint)

/** What the colours have no part in is looked for once. */
const axeRuns = [
  ['light', {}],
  ['dark', { runOnly: ['color-contrast'] }],
] as const satisfies readonly (readonly [string, RunOptions])[]

const violationsOn = async (page: Page, options: RunOptions) => {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe)
  const results: AxeResults = await page.evaluate(
    (given) => Reflect.get(globalThis, 'axe').run(given),
    { ...options, resultTypes: ['violations'] },
  )
  return results.violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }))
}

const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('a, button, input:not([hidden])'))
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect()
        return width < 44 || height < 44
      })
      .map((target) => target.outerHTML),
  )

/** What the browser itself counts against a page, without what follows a press within half a second. */
const countLayoutShifts = (): void => {
  const shifts: string[] = []
  Reflect.set(globalThis, 'layoutShifts', shifts)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      for (const { node } of Reflect.get(entry, 'sources')) shifts.push(node?.outerHTML ?? '')
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
