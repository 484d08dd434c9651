import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { holdAnswer } from './hold-answer.ts'
import { openDemo } from './open-demo.ts'
import { accountOf, cookiesBesideDevice, field, heading, press, signIn } from './steps.ts'

const ada = accountOf('Ada')
const edsger = accountOf('Edsger')

describeInChromium('what comes at an odd moment', (browser) => {
  it('signs nobody in who started over while the code was on its way', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    const answer = await holdAnswer(page, '/auth/challenge')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await answer.isThere
    await press(page, 'Start over')
    await heading(page, 'Sign in')

    await answer.letGo()
    await page.waitForFunction(() => document.querySelectorAll('.exchange').length >= 5)
    await heading(page, 'Sign in')
    expect(await cookiesBesideDevice(page)).toEqual([])
    expect(pool.calls['RevokeToken']).toBe(1)
    await page.reload()
    await heading(page, 'Sign in')
  })

  it('signs nobody in who started over while the profile was on its way', async () => {
    const { page, pool } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    const profile = await holdAnswer(page, '/auth/me')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await profile.isThere
    expect(await page.getByRole('button', { name: 'Checking…' }).count()).toBe(1)
    await press(page, 'Start over')
    await heading(page, 'Sign in')

    await profile.letGo()
    await signIn(page, ada)
    await heading(page, 'Ada Lovelace')
  })

  it('drops the challenge itself, not only its form, when the user starts over', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    expect(await page.context().cookies()).not.toEqual([])
    await press(page, 'Start over')
    await heading(page, 'Sign in')
    expect(await cookiesBesideDevice(page)).toEqual([])
  })

  it('says that the user is signed out, whatever a guarded route answers afterwards', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, ada)
    await heading(page, 'Ada Lovelace')
    const greeting = await holdAnswer(page, '/api/greeting', { status: 401 })
    await page.getByRole('button', { name: 'GET /api/greeting' }).click()
    await greeting.isThere
    await press(page, 'Sign out')
    await heading(page, 'Sign in')
    await greeting.letGo()
    await signIn(page, ada)
    await heading(page, 'Ada Lovelace')
    expect(await page.getByText('POST /auth/sign-out', { exact: true }).count()).toBe(1)
  })

  it('keeps to the account that was picked first', async () => {
    const { page } = await openDemo(browser())
    const answer = await holdAnswer(page, '/auth/sign-in')
    await page.getByRole('button', { name: 'Edsger code by e-mail' }).click()
    await answer.isThere
    await page.getByRole('button', { name: 'Ada no second step' }).click()
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(edsger.username)
    await answer.letGo()
    await heading(page, 'Code by e-mail')
    await press(page, 'Start over')
    await heading(page, 'Sign in')
    expect(await field(page, 'E-mail or user name').inputValue()).toBe(edsger.username)
  })
})
