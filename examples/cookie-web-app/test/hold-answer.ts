import { once } from 'node:events'
import type { Page } from 'playwright-core'

export interface Held {
  /** Resolves once the service has answered. */
  isThere: Promise<unknown>
  /** Hands the answer to the page, which may have stopped waiting. */
  letGo(): Promise<unknown>
}

/** The service does what the page asks next of this path; the page hears of it later. */
export const holdAnswer = async (
  page: Page,
  path: string,
  instead: { status?: number } = {},
): Promise<Held> => {
  const moments = new EventTarget()
  const reached = (moment: string) => once(moments, moment)
  const isThere = reached('answered')
  const isLetGo = reached('let go')
  const isDone = reached('done')
  await page.route(
    `**${path}`,
    async (route) => {
      const response = await route.fetch()
      moments.dispatchEvent(new Event('answered'))
      await isLetGo
      // Nobody waits for a request that the page has aborted.
      await route.fulfill({ response, ...instead }).catch(() => undefined)
      moments.dispatchEvent(new Event('done'))
    },
    { times: 1 },
  )
  return {
    isThere,
    letGo: () => {
      moments.dispatchEvent(new Event('let go'))
      return isDone
    },
  }
}
