import type { Locator, Page } from 'playwright-core'
import { demoAccounts } from '../src/demo-accounts.ts'

type Name = 'Ada' | 'Grace' | 'Edsger' | 'Barbara'

/** User name and password as the demo prints them. */
export const accountOf = (name: Name): { username: string; password: string } => {
  const account = demoAccounts.find((candidate) => candidate.name === name)
  if (!account) throw new Error(`the demo has no ${name}`)
  return account.user
}

export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true })

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Resolves once the page shows this as its title. */
export const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** Types name and password, and sends them. */
export const signIn = async (
  page: Page,
  { username, password }: { username: string; password: string },
): Promise<void> => {
  await field(page, 'E-mail or user name').fill(username)
  await field(page, 'Password').fill(password)
  await press(page, 'Sign in')
}
