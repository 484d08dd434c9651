import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import {
  accountOf,
  alert,
  choose,
  errors,
  field,
  follow,
  heading,
  isFocused,
  place,
  press,
  refused,
} from './steps.ts'

const ada = accountOf('Ada')
const hedy = accountOf('Hedy')

describeInChromium('signing in another way', (browser) => {
  it('takes a code by e-mail in place of a password, after a wrong one too', async () => {
    const { page, pool, complaints } = await openDemo(browser())
    await page.getByRole('button', { name: 'Hedy no password at all' }).click()
    await heading(page, 'Sign in another way')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(hedy.username)
    await choose(page, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    const code = pool.inbox.lastCodeFor(hedy.username)
    await field(page, 'Code').fill(code.replace(/./g, (digit) => `${9 - Number(digit)}`))
    await press(page, 'Continue')
    await refused(page)
    expect((await errors(page))['code']).toBe('The code is wrong. Try again.')

    await field(page, 'Code').fill(code)
    await press(page, 'Continue')
    await heading(page, 'Hedy Lamarr')
    expect(complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([])
  })

  it('takes a code by text message', async () => {
    const { page, pool } = await openDemo(browser())
    await anotherWay(page, hedy.username, 'Code by text message')
    await heading(page, 'Code by text message')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(hedy.username))
    await press(page, 'Continue')
    await heading(page, 'Hedy Lamarr')
  })

  it('shows what there is, to choose from: the password', async () => {
    const { page } = await openDemo(browser())
    await anotherWay(page, ada.username, 'See what there is')
    await heading(page, 'How do you want to sign in?')
    await page.reload()
    await heading(page, 'How do you want to sign in?')
    await choose(page, 'Password')
    await heading(page, 'Enter your password')
    const password = field(page, 'Password')
    expect(await isFocused(password)).toBe(true)
    expect(await password.getAttribute('autocomplete')).toBe('current-password')
    await password.fill(ada.password)
    await press(page, 'Continue')
    await heading(page, 'Ada Lovelace')
  })

  it('shows what there is, to choose from: a code, and another one on request', async () => {
    const { page, pool } = await openDemo(browser())
    await anotherWay(page, hedy.username, 'See what there is')
    await heading(page, 'How do you want to sign in?')
    expect(await page.getByRole('button', { name: /^Password/ }).count()).toBe(0)
    await choose(page, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    const old = pool.inbox.lastCodeFor(hedy.username)
    await press(page, 'Send another code')
    await alert(page).getByText('Another code is on its way. Only the newest counts.').waitFor()
    expect(await isFocused(field(page, 'Code'))).toBe(true)
    await field(page, 'Code').fill(old)
    await press(page, 'Continue')
    await refused(page)
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(hedy.username))
    await press(page, 'Continue')
    await heading(page, 'Hedy Lamarr')
  })

  it('goes back to the choice of ways after a wrong password there', async () => {
    const { page } = await openDemo(browser())
    await anotherWay(page, ada.username, 'See what there is')
    await choose(page, 'Password')
    await field(page, 'Password').fill('Wrong-Password-1')
    await press(page, 'Continue')
    await heading(page, 'Sign in another way')
    expect(await alert(page).textContent()).toContain('Wrong user name or password.')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(ada.username)
    await page.reload()
    await heading(page, 'Sign in another way')
  })

  it('asks questions of the pool’s own, and says when an answer was not it', async () => {
    const { page } = await openDemo(browser())
    await anotherWay(page, ada.username, 'Questions')
    await heading(page, 'A question for you')
    await page.getByText('How many bits are there in a byte?').waitFor()
    await answer(page, '7')
    await page.getByText('That is not it. 2 more tries.').waitFor()
    expect(await field(page, 'Your answer').inputValue()).toBe('')
    expect(await isFocused(field(page, 'Your answer'))).toBe(true)
    await answer(page, '8')
    await page.getByText('Which letter comes after 9').waitFor()
    await answer(page, 'a')
    await heading(page, 'Ada Lovelace')
  })

  it('ends after too many wrong answers, and begins anew', async () => {
    const { page } = await openDemo(browser())
    await anotherWay(page, ada.username, 'Questions')
    for (const told of ['2 more tries', '1 more try']) {
      await answer(page, '7')
      await page.getByText(told).waitFor()
    }
    await answer(page, '7')
    await heading(page, 'Sign in another way')
    expect(await alert(page).textContent()).toBe(
      'That did not let you in, and the attempt is over. Begin anew.',
    )
    await choose(page, 'Questions')
    await page.getByText('How many bits are there in a byte?').waitFor()
  })

  it('is over when its time is up, and keeps the user name', async () => {
    const { page, pool } = await openDemo(browser())
    await anotherWay(page, hedy.username, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    pool.clock.advance(181)
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(hedy.username))
    await press(page, 'Continue')
    await heading(page, 'Sign in another way')
    expect(await alert(page).textContent()).toContain(
      'That attempt took too long and is over. Sign in again.',
    )
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(hedy.username)
  })

  it('starts over where it began', async () => {
    const { page } = await openDemo(browser())
    await anotherWay(page, hedy.username, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    await press(page, 'Start over')
    await heading(page, 'Sign in another way')
    expect(await place(page)).toBe('another-way')
    expect(await page.context().cookies()).toEqual([])
  })

  it('tells nobody whether there is such an account', async () => {
    const { page } = await openDemo(browser())
    await anotherWay(page, 'nobody@example.com', 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    expect(await page.getByRole('main').textContent()).toContain('We have sent a code to n***@e***')
    await field(page, 'Code').fill('12345678')
    await press(page, 'Continue')
    await refused(page)
    expect((await errors(page))['code']).toBe('The code is wrong. Try again.')
  })

  it('begins with an account that never had a password', async () => {
    const { page, pool } = await openDemo(browser())
    const email = 'annie@example.com'
    await follow(page, 'Create an account')
    await follow(page, 'Sign up without a password')
    await heading(page, 'Create an account without a password')
    await field(page, 'Full name').fill('Annie Easley')
    await field(page, 'E-mail address').fill(email)
    await press(page, 'Create account')
    await heading(page, 'Confirm your account')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(email))
    await press(page, 'Confirm')
    await heading(page, 'Annie Easley')
    await press(page, 'Sign out')
    await anotherWay(page, email, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(email))
    await press(page, 'Continue')
    await heading(page, 'Annie Easley')
  })
})

const anotherWay = async (page: Page, username: string, way: string): Promise<void> => {
  await follow(page, 'Sign in another way')
  await field(page, 'E-mail or user name').fill(username)
  await choose(page, way)
}

const answer = async (page: Page, text: string): Promise<void> => {
  await field(page, 'Your answer').fill(text)
  await press(page, 'Continue')
}
