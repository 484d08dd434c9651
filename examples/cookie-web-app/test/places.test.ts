import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import {
  accountOf,
  alert,
  field,
  heading,
  isFocused,
  place,
  press,
  signIn,
  visit,
} from './steps.ts'

const ada = accountOf('Ada')
const edsger = accountOf('Edsger')

describeInChromium('the address of the page', (browser) => {
  it('leads home from what is no place, or is one for others', async () => {
    const { page } = await openDemo(browser())
    for (const nowhere of ['nowhere', 'constructor', '%E0%A4%A', 'sign-up/', 'challenge']) {
      await visit(page, nowhere)
      await expect.poll(() => place(page)).toBe('')
      await heading(page, 'Sign in')
    }
    await signIn(page, ada)
    await heading(page, 'Ada Lovelace')
    for (const notForAda of ['sign-up', 'forgot-password', 'confirm', 'challenge']) {
      await visit(page, notForAda)
      await expect.poll(() => place(page)).toBe('')
      await heading(page, 'Ada Lovelace')
    }
  })

  it('asks who wants to see what is for members, and shows it then', async () => {
    const { page, url } = await openDemo(browser())
    await page.goto(`${url}/#/change-password`)
    await heading(page, 'Sign in')
    expect(await alert(page).textContent()).toBe('Sign in first.')
    await signIn(page, ada)
    await heading(page, 'Change your password')
    await page.reload()
    await heading(page, 'Change your password')
    await page.goBack()
    await heading(page, 'Ada Lovelace')
  })

  it('follows the back button through the pages of a member', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, ada)
    await heading(page, 'Ada Lovelace')
    for (const [link, title] of [
      ['Edit profile', 'Edit your profile'],
      ['Change password', 'Change your password'],
      ['Delete account', 'Delete your account'],
    ] as const) {
      await page.getByRole('link', { name: link }).click()
      await heading(page, title)
      expect(await page.title()).toBe(`${title} · Cookie web app`)
      await page.goBack()
      await heading(page, 'Ada Lovelace')
    }
  })

  it('goes back from the code of a sign-in to the form, and on again', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await page.goBack()
    await heading(page, 'Sign in')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(edsger.username)
    await page.goForward()
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Edsger Dijkstra')
  })

  it('keeps the code that a tab waits for, whoever signs in in another', async () => {
    const { page, url, pool } = await openDemo(browser())
    await visit(page, 'resend-code')
    await field(page, 'E-mail or user name').fill(accountOf('Katherine').username)
    await press(page, 'Send a code')
    await heading(page, 'Confirm your account')
    const tab = await page.context().newPage()
    await tab.goto(url)
    await signIn(tab, ada)
    await heading(tab, 'Ada Lovelace')

    await page.reload()
    await heading(page, 'Confirm your account')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor('katherine@example.com'))
    await press(page, 'Confirm')
    await heading(page, 'Ada Lovelace')
    await page.getByText('The account of katherine@example.com is confirmed.').waitFor()
  })

  it('takes who uses the keyboard alone from nothing to an account and out again', async () => {
    const { page, pool } = await openDemo(browser())
    const { keyboard } = page
    const type = async (...texts: string[]) => {
      for (const text of texts) {
        await keyboard.type(text)
        await keyboard.press('Tab')
      }
    }
    await heading(page, 'Sign in')
    await tabTo('Create an account')
    await keyboard.press('Enter')
    await heading(page, 'Create an account')
    expect(await isFocused(field(page, 'Full name'))).toBe(true)
    await type('Margaret Hamilton', 'margaret@example.com')
    await keyboard.type('Apollo-11-Guidance')
    await keyboard.press('Enter')
    await heading(page, 'Confirm your account')
    await keyboard.type(pool.inbox.lastCodeFor('margaret@example.com'))
    await keyboard.press('Enter')
    await heading(page, 'Margaret Hamilton')

    await tabTo('Delete account')
    await keyboard.press('Enter')
    await heading(page, 'Delete your account')
    await keyboard.type('delete')
    await keyboard.press('Enter')
    await heading(page, 'Sign in')
    await alert(page).getByText('Your account is deleted.').waitFor()

    async function tabTo(name: string): Promise<void> {
      for (let step = 0; step < 20; step++) {
        await keyboard.press('Tab')
        if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return
      }
      expect.fail(`no way to ${name} by the keyboard`)
    }
  })
})
