import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createDemoPool } from '../src/demo-pool.ts'
import { describeInChromium } from './chromium.ts'
import { type OpenDemo, openDemo } from './open-demo.ts'
import {
  accountOf,
  alert,
  cookiesBesideDevice,
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
const newAddress = 'countess@example.com'

describeInChromium('an account of one’s own', (browser) => {
  const openAsAda = async (options: Parameters<typeof openDemo>[1] = {}): Promise<OpenDemo> => {
    const demo = await openDemo(browser(), options)
    await signIn(demo.page, ada)
    await heading(demo.page, 'Ada Lovelace')
    return demo
  }

  it('has its profile edited, and takes away what is emptied', async () => {
    const { page, pool, complaints } = await openAsAda()
    await factOf(page, 'Favourite machine').getByText('Analytical Engine').waitFor()
    await follow(page, 'Edit profile')
    await heading(page, 'Edit your profile')
    expect(await isFocused(field(page, 'Full name'))).toBe(true)
    await field(page, 'Full name').fill('Ada King')
    await field(page, 'Favourite machine (optional)').fill('')
    await press(page, 'Save')
    await heading(page, 'Ada King')
    await page.getByText('Your profile is saved.').waitFor()
    expect(await factOf(page, 'Favourite machine').count()).toBe(0)

    await follow(page, 'Edit profile')
    await press(page, 'Save')
    await page.getByText('Nothing was changed.').waitFor()
    expect(pool.calls['UpdateUserAttributes']).toBe(1)
    expect(complaints).toEqual([])
  })

  it('has a new e-mail address verified by a code, also after a reload', async () => {
    const { page, pool } = await openAsAda()
    await changeAddress(page)
    await heading(page, 'Verify your address')
    expect(await page.getByRole('main').textContent()).toContain(
      'We have sent a code to c***@e***.',
    )
    await field(page, 'Code').fill('000000')
    await press(page, 'Verify')
    await refused(page)
    expect((await errors(page))['code']).toMatch(/code is wrong/)

    await page.reload()
    await heading(page, 'Verify your address')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(newAddress))
    await press(page, 'Verify')
    await page.getByText('Your e-mail address is verified.').waitFor()
    await factOf(page, 'E-mail').getByText(`${newAddress} verified`).waitFor()
  })

  it('offers to verify an address later, and sends a code when asked', async () => {
    const { page, pool } = await openAsAda()
    await changeAddress(page)
    await heading(page, 'Verify your address')
    await page.evaluate(() => sessionStorage.clear())
    await follow(page, 'Profile')
    await factOf(page, 'E-mail').getByText(`${newAddress} not verified`).waitFor()
    await follow(page, 'Verify')
    await heading(page, 'Verify your address')
    await page.getByText(`We send a code to ${newAddress}.`).waitFor()
    await press(page, 'Send a code')
    const old = pool.inbox.lastCodeFor(newAddress)
    await press(page, 'Send another code')
    await page.getByText('Another code is on its way. Only the newest counts.').waitFor()
    await field(page, 'Code').fill(old)
    await press(page, 'Verify')
    await refused(page)
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(newAddress))
    await press(page, 'Verify')
    await page.getByText('Your e-mail address is verified.').waitFor()
  })

  it('keeps the old address until the new one is verified, where the pool has it so', async () => {
    const { page, pool } = await openAsAda({
      pool: createDemoPool({ verifyBeforeUpdate: ['email'] }),
    })
    await changeAddress(page)
    await heading(page, 'Verify your address')
    expect(await page.getByRole('main').textContent()).toContain(
      'We have sent a code to c***@e***. Until you enter it, your e-mail address stays ada@example.com.',
    )
    await follow(page, 'Profile')
    await factOf(page, 'E-mail').getByText('ada@example.com verified').waitFor()
    await page.goBack()
    await heading(page, 'Verify your address')
    const code = pool.inbox.messages.findLast(({ to }) => to === newAddress)?.code ?? ''
    await field(page, 'Code').fill(code)
    await press(page, 'Verify')
    await factOf(page, 'E-mail').getByText(`${newAddress} verified`).waitFor()
  })

  it('is told in the second of two tabs that the first has verified the address', async () => {
    const { page, pool, url } = await openAsAda()
    await changeAddress(page)
    await heading(page, 'Verify your address')
    const code = pool.inbox.lastCodeFor(newAddress)
    const tab = await page.context().newPage()
    await tab.goto(`${url}/#/verify-email`)
    await press(tab, 'Send a code')
    await field(tab, 'Code').fill(pool.inbox.lastCodeFor(newAddress))
    await press(tab, 'Verify')
    await tab.getByText('Your e-mail address is verified.').waitFor()

    await field(page, 'Code').fill(code)
    await press(page, 'Verify')
    await refused(page)
    expect(await errors(page)).toEqual({ code: 'That code was used or is too old.' })
    await page.reload()
    await page.getByText('Your e-mail address is verified.').waitFor()
    await heading(page, 'Ada Lovelace')
  })

  it('says beside each field what is wrong with it', async () => {
    const { page } = await openAsAda()
    await follow(page, 'Edit profile')
    await field(page, 'Full name').fill('A\u0007da')
    await field(page, 'E-mail address').fill('countess@@example')
    await field(page, 'Favourite machine (optional)').fill('x'.repeat(2049))
    await press(page, 'Save')
    await refused(page)
    const marked = await errors(page)
    expect(Object.keys(marked).length).toBeGreaterThan(1)
    expect(await field(page, 'E-mail address').inputValue()).toBe('countess@@example')
  })

  it('gets another password, by the present one', async () => {
    const { page } = await openAsAda()
    await follow(page, 'Change password')
    await heading(page, 'Change your password')
    await changePassword(page, { current: 'Wrong-Password-1', next: 'Difference-Engine-2' })
    await refused(page)
    expect(await errors(page)).toEqual({ currentPassword: 'That is not your password.' })
    await changePassword(page, { current: ada.password, next: 'difference-engine' })
    await page.getByText('New password needs an upper-case letter.').waitFor()
    expect(Object.keys(await errors(page))).toEqual(['newPassword'])
    await changePassword(page, { current: ada.password, next: 'Difference-Engine-2' })
    await page.getByText('Your password is changed.').waitFor()

    await press(page, 'Sign out')
    await heading(page, 'Sign in')
    await signIn(page, { ...ada, password: 'Difference-Engine-2' })
    await heading(page, 'Ada Lovelace')
  })

  it('is deleted for good, once that was typed', async () => {
    const { page, pool } = await openAsAda()
    await follow(page, 'Delete account')
    await heading(page, 'Delete your account')
    await press(page, 'Delete my account')
    expect(await errors(page)).toEqual({ confirmation: 'Please fill this in.' })
    await field(page, 'Type “delete” to confirm').fill('please')
    await press(page, 'Delete my account')
    expect(await errors(page)).toEqual({
      confirmation: 'Nothing was deleted. Type “delete”, and nothing else.',
    })
    expect(pool.calls['DeleteUser'] ?? 0).toBe(0)

    pool.failNext('DeleteUser', 'reset')
    await field(page, 'Type “delete” to confirm').fill('Delete')
    await press(page, 'Delete my account')
    await alert(page).getByText('The service is not available right now.').waitFor()
    await press(page, 'Delete my account')
    await heading(page, 'Sign in')
    expect(await alert(page).textContent()).toBe('Your account is deleted.')
    expect(await cookiesBesideDevice(page)).toEqual([])
    await signIn(page, ada)
    await refused(page)
    expect(await errors(page)).toEqual({ password: 'Wrong user name or password.' })
  })

  it('goes on where it was after signing in again, when the session has ended meanwhile', async () => {
    const { page, url } = await openAsAda()
    const tab = await page.context().newPage()
    await tab.goto(`${url}/#/edit-profile`)
    await heading(tab, 'Edit your profile')
    await press(page, 'Sign out everywhere')
    await heading(page, 'Sign in')
    await field(tab, 'Full name').fill('Ada King')
    await press(tab, 'Save')
    await heading(tab, 'Sign in')
    expect(await alert(tab).textContent()).toBe('Your session has ended. Sign in again.')
    await signIn(tab, ada)
    await heading(tab, 'Edit your profile')
    expect(await place(tab)).toBe('edit-profile')
  })

  it('keeps what was typed when Cognito cannot be reached', async () => {
    const { page, pool } = await openAsAda()
    await follow(page, 'Edit profile')
    await field(page, 'Full name').fill('Ada King')
    pool.failNext('UpdateUserAttributes', 'reset')
    await press(page, 'Save')
    await alert(page).getByText('The service is not available right now.').waitFor()
    expect(await field(page, 'Full name').inputValue()).toBe('Ada King')
    await press(page, 'Save')
    await heading(page, 'Ada King')
  })
})

const factOf = (page: Page, term: string) =>
  page.locator('dt', { hasText: term }).locator('xpath=following-sibling::dd[1]')

const changeAddress = async (page: Page): Promise<void> => {
  await follow(page, 'Edit profile')
  await field(page, 'E-mail address').fill(newAddress)
  await press(page, 'Save')
}

const changePassword = async (
  page: Page,
  { current, next }: { current: string; next: string },
): Promise<void> => {
  await field(page, 'Current password').fill(current)
  await field(page, 'New password').fill(next)
  await press(page, 'Change password')
}
