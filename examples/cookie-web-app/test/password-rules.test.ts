import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import { accountOf, errors, field, heading, press, refused, signIn, visit } from './steps.ts'

const length = '10 characters or more'
const small = 'a lower-case letter'
const capital = 'an upper-case letter'
const digit = 'a digit'
const symbol = 'a symbol, such as ! or -'

/** What is typed, and the rules that it meets. */
const typed: readonly [password: string, met: readonly string[]][] = [
  ['', []],
  ['a', [small]],
  ['aB', [small, capital]],
  ['aB3', [small, capital, digit]],
  ['aB3 ', [small, capital, digit]],
  ['aB3 c', [small, capital, digit, symbol]],
  ['äÖ٣€éÅ½§ñß', [length]],
  ['APOLLO-11-', [length, capital, digit, symbol]],
]

describeInChromium('the rules of a password', (browser) => {
  it('ticks each as soon as it is met, and says what is missing to who cannot see that', async () => {
    const { page, complaints } = await openDemo(browser())
    await visit(page, 'sign-up')
    await heading(page, 'Create an account')
    const password = field(page, 'Password')
    for (const [text, met] of typed) {
      await password.fill(text)
      expect({ text, met: await ticked(page) }).toEqual({ text, met })
    }
    expect(await page.getByRole('status').textContent()).toBe('Still missing: a lower-case letter.')
    await password.fill('Apollo-11-')
    expect(await page.getByRole('status').textContent()).toBe('All rules are met.')
    expect(await password.getAttribute('aria-describedby')).toContain('field-password-rules')
    expect(await page.locator('#field-password-rules li').first().textContent()).toBe(
      `${length}, done`,
    )
    expect(complaints).toEqual([])
  })

  it('has the service say the same', async () => {
    const { page } = await openDemo(browser())
    await visit(page, 'sign-up')
    await field(page, 'Full name').fill('Margaret Hamilton')
    await field(page, 'E-mail address').fill('margaret@example.com')
    const wrong = {
      'Apollo-11': 'Password is too short.',
      'APOLLO-11-': 'Password needs a lower-case letter.',
      'apollo-11-': 'Password needs an upper-case letter.',
      'Apollo-XI-': 'Password needs a digit.',
      Apollo1111: 'Password needs a symbol.',
    }
    for (const [password, told] of Object.entries(wrong)) {
      await field(page, 'Password').fill(password)
      expect(await ticked(page)).toHaveLength(4)
      await press(page, 'Create account')
      await page.getByText(told).waitFor()
      expect(await errors(page)).toEqual({ password: told })
    }
    await field(page, 'Password').fill('Apollo-11-')
    expect(await ticked(page)).toHaveLength(5)
    await press(page, 'Create account')
    await heading(page, 'Confirm your account')
  })

  it('shows them with the first password of an invited user too', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, accountOf('Barbara'))
    await heading(page, 'Choose a new password')
    expect(await page.locator('#field-newPassword-rules li').count()).toBe(5)
    await page.getByText('None of your last 2 passwords.').waitFor()
  })

  it('leaves them out where the service does not tell them, or cannot', async () => {
    const { page, pool } = await openDemo(browser())
    pool.failNext('DescribeUserPool', 'reset')
    await visit(page, 'sign-up')
    await heading(page, 'Create an account')
    expect(await page.locator('.rules').count()).toBe(0)

    await page.route('**/auth/password/policy', (route) =>
      route.fulfill({ status: 404, json: { code: 'NOT_FOUND', detail: '' } }),
    )
    await visit(page, '')
    await heading(page, 'Sign in')
    await visit(page, 'sign-up')
    await heading(page, 'Create an account')
    expect(await page.locator('.rules').count()).toBe(0)
    await field(page, 'Full name').fill('Margaret Hamilton')
    await field(page, 'E-mail address').fill('margaret@example.com')
    await field(page, 'Password').fill('short')
    await press(page, 'Create account')
    await refused(page)
    expect(await errors(page)).toEqual({ password: 'Password is too short.' })
  })
})

const ticked = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll('.rules .met'),
      ({ firstChild }) => `${firstChild?.nodeValue}`,
    ),
  )
