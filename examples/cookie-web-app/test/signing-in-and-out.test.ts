import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import { accountOf, alert, cookiesBesideDevice, field, heading, press, signIn } from './steps.ts'

const ada = accountOf('Ada')
const adasName = 'Ada Lovelace'

describeInChromium('signing in and out', (browser) => {
  it('shows the profile after the right password, and the form again after signing out', async () => {
    const { page, complaints } = await openDemo(browser())
    await signIn(page, ada)
    await heading(page, adasName)
    expect(await page.title()).toBe('Ada Lovelace · Cookie web app')
    expect(await page.getByRole('main').textContent()).toContain('ada@example.com verified')

    await press(page, 'Sign out')
    await heading(page, 'Sign in')
    expect(await page.getByRole('alert').textContent()).toBe('You are signed out.')
    await page.reload()
    await heading(page, 'Sign in')
    expect(complaints).toEqual([])
  })

  it('says beside the password that it was wrong, and keeps what was typed', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, { ...ada, password: 'Wrong-Password-1' })
    const password = field(page, 'Password')
    await page.getByText('Wrong user name or password.').waitFor()

    expect(await describedBy(page, 'password')).toBe('Wrong user name or password.')
    expect(await password.getAttribute('aria-invalid')).toBe('true')
    expect(await password.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(ada.username)

    await password.fill(ada.password)
    await page.keyboard.press('Enter')
    await heading(page, adasName)
  })

  it('asks for what was left empty, without asking the service', async () => {
    const { page, pool } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await press(page, 'Sign in')
    expect(await describedBy(page, 'password')).toBe('Please fill this in.')
    expect(pool.calls['InitiateAuth'] ?? 0).toBe(0)
  })

  it('works with the keyboard alone', async () => {
    const { page } = await openDemo(browser())
    await heading(page, 'Sign in')
    await page.keyboard.type(ada.username)
    await page.keyboard.press('Tab')
    await page.keyboard.type(ada.password)
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toBe('Show password')
    await page.keyboard.press('Space')
    expect(await field(page, 'Password').getAttribute('type')).toBe('text')
    expect(await focusedName(page)).toBe('Hide password')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await heading(page, adasName)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(adasName)

    await page.getByRole('button', { name: 'GET /api/staff' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await heading(page, 'Sign in')
  })

  it('signs in as a demo account at the press of a button', async () => {
    const { page } = await openDemo(browser())
    await page.getByRole('button', { name: 'Ada no second step' }).click()
    await heading(page, adasName)
  })

  it('shows no demo accounts to who comes through a proxy', async () => {
    const { page } = await openDemo(browser(), {
      context: { extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.7' } },
    })
    await heading(page, 'Sign in')
    const main = await page.getByRole('main').textContent()
    expect(main).not.toMatch(/Or sign in as|demo inbox|@example\.com/)
    await signIn(page, ada)
    await heading(page, adasName)
  })

  it('is still signed in after a reload, and in a new tab', async () => {
    const { page, url } = await openDemo(browser())
    await signIn(page, ada)
    await heading(page, adasName)
    await page.reload()
    await heading(page, adasName)
    const tab = await page.context().newPage()
    await tab.goto(url)
    await heading(tab, adasName)
  })

  it('ends the sessions of other browsers too, when signing out everywhere', async () => {
    const { page, newPage } = await openDemo(browser())
    const elsewhere = await newPage()
    for (const each of [page, elsewhere]) {
      await signIn(each, ada)
      await heading(each, adasName)
    }
    await press(page, 'Sign out everywhere')
    await heading(page, 'Sign in')

    await elsewhere.reload()
    await heading(elsewhere, 'Sign in')
    expect(await elsewhere.getByRole('alert').textContent()).toBe(
      'Your session has ended. Sign in again.',
    )
    expect(await cookiesBesideDevice(elsewhere)).toEqual([])
  })

  it('lets a guarded route answer, and shows the refusal of one that is for a group', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, ada)
    await heading(page, adasName)
    const answer = page.locator('output')

    await page.getByRole('button', { name: 'GET /api/greeting' }).click()
    await answer.getByText('200 · Hello,').waitFor()
    await page.getByRole('button', { name: 'GET /api/staff' }).click()
    await answer.getByText('403 TOKEN_INSUFFICIENT').waitFor()
  })

  it('keeps the tokens where no script of the page can read them', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, ada)
    await heading(page, adasName)

    const cookies = await page.context().cookies()
    expect(cookies.map(({ name }) => name.replace(/\.\d+$/, ''))).toContain('cognito')
    expect(cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== 'Lax')).toEqual([])

    const readable = await page.evaluate(() =>
      JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
    )
    expect(readable).toBe('["",{},{}]')
    expect(JSON.stringify(cookies)).not.toContain('eyJ')
    expect(await page.content()).not.toContain('eyJ')
  })

  it('tells when to try again after too many requests, or when Cognito cannot be reached', async () => {
    const { page, pool } = await openDemo(browser())
    pool.failNext('InitiateAuth', 'TooManyRequestsException')
    await signIn(page, ada)
    const alert = page.getByRole('alert')
    await alert.getByText(/^That was too often\. Try again in 2 seconds, at \d/).waitFor()

    pool.failNext('InitiateAuth', 'reset')
    await press(page, 'Sign in')
    await alert.getByText(/^The service is not available right now\..* in 5 seconds, at/).waitFor()
    expect(await field(page, 'Password').inputValue()).toBe(ada.password)

    await press(page, 'Sign in')
    await heading(page, adasName)
  })

  it('tells who has tried too often when to go on, and keeps what was typed', async () => {
    const { app, page } = await openDemo(browser())
    const { username, password } = ada
    for (let times = 0; times < 10; times++) {
      const payload = { username, password }
      await app.inject({ method: 'POST', url: '/auth/sign-in', payload })
    }
    await signIn(page, ada)
    await alert(page)
      .getByText(/^That was too often\. Try again in 5 minutes, at \d/)
      .waitFor()
    expect(await field(page, 'Password').inputValue()).toBe(ada.password)

    await signIn(page, accountOf('Edsger'))
    await heading(page, 'Code by e-mail')
  })

  it('survives a broken connection', async () => {
    const { page } = await openDemo(browser(), { context: {} })
    await heading(page, 'Sign in')
    await page.context().setOffline(true)
    await signIn(page, ada)
    await page.getByRole('alert').getByText('The service cannot be reached.').waitFor()
    await page.context().setOffline(false)
    await press(page, 'Sign in')
    await heading(page, adasName)
  })

  it('offers another try when the profile cannot be loaded', async () => {
    const { page, pool } = await openDemo(browser())
    pool.failNext('GetUser', 'InternalErrorException')
    await signIn(page, ada)
    await heading(page, 'Not available right now')
    await press(page, 'Try again')
    await heading(page, adasName)
  })
})

const describedBy = (page: Page, name: string): Promise<string | null | undefined> =>
  page.evaluate((wanted) => {
    const input = document.querySelector(`[name="${wanted}"]`)
    return document.getElementById(input?.getAttribute('aria-describedby') ?? '')?.textContent
  }, name)

const focusedName = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
