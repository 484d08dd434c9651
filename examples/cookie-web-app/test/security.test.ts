import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { type OpenDemo, openDemo } from './open-demo.ts'
import {
  accountOf,
  alert,
  choose,
  cookiesBesideDevice,
  errors,
  field,
  follow,
  heading,
  partOf,
  place,
  press,
  refused,
  signIn,
  visit,
} from './steps.ts'

const ada = accountOf('Ada')
const alan = accountOf('Alan')
const edsger = accountOf('Edsger')
const hedy = accountOf('Hedy')

describeInChromium('the security of an account', (browser) => {
  // Service and pool see the same time, which passes when it is told to.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

  const openAs = async (account: typeof ada, name: string): Promise<OpenDemo> => {
    const demo = await openDemo(browser())
    await signIn(demo.page, account)
    await heading(demo.page, name)
    return demo
  }

  it('has no second step before there is a password, and lets one be chosen', async () => {
    const { page, pool } = await openDemo(browser())
    await page.getByRole('button', { name: 'Hedy no password at all' }).click()
    await choose(page, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(hedy.username))
    await press(page, 'Continue')
    await heading(page, 'Hedy Lamarr')
    await follow(page, 'Security')
    await page.getByText('A second step comes after a password. Choose one first.').waitFor()
    expect(await page.getByRole('button', { name: 'Turn on' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Set up an app' }).count()).toBe(0)
    await follow(page, 'Choose a password')
    await heading(page, 'Choose a password')
    await field(page, 'New password').fill('Frequency-Hopping-42')
    await press(page, 'Set password')
    await heading(page, 'Hedy Lamarr')
    await follow(page, 'Security')
    await page.getByText('With a second step on, that is your password alone.').waitFor()
  })

  it('gets an app of the user’s, which is asked for at the next sign-in by its name', async () => {
    const { page, pool, complaints } = await openAs(ada, 'Ada Lovelace')
    await follow(page, 'Security')
    await heading(page, 'Security')
    await page.getByText('Nothing but your password is asked for.').waitFor()
    await follow(page, 'Set up an app')
    await heading(page, 'Add an app of yours')
    const width = await page
      .getByRole('img', { name: /^QR code/ })
      .evaluate((image: HTMLImageElement) => image.naturalWidth)
    expect(width).toBeGreaterThan(0)
    const right = pool.totpCodeFor(ada.username)
    await field(page, 'Code').fill(right.replace(/./g, (digit) => `${(Number(digit) + 5) % 10}`))
    await press(page, 'Add the app')
    await refused(page)
    expect((await errors(page))['code']).toBe('The code is wrong. Try again.')
    await field(page, 'Code').fill(right)
    await field(page, 'What do you call the app? (optional)').fill('my phone')
    await press(page, 'Add the app')
    await page.getByText('Your app is asked for from now on.').waitFor()
    await follow(page, 'Profile')
    await press(page, 'Sign out')

    pass(30)
    await signIn(page, ada)
    await heading(page, 'Code from your app')
    await page.getByText('Open my phone and enter the code it shows now.').waitFor()
    await field(page, 'Code').fill(pool.totpCodeFor(ada.username))
    await press(page, 'Continue')
    await heading(page, 'Ada Lovelace')
    expect(complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([])
  })

  it('prefers one of several second steps, leaves the choice open, and turns them off', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, alan)
    await choose(page, 'Authenticator app')
    await field(page, 'Code').fill(pool.totpCodeFor(alan.username))
    await press(page, 'Continue')
    await follow(page, 'Security')
    await page.getByText('At sign-in you choose one of these.').waitFor()
    await press(page, 'Ask for it first E-mail')
    await page.getByText('E-mail is asked for first.').waitFor()
    await page.getByText('What is asked for at sign-in, besides the password.').waitFor()
    await press(page, 'Let me choose each time')
    await page.getByText('You choose at each sign-in.').waitFor()
    await press(page, 'Turn off Authenticator app')
    await page.getByText('Authenticator app is off.').waitFor()
    await follow(page, 'Profile')
    await press(page, 'Sign out')
    await signIn(page, alan)
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(alan.username))
    await press(page, 'Continue')
    await follow(page, 'Security')
    await press(page, 'Turn off E-mail')
    await page.getByText('Nothing but your password is asked for.').waitFor()
    await press(page, 'Turn on E-mail')
    await page.getByText('E-mail is on.').waitFor()
  })

  it('lists the browsers that are remembered, and forgets them', async () => {
    const { page, pool, newPage } = await openAs(ada, 'Ada Lovelace')
    const elsewhere = await newPage()
    await signIn(elsewhere, ada)
    await press(elsewhere, 'Remember it')
    await elsewhere.getByText('This browser is remembered.').waitFor()
    await page.bringToFront()
    await follow(page, 'Security')
    const devices = partOf(page, 'Devices')
    await devices.getByRole('listitem').waitFor()
    expect(await devices.getByText('this browser', { exact: true }).count()).toBe(0)
    await press(page, 'Remember this browser')
    await page.getByText('This browser is remembered.').waitFor()
    expect(await devices.getByRole('listitem').count()).toBe(2)
    expect(await page.getByRole('button', { name: 'Remember this browser' }).count()).toBe(0)
    await devices.getByText('Forgetting it signs you out here before long').waitFor()
    await press(page, 'Forget this browser')
    await page.getByText('This browser is forgotten. You will be asked to sign in again').waitFor()
    expect(await devices.getByRole('listitem').count()).toBe(1)
    await devices.getByRole('button', { name: /^Forget/ }).click()
    await page.getByText('The device is forgotten.').waitFor()
    await devices.getByText('None is remembered').waitFor()
    expect(pool.calls['ForgetDevice']).toBe(2)
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^cognito/),
    ])
  })

  it('signs another browser out, which is asked to sign in once its access token has ended', async () => {
    const { page, newPage } = await openAs(ada, 'Ada Lovelace')
    const elsewhere = await newPage()
    await signIn(elsewhere, ada)
    await heading(elsewhere, 'Ada Lovelace')
    await page.bringToFront()
    await follow(page, 'Security')
    const places = partOf(page, 'Where you are signed in')
    await places.getByText('Is there one that you do not know?').waitFor()
    const [here, there] = await places.getByRole('listitem').all()
    expect(await here?.textContent()).toMatch(/this browserLast active .* from 127\.0\.0\.1$/)
    expect(await here?.getByRole('button').count()).toBe(0)
    await there?.getByRole('button', { name: /^Sign out A browser or an app, / }).click()
    await page.getByText('Signed out there. A page that is open there may go on').waitFor()
    await places.getByText('Here, and nowhere else.').waitFor()
    expect(await places.getByRole('listitem').count()).toBe(1)
    expect(await places.getByRole('button').count()).toBe(0)

    const greeting = elsewhere.getByRole('button', { name: 'GET /api/greeting' })
    await elsewhere.bringToFront()
    await greeting.click()
    await elsewhere.locator('output').getByText('200 · Hello').waitFor()
    pass(3601)
    await greeting.click()
    await heading(elsewhere, 'Sign in')
    expect(await cookiesBesideDevice(elsewhere)).toEqual([])
    await page.bringToFront()
    await follow(page, 'Profile')
    await heading(page, 'Ada Lovelace')
  })

  it('signs out everywhere else at once, and says where that is refused', async () => {
    const { page, pool, newPage } = await openAs(ada, 'Ada Lovelace')
    const others = [await newPage(), await newPage()]
    for (const other of others) {
      await signIn(other, ada)
      await heading(other, 'Ada Lovelace')
    }
    await page.bringToFront()
    await follow(page, 'Security')
    pool.failNext('RevokeUserSession', 'InternalErrorException')
    await press(page, 'Sign out everywhere else')
    await alert(page).getByText('The service is not available right now.').waitFor()
    await press(page, 'Sign out everywhere else')
    await page.getByText('You are signed in here and nowhere else. A page').waitFor()
    expect(await partOf(page, 'Where you are signed in').getByRole('listitem').count()).toBe(1)
    for (const other of others) {
      await other.bringToFront()
      await follow(other, 'Security')
      await heading(other, 'Sign in')
    }
  })

  it('shows the rest where one part cannot be had', async () => {
    const { page, pool } = await openAs(ada, 'Ada Lovelace')
    pool.failNext('ListDevices', 'InternalErrorException')
    await follow(page, 'Security')
    await partOf(page, 'Devices').getByText('The service is not available right now.').waitFor()
    await partOf(page, 'Passkeys').getByText('You have none yet.').waitFor()
    pool.failNext('SetUserMFAPreference', 'reset')
    await press(page, 'Turn on E-mail')
    await alert(page).getByText('The service is not available right now.').waitFor()
    await press(page, 'Turn on E-mail')
    await page.getByText('E-mail is on.').waitFor()
  })

  it('takes a fresh sign-in for the vault, and goes back to where the user was', async () => {
    const { page, pool } = await openAs(ada, 'Ada Lovelace')
    const vault = page.getByRole('button', { name: 'GET /api/vault' })
    await vault.click()
    await page.locator('output').getByText('200 · The vault is open.').waitFor()
    pass(61)
    await vault.click()
    await heading(page, 'Is it still you?')
    expect(await place(page)).toBe('reauthenticate')
    await field(page, 'Password').fill('Wrong-Password-1')
    await press(page, 'Continue')
    await refused(page)
    expect(await errors(page)).toEqual({ password: 'That is not your password.' })
    await field(page, 'Password').fill(ada.password)
    await press(page, 'Continue')
    await heading(page, 'Ada Lovelace')
    await page.getByText('Thank you. Now try that again.').waitFor()
    await vault.click()
    await page.locator('output').getByText('200 · The vault is open.').waitFor()
    expect(pool.calls['RevokeToken']).toBe(1)
  })

  it('takes a fresh sign-in before it changes, by a code too, and goes back there', async () => {
    const { page, pool } = await openAs(ada, 'Ada Lovelace')
    pass(601)
    await follow(page, 'Security')
    await press(page, 'Turn on E-mail')
    await heading(page, 'Is it still you?')
    await page.reload()
    await choose(page, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    await press(page, 'Start over')
    await heading(page, 'Is it still you?')
    await choose(page, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
    await page.reload()
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(ada.username))
    await press(page, 'Continue')
    await heading(page, 'Security')
    await page.getByText('Thank you. Now try that again.').waitFor()
    await press(page, 'Turn on E-mail')
    await page.getByText('E-mail is on.').waitFor()
    await page.goBack()
    await heading(page, 'Security')
  })

  it('asks anew for the second step when it asks who it is, until time is up', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Edsger Dijkstra')
    await visit(page, 'reauthenticate')
    await field(page, 'Password').fill(edsger.password)
    await press(page, 'Continue')
    await heading(page, 'Code by e-mail')
    await press(page, 'Send another code')
    await heading(page, 'Is it still you?')
    expect(await alert(page).first().textContent()).toBe('Sign in again to get a new code.')
    await field(page, 'Password').fill(edsger.password)
    await press(page, 'Continue')
    await heading(page, 'Code by e-mail')
    pass(181)
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Is it still you?')
    expect(await alert(page).first().textContent()).toMatch(/took too long/)
    await follow(page, 'Profile')
    await heading(page, 'Edsger Dijkstra')
  })
})
