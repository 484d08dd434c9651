import { expect, it } from 'vitest'
import { createDemoPool } from '../src/demo-pool.ts'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import {
  accountOf,
  alert,
  choose,
  errors,
  field,
  heading,
  isFocused,
  place,
  press,
  refused,
  signIn,
  visit,
} from './steps.ts'

const ada = accountOf('Ada')
const alan = accountOf('Alan')
const edsger = accountOf('Edsger')
const radia = accountOf('Radia')

/** Nobody signs in by a password alone; Ada has nothing else yet. */
const strictPool = (mfaMethods: readonly ('totp' | 'email')[]) =>
  createDemoPool({
    mfa: 'required',
    mfaMethods,
    firstFactors: ['password'],
    users: [{ ...ada, attributes: { name: 'Ada Lovelace' } }],
  })

describeInChromium('a second step', (browser) => {
  it('is chosen by who has set up several, and answered', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, alan)
    await heading(page, 'Choose the second step')
    expect(await isFocused(page.getByRole('heading', { level: 1 }))).toBe(true)
    await page.reload()
    await choose(page, 'Authenticator app')
    await heading(page, 'Code from your app')
    await field(page, 'Code').fill(pool.totpCodeFor(alan.username))
    await press(page, 'Continue')
    await heading(page, 'Alan Turing')
  })

  it('is a code that comes again after the password was typed again', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, radia)
    await heading(page, 'Code by text message')
    await press(page, 'Send another code')
    await heading(page, 'Sign in')
    expect(await alert(page).textContent()).toBe('Sign in again to get a new code.')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(radia.username)
    expect(await isFocused(field(page, 'Password'))).toBe(true)

    await page.goBack()
    await heading(page, 'Code by text message')
    const first = pool.inbox.lastCodeFor(radia.username)
    await field(page, 'Code').fill(first)
    await press(page, 'Continue')
    await heading(page, 'Radia Perlman')
  })

  it('is set up at sign-in: an app, from the picture or the text, after a wrong code too', async () => {
    const { page, pool, complaints } = await openDemo(browser(), { pool: strictPool(['totp']) })
    await signIn(page, ada)
    await heading(page, 'Add an authenticator app')
    const picture = page.getByRole('img', { name: /^QR code/ })
    const { width } = await picture.evaluate(({ naturalWidth }: HTMLImageElement) => ({
      width: naturalWidth,
    }))
    expect(width).toBeGreaterThan(0)
    const secret = (await page.locator('.secret').textContent()) ?? ''
    expect(secret).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/)
    const link = page.getByRole('link', { name: /on this device/ })
    expect(await link.getAttribute('href')).toContain(`secret=${secret.replaceAll(' ', '')}`)
    expect(await link.getAttribute('href')).toContain('issuer=Cookie%20web%20app')

    const right = pool.totpCodeFor(ada.username)
    await field(page, 'Code').fill(right.replace(/./g, (digit) => `${(Number(digit) + 5) % 10}`))
    await press(page, 'Continue')
    await refused(page)
    expect((await errors(page))['code']).toBe('The code is wrong. Try again.')
    await field(page, 'Code').fill(right)
    await press(page, 'Continue')
    await heading(page, 'Ada Lovelace')
    expect(complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([])
  })

  it('is set up at sign-in: which one is chosen, and an address given', async () => {
    const pool = strictPool(['totp', 'email'])
    const { page } = await openDemo(browser(), { pool })
    await signIn(page, ada)
    await heading(page, 'Set up a second step')
    await choose(page, 'E-mail')
    await heading(page, 'Give an e-mail address')
    await field(page, 'E-mail address').fill('ada')
    await press(page, 'Continue')
    expect((await errors(page))['email']).toMatch(/whole address/)
    await field(page, 'E-mail address').fill(ada.username)
    await press(page, 'Continue')
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(ada.username))
    await press(page, 'Continue')
    await heading(page, 'Ada Lovelace')
  })

  it('was taken in one of two tabs: the other hears of it', async () => {
    const { page, pool, url } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    const tab = await page.context().newPage()
    await tab.goto(url)
    await signIn(tab, edsger)
    await heading(tab, 'Code by e-mail')
    await field(tab, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(tab, 'Continue')
    await heading(tab, 'Edsger Dijkstra')

    await page.bringToFront()
    await field(page, 'Code').fill('123456')
    await press(page, 'Continue')
    await heading(page, 'Edsger Dijkstra')
    await page.getByText('You are signed in already.').waitFor()
  })

  it('is another one in the second of two tabs: the first says what is wrong, and can start over', async () => {
    const { page, pool, url } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    const code = pool.inbox.lastCodeFor(edsger.username)
    const tab = await page.context().newPage()
    await tab.goto(url)
    await signIn(tab, alan)
    await heading(tab, 'Choose the second step')

    await page.bringToFront()
    await field(page, 'Code').fill(code)
    await press(page, 'Continue')
    await alert(page).getByText('Method is missing.').waitFor()
    await heading(page, 'Code by e-mail')
    await press(page, 'Start over')
    await heading(page, 'Sign in')
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Edsger Dijkstra')
  })

  it('does not lose the page that somebody was on the way to', async () => {
    const { page, pool } = await openDemo(browser())
    await visit(page, 'change-password')
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Change your password')
    expect(await place(page)).toBe('change-password')
  })

  it('is left out in a browser that is remembered', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Remember this browser?', 2)
    await press(page, 'Remember it')
    await page.getByText('This browser is remembered.').waitFor()
    expect(await page.getByRole('heading', { name: 'Remember this browser?' }).count()).toBe(0)

    await press(page, 'Sign out')
    await signIn(page, edsger)
    await heading(page, 'Edsger Dijkstra')
  })

  it('is asked for again in a browser that is not to be remembered', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await press(page, 'Not now')
    await heading(page, 'Edsger Dijkstra')
    expect(await page.getByRole('heading', { name: 'Remember this browser?' }).count()).toBe(0)
    await press(page, 'Sign out')
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
  })
})
