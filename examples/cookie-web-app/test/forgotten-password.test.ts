import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { holdAnswer } from './hold-answer.ts'
import { openDemo } from './open-demo.ts'
import {
  accountOf,
  alert,
  errors,
  field,
  follow,
  heading,
  isFocused,
  place,
  press,
  refused,
  signIn,
} from './steps.ts'

const ada = accountOf('Ada')
const newPassword = 'Difference-Engine-2'

describeInChromium('a forgotten password', (browser) => {
  it('is replaced by one that a code allows', async () => {
    const { page, pool, complaints } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await askForCode(page)
    expect(await page.getByRole('main').textContent()).toContain(
      'If ada@example.com has an account here, we have sent a code to a***@e***.',
    )
    await reset(page, { code: pool.inbox.lastCodeFor(ada.username), newPassword })
    await heading(page, 'Sign in')
    expect(await alert(page).textContent()).toBe(
      'Your password is changed. Sign in with the new one.',
    )
    expect(await isFocused(field(page, 'Password'))).toBe(true)
    await field(page, 'Password').fill(newPassword)
    await press(page, 'Sign in')
    await heading(page, 'Ada Lovelace')
    expect(complaints).toEqual([])
  })

  it('is asked for alike where there is no such user', async () => {
    const { page, pool } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill('nobody@example.com')
    await askForCode(page)
    expect(await page.getByRole('main').textContent()).toContain(
      'If nobody@example.com has an account here, we have sent a code to n***@e***.',
    )
    expect(pool.inbox.messages).toEqual([])
    await reset(page, { code: '123456', newPassword })
    await refused(page)
    expect((await errors(page))['code']).toMatch(/^The code is wrong or no longer valid\./)
  })

  it('is offered when a sign-in is refused, with the name that was typed', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, { ...ada, password: 'Wrong-Password-1' })
    await refused(page)
    await follow(page, 'Forgot password?')
    await heading(page, 'Forgot your password?')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(ada.username)
    await follow(page, 'Sign in')
    await heading(page, 'Sign in')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(ada.username)
  })

  it('leads who must have a new one to the code', async () => {
    const { page, pool } = await openDemo(browser())
    const donald = { username: 'donald@example.com', password: 'Literate-Pr0gramming' }
    pool.addUser({
      ...donald,
      attributes: { name: 'Donald Knuth', email_verified: 'true' },
      status: 'RESET_REQUIRED',
    })
    await signIn(page, donald)
    await heading(page, 'Reset your password')
    expect(await page.getByRole('main').textContent()).toContain(
      'Enter the code that was sent for donald@example.com, or have another one sent.',
    )
    await press(page, 'Send another code')
    await page.getByText('Another code is on its way.').waitFor()
    await reset(page, { code: pool.inbox.lastCodeFor(donald.username), newPassword })
    await heading(page, 'Sign in')
    await field(page, 'Password').fill(newPassword)
    await press(page, 'Sign in')
    await heading(page, 'Donald Knuth')
  })

  it('keeps the place, though no password and no code, through a reload', async () => {
    const { page, pool } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await askForCode(page)
    const code = pool.inbox.lastCodeFor(ada.username)
    await field(page, 'Code').fill(code)
    await field(page, 'New password').fill(newPassword)
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, location.href]))
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(newPassword)
    await page.reload()
    await heading(page, 'Reset your password')
    await reset(page, { code, newPassword })
    await heading(page, 'Sign in')
  })

  it('says beside each field what is wrong with it, and keeps the place', async () => {
    const { page, pool } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await askForCode(page)
    const code = pool.inbox.lastCodeFor(ada.username)
    await reset(page, { code: 'x'.repeat(3000), newPassword: 'x'.repeat(300) })
    await refused(page)
    expect(Object.keys(await errors(page))).toEqual(['code', 'newPassword'])

    for (const [password, told] of [
      ['difference-engine', /needs an upper-case letter/],
      [ada.password, /was used before/],
    ] as const) {
      await reset(page, { code, newPassword: password })
      await page.locator('#field-newPassword-message').getByText(told).waitFor()
      expect(Object.keys(await errors(page))).toEqual(['newPassword'])
    }
    await reset(page, { code, newPassword })
    await heading(page, 'Sign in')
  })

  it('takes no code that is an hour old, and the next one', async () => {
    const { page, pool } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await askForCode(page)
    const old = pool.inbox.lastCodeFor(ada.username)
    pool.clock.advance(3601)
    await reset(page, { code: old, newPassword })
    await refused(page)
    expect((await errors(page))['code']).toContain('no longer valid')
    expect(await field(page, 'New password').inputValue()).toBe(newPassword)
    await press(page, 'Send another code')
    await page.getByText('Another code is on its way.').waitFor()
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(ada.username))
    await press(page, 'Change password')
    await heading(page, 'Sign in')
  })

  it('sends one code and makes one change, however often the button is pressed', async () => {
    const { page, pool } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await follow(page, 'Forgot password?')
    const sending = await holdAnswer(page, '/auth/password/forgot')
    await press(page, 'Send a code')
    await sending.isThere
    await page.getByRole('button', { name: 'Sending…' }).dispatchEvent('click')
    await sending.letGo()
    await heading(page, 'Reset your password')
    expect(pool.calls['ForgotPassword']).toBe(1)

    const changing = await holdAnswer(page, '/auth/password/reset')
    await reset(page, { code: pool.inbox.lastCodeFor(ada.username), newPassword })
    await changing.isThere
    await page.getByRole('button', { name: 'Changing…' }).dispatchEvent('click')
    await press(page, 'Send another code')
    await changing.letGo()
    await heading(page, 'Sign in')
    expect(pool.calls['ConfirmForgotPassword']).toBe(1)
    expect(pool.calls['ForgotPassword']).toBe(1)
  })

  it('loses nothing when Cognito cannot be reached in the middle', async () => {
    const { page, pool } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await follow(page, 'Forgot password?')
    pool.failNext('ForgotPassword', 'reset')
    await press(page, 'Send a code')
    await alert(page).getByText('The service is not available right now.').waitFor()
    await press(page, 'Send a code')
    await heading(page, 'Reset your password')
    pool.failNext('ConfirmForgotPassword', 'reset')
    await reset(page, { code: pool.inbox.lastCodeFor(ada.username), newPassword })
    await alert(page).getByText('The service is not available right now.').waitFor()
    expect(await field(page, 'New password').inputValue()).toBe(newPassword)
    await press(page, 'Change password')
    await heading(page, 'Sign in')
  })

  it('stops who guesses at codes, until later', async () => {
    const { page, pool } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await askForCode(page)
    const code = pool.inbox.lastCodeFor(ada.username)
    for (let guess = 0; guess < 5; guess++) {
      await reset(page, { code: `${(Number(code) + guess + 1) % 1e6}`, newPassword })
      await refused(page)
      await field(page, 'Code').fill('')
    }
    await reset(page, { code, newPassword })
    await alert(page).getByText('That was too often. Try again in 5 minutes').waitFor()
    expect(await errors(page)).toEqual({})
    expect(await field(page, 'New password').inputValue()).toBe(newPassword)
  })

  it('goes back page by page, and asks again who it is about where that is not known', async () => {
    const { page, url } = await openDemo(browser())
    await field(page, 'E-mail or user name').fill(ada.username)
    await askForCode(page)
    await page.goBack()
    await heading(page, 'Forgot your password?')
    await page.goBack()
    await heading(page, 'Sign in')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(ada.username)

    const tab = await page.context().newPage()
    await tab.goto(`${url}/#/reset-password`)
    await heading(tab, 'Forgot your password?')
    expect(await place(tab)).toBe('forgot-password')
  })
})

const askForCode = async (page: Page): Promise<void> => {
  await follow(page, 'Forgot password?')
  await press(page, 'Send a code')
  await heading(page, 'Reset your password')
}

const reset = async (
  page: Page,
  { code, newPassword }: { code: string; newPassword: string },
): Promise<void> => {
  await field(page, 'Code').fill(code)
  await field(page, 'New password').fill(newPassword)
  await press(page, 'Change password')
}
