import type { Browser, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

const pages = new WeakMap<Browser, Promise<Page>>()

/**
 * One page for the stories of a file, one after another: opening one is the dearest part of a short
 * story. Nothing of a story is left to the next; what cannot be undone, such as an init script, is
 * for pages of one's own.
 */
export const sharedPage = async (browser: Browser): Promise<Page> => {
  const opening = pages.get(browser) ?? browser.newContext().then((context) => context.newPage())
  pages.set(browser, opening)
  const page = await opening
  onTestFinished(() => tidy(page))
  return page
}

const tidy = async (page: Page): Promise<void> => {
  const context = page.context()
  page.removeAllListeners()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  for (const tab of context.pages()) if (tab !== page) await tab.close()
  // The next demo may get the port of this one, and with it its origin.
  await page.evaluate(() => sessionStorage.clear())
  await page.goto('about:blank')
  await context.clearCookies()
}
