import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import { accountOf, field, heading, press, signIn } from './steps.ts'

const grace = accountOf('Grace')
const edsger = accountOf('Edsger')
const barbara = accountOf('Barbara')

describeInChromium('answering challenges', (browser) => {
  it('takes the code of an authenticator app, after a wrong one too', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, grace)
    await heading(page, 'Code from your app')
    const code = field(page, 'Code')
    expect(await code.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await code.getAttribute('autocomplete')).toBe('one-time-code')

    const right = pool.totpCodeFor(grace.username)
    await code.fill(right.replace(/./g, (digit) => String((Number(digit) + 5) % 10)))
    await page.keyboard.press('Enter')
    await page.getByText('The code is wrong. Try again.').waitFor()
    expect(await code.getAttribute('aria-invalid')).toBe('true')
    await heading(page, 'Code from your app')

    await code.fill(`${right.slice(0, 3)} ${right.slice(3)}`)
    await page.keyboard.press('Enter')
    await heading(page, 'Grace Hopper')
  })

  it('says so when the code of the app was used already', async () => {
    const { page, pool } = await openDemo(browser())
    const used = pool.totpCodeFor(grace.username)
    await signIn(page, grace)
    await field(page, 'Code').fill(used)
    await press(page, 'Continue')
    await heading(page, 'Grace Hopper')
    await press(page, 'Sign out')
    await heading(page, 'Sign in')
    await signIn(page, grace)
    await field(page, 'Code').fill(used)
    await press(page, 'Continue')
    await page.getByText('That code was used or is too old.').waitFor()
  })

  it('takes the code that was sent by e-mail', async () => {
    const { page, pool, complaints } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    expect(await page.getByRole('main').textContent()).toContain('We have sent a code to e***@e***')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Edsger Dijkstra')
    expect(complaints).toEqual([])
  })

  it('takes the code that was sent by text message', async () => {
    const { page, pool } = await openDemo(browser())
    const donald = { username: 'donald@example.com', password: 'Literate-Pr0gramming' }
    pool.addUser({
      ...donald,
      attributes: { name: 'Donald Knuth', phone_number: '+12025550142' },
      mfa: 'sms',
    })
    await signIn(page, donald)
    await heading(page, 'Code by text message')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(donald.username))
    await press(page, 'Continue')
    await heading(page, 'Donald Knuth')
  })

  it('asks for a new password and for what the pool requires, and says what the policy wants', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, barbara)
    await heading(page, 'Choose a new password')
    const password = field(page, 'New password')
    expect(await password.getAttribute('autocomplete')).toBe('new-password')

    await password.fill('short')
    await field(page, 'Full name').fill('Barbara Liskov')
    await press(page, 'Continue')
    const message = page.locator('#field-newPassword-message')
    await message.getByText(/password/i).waitFor()
    expect(await password.getAttribute('aria-invalid')).toBe('true')
    expect(await field(page, 'Full name').inputValue()).toBe('Barbara Liskov')

    await password.fill('Substitution-1987')
    await press(page, 'Continue')
    await heading(page, 'Barbara Liskov')
    await press(page, 'Sign out')
    await heading(page, 'Sign in')
    await signIn(page, { ...barbara, password: 'Substitution-1987' })
    await heading(page, 'Barbara Liskov')
  })

  it('goes back to signing in when the attempt has expired, and keeps the user name', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    const code = pool.inbox.lastCodeFor(edsger.username)
    pool.clock.advance(181)
    await field(page, 'Code').fill(code)
    await press(page, 'Continue')
    await heading(page, 'Sign in')
    expect(await page.getByRole('alert').textContent()).toBe(
      'That attempt took too long and is over. Sign in again.',
    )
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(edsger.username)
    const password = field(page, 'Password')
    expect(await password.evaluate((input) => input === document.activeElement)).toBe(true)
  })

  it('still knows after a reload which code it waits for', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await page.reload()
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Edsger Dijkstra')
  })

  it('forgets the challenge when the user starts over', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await press(page, 'Start over')
    await heading(page, 'Sign in')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(edsger.username)
    await page.reload()
    await heading(page, 'Sign in')
  })

  it('says so when a step is asked for that the page does not offer', async () => {
    const { page } = await openDemo(browser())
    const expiresAt = Math.floor(Date.now() / 1000) + 180
    const challenge = { kind: 'unsupported', expiresAt, parameters: {} }
    await page.route('**/auth/sign-in', (route) =>
      route.fulfill({ json: { status: 'challenge', challenge } }),
    )
    await signIn(page, edsger)
    await heading(page, 'One more step, but not here')
    await press(page, 'Start over')
    await heading(page, 'Sign in')
  })

  it('shows sent codes and the code of the app in the demo inbox', async () => {
    const { page, pool, newPage, url } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    const inbox = await newPage()
    await inbox.goto(`${url}/inbox`)
    await inbox.getByText(pool.inbox.lastCodeFor(edsger.username)).waitFor()
    await inbox.getByText(grace.username).waitFor()
  })

  it('shows no codes of a pool that is gone, when the demo was started anew', async () => {
    const { page, pool, newPage, url } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    const code = pool.inbox.lastCodeFor(edsger.username)
    const inbox = await newPage()
    await inbox.goto(`${url}/inbox`)
    await inbox.getByText(code).waitFor()
    const state = { now: pool.clock.now(), messages: [], accounts: [] }
    await inbox.route('**/inbox/state', (route) => route.fulfill({ json: state }))
    await inbox.getByText('Nothing was sent yet.').waitFor()
    expect(await inbox.getByText(code).count()).toBe(0)
  })
})
