import type { Locator, Page } from 'playwright-core'
import { demoAccounts } from '../src/demo-accounts.ts'

type Name =
  | 'Ada'
  | 'Grace'
  | 'Edsger'
  | 'Radia'
  | 'Alan'
  | 'Hedy'
  | 'Barbara'
  | 'Frances'
  | 'Katherine'

/** User name and password as the demo prints them; an empty text where there is none. */
export const accountOf = (name: Name): { username: string; password: string } => {
  const account = demoAccounts.find((candidate) => candidate.name === name)
  if (!account) throw new Error(`the demo has no ${name}`)
  const { username, password = '' } = account.user
  return { username, password }
}

export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true })

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Follows a link of the page. */
export const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click()

/** As by typing the address. */
export const visit = (page: Page, place: string): Promise<void> =>
  page.evaluate((hash) => location.assign(hash), `#/${place}`)

export const place = (page: Page): Promise<string> =>
  page.evaluate(() => location.hash.replace(/^#\/?/, ''))

/** What stands beside the fields that are marked as wrong, by name. */
export const errors = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll<HTMLInputElement>('[aria-invalid=true]'), (input) => {
        const ids = input.getAttribute('aria-describedby')?.split(' ') ?? []
        return [input.name, document.getElementById(ids[0] ?? '')?.textContent ?? '']
      }),
    ),
  )

/** Resolves once a field is marked as wrong. */
export const refused = (page: Page): Promise<void> =>
  page.locator('[aria-invalid=true]').first().waitFor()

export const alert = (page: Page): Locator => page.getByRole('alert')

export const isFocused = (field: Locator): Promise<boolean> =>
  field.evaluate((input) => input === document.activeElement)

/** Resolves once the page shows this as its title, or as one of a part of it. */
export const heading = (page: Page, name: string, level: 1 | 2 = 1): Promise<void> =>
  page.getByRole('heading', { level, name, exact: true }).waitFor()

/** Types name and password, and sends them. */
export const signIn = async (
  page: Page,
  { username, password }: { username: string; password: string },
): Promise<void> => {
  await field(page, 'E-mail or user name').fill(username)
  await field(page, 'Password').fill(password)
  await press(page, 'Sign in')
}

/** What stays in a browser when a session ends is that this browser is known, and nothing else. */
export const cookiesBesideDevice = async (page: Page): Promise<readonly string[]> => {
  const names = (await page.context().cookies()).map(({ name }) => name)
  return names.filter((name) => !name.startsWith('cognito-device-'))
}

/** One of several ways to go on; what else the button says may differ. */
export const choose = (page: Page, label: string): Promise<void> =>
  page
    .getByRole('button')
    .filter({ has: page.locator('strong', { hasText: label }) })
    .click()

/** A part of the page, by its title. */
export const partOf = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true })
