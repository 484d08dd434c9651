import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { type OpenDemo, openDemo } from './open-demo.ts'
import { accountOf, alert, choose, field, follow, heading, partOf, press, signIn } from './steps.ts'
import { addVirtualAuthenticator, type VirtualAuthenticator } from './virtual-authenticator.ts'

const ada = accountOf('Ada')

describeInChromium('passkeys', (browser) => {
  const openWithPasskey = async (): Promise<OpenDemo & { device: VirtualAuthenticator }> => {
    const demo = await openDemo(browser())
    const { page } = demo
    const device = await addVirtualAuthenticator(page)
    await signIn(page, ada)
    await follow(page, 'Security')
    await press(page, 'Add a passkey')
    await page.getByText('You have a new passkey.').waitFor()
    return { ...demo, device }
  }

  const askForPasskey = async ({ page }: OpenDemo): Promise<void> => {
    await follow(page, 'Sign in another way')
    await field(page, 'E-mail or user name').fill(ada.username)
    await choose(page, 'Passkey')
  }

  it('are made, and sign in without anything else to press or to type', async () => {
    const demo = await openWithPasskey()
    const { page, pool, device, complaints } = demo
    expect(await device.count()).toBe(1)
    await partOf(page, 'Passkeys')
      .getByText(/^Added /)
      .waitFor()
    await follow(page, 'Profile')
    await press(page, 'Sign out')

    await askForPasskey(demo)
    await heading(page, 'Ada Lovelace')
    expect(pool.calls['RespondToAuthChallenge']).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  })

  it('do not open by themselves after a reload, but at a press', async () => {
    const demo = await openWithPasskey()
    const { page, device } = demo
    await follow(page, 'Profile')
    await press(page, 'Sign out')
    await device.setUserVerified(false)
    await askForPasskey(demo)
    await alert(page)
      .getByText('No passkey was given: that was called off, or took too long.')
      .waitFor()
    await heading(page, 'Use your passkey')

    await device.setUserVerified(true)
    await page.reload()
    await heading(page, 'Use your passkey')
    await press(page, 'Use a passkey')
    await heading(page, 'Ada Lovelace')
  })

  it('can be left for the password, while the device still asks', async () => {
    const demo = await openWithPasskey()
    const { page, device } = demo
    await follow(page, 'Profile')
    await press(page, 'Sign out')
    await device.setUserPresence(false)
    await askForPasskey(demo)
    await page.getByRole('button', { name: 'Checking…' }).waitFor()
    await press(page, 'Start over')
    await heading(page, 'Sign in another way')
    await follow(page, 'With a password')
    await signIn(page, ada)
    await heading(page, 'Ada Lovelace')
  })

  it('are made once for each device', async () => {
    const { page, device } = await openWithPasskey()
    await press(page, 'Add a passkey')
    await alert(page)
      .getByText('There is a passkey for this account on that device already.')
      .waitFor()
    expect(await device.count()).toBe(1)
  })

  it('are deleted, and then no way in', async () => {
    const demo = await openWithPasskey()
    const { page } = demo
    await partOf(page, 'Passkeys')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await page.getByText('The passkey is deleted.').waitFor()
    await partOf(page, 'Passkeys').getByText('You have none yet.').waitFor()
    await follow(page, 'Profile')
    await press(page, 'Sign out')
    await askForPasskey(demo)
    await heading(page, 'How do you want to sign in?')
    expect(await page.getByRole('button', { name: /^Passkey/ }).count()).toBe(0)
  })

  it('are told of as nothing for a browser that has none, and the password stays', async () => {
    const { page } = await openDemo(browser(), { context: {} })
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'))
    await page.reload()
    await signIn(page, ada)
    await follow(page, 'Security')
    await page.getByText('This browser cannot make passkeys here. Another one may.').waitFor()
    expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0)
  })

  it('cannot be used in a browser that has none, which says what else there is', async () => {
    const demo = await openWithPasskey()
    const { page } = demo
    await follow(page, 'Profile')
    await press(page, 'Sign out')
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'))
    await askForPasskey(demo)
    await alert(page).getByText('This browser cannot use passkeys here.').waitFor()
    await press(page, 'Start over')
    await choose(page, 'Code by e-mail')
    await heading(page, 'Code by e-mail')
  })

  it('that the service does not know end the attempt, and say so', async () => {
    const demo = await openWithPasskey()
    const { page, pool } = demo
    await follow(page, 'Profile')
    await press(page, 'Sign out')
    pool.failNext('RespondToAuthChallenge', 'NotAuthorizedException')
    await askForPasskey(demo)
    await alert(page)
      .getByText(/passkey/i)
      .waitFor()
    await heading(page, 'Sign in another way')
    await choose(page, 'Passkey')
    await heading(page, 'Ada Lovelace')
  })
})
