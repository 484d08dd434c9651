import type { Page } from 'playwright-core'
import type { OpenDemo } from './open-demo.ts'
import {
  accountOf,
  choose,
  field,
  follow,
  heading,
  press,
  refused,
  signIn,
  visit,
} from './steps.ts'

type Look = (page: Page, view: string) => Promise<void>

/** Every kind of view once, on the same demo, with something wrong wherever it has a form. */
export const visitEveryView = async ({ page, pool, url }: OpenDemo, look: Look): Promise<void> => {
  await heading(page, 'Sign in')
  await signIn(page, { ...accountOf('Ada'), password: 'Wrong-Password-1' })
  await page.getByText('Wrong user name or password.').waitFor()
  await look(page, 'sign-in')
  for (const [place, title, button] of forVisitors) {
    await visit(page, place)
    await heading(page, title)
    await pressWithNothing(page, button)
    await look(page, title)
    if (place === 'sign-up') continue
    await field(page, 'E-mail or user name').fill('margaret@example.com')
    await press(page, button)
    await field(page, 'Code').waitFor()
    await press(page, 'Send another code')
    await page.getByText('Another code is on its way.').waitFor()
    for (const input of await page.locator('input[type=password]').all()) await input.fill('Apollo')
    await look(page, `after ${title}`)
  }
  await visitOtherWays(page, look)
  await visit(page, '')
  for (const [name, title] of challenges) {
    await heading(page, 'Sign in')
    await signIn(page, accountOf(name))
    await heading(page, title)
    await press(page, 'Continue')
    await refused(page)
    await look(page, title)
    await press(page, 'Start over')
  }
  await heading(page, 'Sign in')
  await signIn(page, accountOf('Alan'))
  await heading(page, 'Choose the second step')
  await look(page, 'several second steps')
  await press(page, 'Start over')
  await heading(page, 'Sign in')
  await signIn(page, accountOf('Ada'))
  await visitEveryViewOfMembers(page, look)

  await visitEveryViewOfOperators(page, look)

  await page.goto(`${url}/inbox`)
  await page.getByText('To verify the new address').waitFor()
  await page.getByText(pool.totpCodeFor('grace@example.com')).waitFor()
  await look(page, 'inbox')
}

const visitOtherWays = async (page: Page, look: Look): Promise<void> => {
  await visit(page, 'sign-up-without-password')
  await heading(page, 'Create an account without a password')
  await pressWithNothing(page, 'Create account')
  await look(page, 'sign-up-without-password')
  await visit(page, 'another-way')
  await heading(page, 'Sign in another way')
  await pressWithNothing(page, 'See what there is and choose')
  await look(page, 'another-way')
  await field(page, 'E-mail or user name').fill(accountOf('Ada').username)
  await choose(page, 'See what there is')
  await heading(page, 'How do you want to sign in?')
  await look(page, 'ways of a user')
  await choose(page, 'Password')
  await heading(page, 'Enter your password')
  await pressWithNothing(page, 'Continue')
  await look(page, 'password')
  await press(page, 'Start over')
  await heading(page, 'Sign in another way')
  await choose(page, 'Questions')
  await heading(page, 'A question for you')
  await pressWithNothing(page, 'Continue')
  await look(page, 'question')
  await press(page, 'Start over')
  await heading(page, 'Sign in another way')
}

const visitEveryViewOfMembers = async (page: Page, look: Look): Promise<void> => {
  await heading(page, 'Ada Lovelace')
  for (const [link, title, button] of forMembers) {
    await follow(page, link)
    await heading(page, title)
    await pressWithNothing(page, button)
    await look(page, title)
    await follow(page, 'Profile')
    await heading(page, 'Ada Lovelace')
  }
  await follow(page, 'Security')
  await heading(page, 'Security')
  await look(page, 'security')
  await follow(page, 'Set up an app')
  await heading(page, 'Add an app of yours')
  await pressWithNothing(page, 'Add the app')
  await look(page, 'set-up-app')
  await visit(page, 'reauthenticate')
  await heading(page, 'Is it still you?')
  await pressWithNothing(page, 'Continue')
  await look(page, 'reauthenticate')
  await visit(page, '')
  await follow(page, 'Edit profile')
  await field(page, 'E-mail address').fill('countess@example.com')
  await press(page, 'Save')
  await field(page, 'Code').waitFor()
  await press(page, 'Verify')
  await refused(page)
  await look(page, 'verify-email')
  await follow(page, 'Profile')
  await page.evaluate(() => sessionStorage.clear())
  await follow(page, 'Verify')
  await page.getByText('We send a code to').waitFor()
  await follow(page, 'Profile')
  await page.getByText('not verified').waitFor()
  await page.getByRole('button', { name: 'GET /api/staff' }).click()
  await page.locator('output').getByText('403').waitFor()
  await heading(page, 'Remember this browser?', 2)
  await look(page, 'profile')
}

const visitEveryViewOfOperators = async (page: Page, look: Look): Promise<void> => {
  await press(page, 'Sign out')
  await heading(page, 'Sign in')
  await signIn(page, accountOf('Frances'))
  await heading(page, 'Frances Allen')
  await follow(page, 'Users')
  await heading(page, 'Users')
  await look(page, 'users')
  await page.getByRole('button', { name: 'Open Grace Hopper' }).click()
  await heading(page, 'Grace Hopper')
  await look(page, 'user')
}

const pressWithNothing = async (page: Page, button: string): Promise<void> => {
  for (const input of await page.locator('input:not([hidden])').all()) await input.fill('')
  await press(page, button)
  await refused(page)
}

const forVisitors = [
  ['sign-up', 'Create an account', 'Create account'],
  ['resend-code', 'Confirm an account', 'Send a code'],
  ['forgot-password', 'Forgot your password?', 'Send a code'],
] as const

const forMembers = [
  ['Edit profile', 'Edit your profile', 'Save'],
  ['Change password', 'Change your password', 'Change password'],
  ['Delete account', 'Delete your account', 'Delete my account'],
] as const

const challenges = [
  ['Grace', 'Code from your app'],
  ['Edsger', 'Code by e-mail'],
  ['Barbara', 'Choose a new password'],
] as const
