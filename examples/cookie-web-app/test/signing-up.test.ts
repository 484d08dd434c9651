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

const margaret = {
  name: 'Margaret Hamilton',
  email: 'margaret@example.com',
  password: 'Apollo-11-Guidance',
}

describeInChromium('signing up', (browser) => {
  it('makes an account, has it confirmed, and is signed in straight away', async () => {
    const { page, pool, complaints } = await openDemo(browser())
    await signUp(page, margaret)
    await heading(page, 'Confirm your account')
    expect(await place(page)).toBe('confirm')
    expect(await page.getByRole('main').textContent()).toContain(
      'If margaret@example.com has an account to confirm, we have sent a code to m***@e***.',
    )
    const code = field(page, 'Code')
    expect(await isFocused(code)).toBe(true)
    expect(await code.getAttribute('autocomplete')).toBe('one-time-code')
    await code.fill(pool.inbox.lastCodeFor(margaret.email))
    await press(page, 'Confirm')

    await heading(page, margaret.name)
    const profile = page.getByRole('heading', { name: margaret.name })
    expect(await profile.getAttribute('aria-describedby')).toBe('notice')
    expect(await page.locator('#notice').textContent()).toBe('Your account is confirmed.')
    expect(await page.getByRole('main').textContent()).toContain('margaret@example.com verified')
    expect(await place(page)).toBe('')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}')
    expect(complaints).toEqual([])
  })

  it('tells nobody that an address has an account already', async () => {
    const { page, pool } = await openDemo(browser())
    const sent = pool.inbox.messages.length
    await signUp(page, { ...margaret, email: accountOf('Ada').username })
    await heading(page, 'Confirm your account')
    expect(await page.getByRole('main').textContent()).toContain(
      'If ada@example.com has an account to confirm, we have sent a code to a***@e***.',
    )
    expect(pool.inbox.messages.length).toBe(sent)
    await follow(page, 'Forgot password?')
    await heading(page, 'Forgot your password?')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe('ada@example.com')
  })

  it('says beside each field what is wrong with it, all at once, and keeps what was typed', async () => {
    const { page } = await openDemo(browser())
    await signUp(page, {
      name: 'M\u0007H',
      email: `${'m'.repeat(3000)}@x`,
      password: 'x'.repeat(257),
    })
    await refused(page)
    expect(Object.keys(await errors(page))).toEqual(['name', 'email', 'password'])
    expect(await isFocused(field(page, 'Full name'))).toBe(true)
    expect(await alert(page).textContent()).toBe('')

    await field(page, 'Full name').fill(margaret.name)
    await field(page, 'E-mail address').fill('margaret')
    await field(page, 'Password').fill('apollo-guidance')
    await press(page, 'Create account')
    await page.getByText('Please give a whole address, such as ada@example.com.').waitFor()
    expect(Object.keys(await errors(page))).toEqual(['email'])
    expect(await field(page, 'Password').inputValue()).toBe('apollo-guidance')
    await field(page, 'E-mail address').fill(margaret.email)
    await press(page, 'Create account')
    await page.locator('#field-password-message.error').waitFor()
    await expect
      .poll(() => errors(page))
      .toEqual({ password: 'Password needs an upper-case letter.' })
  })

  it('asks for what was left empty, without asking the service', async () => {
    const { page, pool } = await openDemo(browser())
    await signUp(page, { name: '', email: '', password: '' })
    const empty = 'Please fill this in.'
    expect(await errors(page)).toEqual({ name: empty, email: empty, password: empty })
    expect(pool.calls['SignUp'] ?? 0).toBe(0)
  })

  it('makes one account, however often the button is pressed', async () => {
    const { page, pool } = await openDemo(browser())
    const answer = await holdAnswer(page, '/auth/sign-up')
    await signUp(page, margaret)
    await answer.isThere
    await page.getByRole('button', { name: 'Creating…' }).dispatchEvent('click')
    await field(page, 'Password').press('Enter')
    await answer.letGo()
    await heading(page, 'Confirm your account')
    expect(pool.calls['SignUp']).toBe(1)
  })

  it('keeps the place, though no password and no code, through a reload', async () => {
    const { page, pool } = await openDemo(browser())
    await signUp(page, margaret)
    await heading(page, 'Confirm your account')
    const code = pool.inbox.lastCodeFor(margaret.email)
    await field(page, 'Code').fill(code)
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, location.href]))
    expect(kept).toContain(margaret.email)
    expect(kept).not.toContain(margaret.password)
    expect(kept).not.toContain(code)

    await page.reload()
    await heading(page, 'Confirm your account')
    expect(await page.getByRole('main').textContent()).toContain('a code to m***@e***')
    await field(page, 'Code').fill(code)
    await press(page, 'Confirm')
    await heading(page, margaret.name)
  })

  it('goes back to the form with what was typed, and passes by it once signed in', async () => {
    const { page, pool } = await openDemo(browser())
    await signUp(page, margaret)
    await heading(page, 'Confirm your account')
    await page.goBack()
    await heading(page, 'Create an account')
    expect(await field(page, 'Full name').inputValue()).toBe(margaret.name)
    expect(await field(page, 'E-mail address').inputValue()).toBe(margaret.email)
    expect(await field(page, 'Password').inputValue()).toBe('')
    await page.goForward()
    await heading(page, 'Confirm your account')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(margaret.email))
    await press(page, 'Confirm')
    await heading(page, margaret.name)
    await page.goBack()
    await heading(page, margaret.name)
    expect(await place(page)).toBe('')
  })

  it('says so when the code is wrong or too old, and sends another one', async () => {
    const { page, pool } = await openDemo(browser())
    await signUp(page, margaret)
    await heading(page, 'Confirm your account')
    const old = pool.inbox.lastCodeFor(margaret.email)
    pool.clock.advance(24 * 3600 + 1)
    await field(page, 'Code').fill(old)
    await press(page, 'Confirm')
    await refused(page)
    expect(await errors(page)).toEqual({
      code: 'The code is wrong or no longer valid. If you have used it already, sign in.',
    })
    expect(await isFocused(field(page, 'Code'))).toBe(true)

    await press(page, 'Send another code')
    await page.getByText('Another code is on its way. Only the newest counts.').waitFor()
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(margaret.email))
    await press(page, 'Confirm')
    await heading(page, margaret.name)
  })

  it('loses nothing when Cognito cannot be reached in the middle', async () => {
    const { page, pool } = await openDemo(browser())
    pool.failNext('SignUp', 'reset')
    await signUp(page, margaret)
    await alert(page)
      .getByText('The service is not available right now. Nothing is lost.')
      .waitFor()
    expect(await field(page, 'Password').inputValue()).toBe(margaret.password)
    await press(page, 'Create account')
    await heading(page, 'Confirm your account')

    const code = pool.inbox.lastCodeFor(margaret.email)
    pool.failNext('ConfirmSignUp', 'reset')
    await field(page, 'Code').fill(code)
    await press(page, 'Confirm')
    await alert(page)
      .getByText('The service is not available right now. Nothing is lost.')
      .waitFor()
    expect(await field(page, 'Code').inputValue()).toBe(code)
    await press(page, 'Confirm')
    await heading(page, margaret.name)
  })

  it('has a sign-in follow where the account is confirmed in another browser', async () => {
    const { page, pool, newPage } = await openDemo(browser())
    await signUp(page, margaret)
    await heading(page, 'Confirm your account')
    const code = pool.inbox.lastCodeFor(margaret.email)

    const phone = await newPage()
    await signIn(phone, { username: margaret.email, password: 'Not-My-Password-1' })
    await refused(phone)
    await follow(phone, 'Confirm an account')
    await heading(phone, 'Confirm an account')
    expect(await field(phone, 'E-mail or user name').inputValue()).toBe(margaret.email)
    await press(phone, 'I have a code already')
    await heading(phone, 'Confirm your account')
    await field(phone, 'Code').fill(code)
    await press(phone, 'Confirm')
    await heading(phone, 'Sign in')
    expect(await alert(phone).textContent()).toBe(
      'The account of margaret@example.com is confirmed. Sign in with it.',
    )
    expect(await field(phone, 'E-mail or user name').inputValue()).toBe(margaret.email)
    expect(await isFocused(field(phone, 'Password'))).toBe(true)

    await field(page, 'Code').fill(code)
    await press(page, 'Confirm')
    await refused(page)
    expect((await errors(page))['code']).toContain('If you have used it already, sign in.')
  })

  it('leads who signs in to an account that is not confirmed to the code', async () => {
    const { page, pool } = await openDemo(browser())
    const katherine = accountOf('Katherine')
    await page.getByRole('button', { name: 'Katherine confirm the account' }).click()
    await heading(page, 'Confirm your account')
    expect(await page.getByRole('main').textContent()).toContain(
      'Enter the code that was sent for katherine@example.com, or have another one sent.',
    )
    await press(page, 'Send another code')
    await page.getByText('Another code is on its way.').waitFor()
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(katherine.username))
    await press(page, 'Confirm')
    await heading(page, 'Sign in')
    await field(page, 'Password').fill(katherine.password)
    await press(page, 'Sign in')
    await heading(page, 'Katherine Johnson')
  })
})

const signUp = async (
  page: Page,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<void> => {
  await follow(page, 'Create an account')
  await field(page, 'Full name').fill(name)
  await field(page, 'E-mail address').fill(email)
  await field(page, 'Password').fill(password)
  await press(page, 'Create account')
}
