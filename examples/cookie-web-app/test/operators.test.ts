import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import { accountOf, alert, field, follow, heading, press, signIn, visit } from './steps.ts'

const openUsers = async (page: Page): Promise<void> => {
  await signIn(page, accountOf('Frances'))
  await heading(page, 'Frances Allen')
  await follow(page, 'Users')
  await heading(page, 'Users')
}

const open = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: `Open ${name}` }).click()
  await heading(page, name)
}

describeInChromium('operators', (browser) => {
  it('find a user by the beginning of an e-mail address', async () => {
    const { page } = await openDemo(browser())
    await openUsers(page)
    await field(page, 'E-mail address begins with (optional)').fill('gra')
    await press(page, 'Search')
    await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(1)
    await page.getByText('grace@example.com').waitFor()
    await field(page, 'E-mail address begins with (optional)').fill('nobody')
    await press(page, 'Search')
    await page.getByText('Nobody was found.').waitFor()
  })

  it('disable a user, who signs in no more until enabled', async () => {
    const { page, newPage } = await openDemo(browser())
    await openUsers(page)
    await open(page, 'Ada Lovelace')
    await press(page, 'Disable')
    await page.getByText('The account is disabled.').waitFor()
    const hers = await newPage()
    await signIn(hers, accountOf('Ada'))
    await hers.getByText('Wrong user name or password.').waitFor()
    await press(page, 'Enable')
    await page.getByText('The account is enabled.').waitFor()
    await press(hers, 'Sign in')
    await heading(hers, 'Ada Lovelace')
  })

  it('sign a user out everywhere', async () => {
    const { page, newPage } = await openDemo(browser())
    const hers = await newPage()
    await signIn(hers, accountOf('Ada'))
    await heading(hers, 'Ada Lovelace')
    await openUsers(page)
    await open(page, 'Ada Lovelace')
    await press(page, 'Sign out everywhere')
    await page.getByText('Signed out everywhere.').waitFor()
    await hers.reload()
    await heading(hers, 'Sign in')
  })

  it('put a user into a group, and take them out again', async () => {
    const { page } = await openDemo(browser())
    await openUsers(page)
    await open(page, 'Ada Lovelace')
    await press(page, 'Add to staff')
    await page.getByText('In staff from now on.').waitFor()
    await press(page, 'Take out of staff')
    await page.getByText('Not in staff any more.').waitFor()
  })

  it('are kept from locking themselves out', async () => {
    const { page } = await openDemo(browser())
    await openUsers(page)
    await open(page, 'Frances Allen')
    await page.getByText('This is you.').waitFor()
    await press(page, 'Disable')
    await alert(page).getByText('This is your own account').waitFor()
    await press(page, 'Take out of admin')
    await alert(page).getByText('You would be no operator any more.').waitFor()
  })

  it('are the only ones who see users', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, accountOf('Ada'))
    await heading(page, 'Ada Lovelace')
    expect(await page.getByRole('link', { name: 'Users' }).count()).toBe(0)
    await visit(page, 'users')
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(0)
  })
})
