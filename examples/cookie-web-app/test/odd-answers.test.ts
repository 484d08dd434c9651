import { expect, it } from 'vitest'
import { describeInChromium } from './chromium.ts'
import { openDemo } from './open-demo.ts'
import { accountOf, field, heading, press, signIn, visit } from './steps.ts'

const ada = accountOf('Ada')
const edsger = accountOf('Edsger')

/** As the service describes a challenge, good for an hour. */
const described = (challenge: object): object => ({
  expiresAt: Math.floor(Date.now() / 1000) + 3600,
  ...challenge,
})

/** As the page remembers one. */
const remembered = (challenge: object): string =>
  JSON.stringify({ username: edsger.username, from: '', challenge: described(challenge) })

const askingFor = (challenge: object): string =>
  JSON.stringify({ status: 'challenge', challenge: described(challenge) })

const unreadable = {
  'broken off': '{broken',
  'nothing at all': 'null',
  'for nobody': JSON.stringify({ challenge: described({ kind: 'totp-code' }) }),
  'of no kind': remembered({}),
  'a code sent nowhere': remembered({ kind: 'email-code' }),
  'a code sent to no text': remembered({ kind: 'sms-code', delivery: { destination: 1 } }),
  'details missing, and not which': remembered({ kind: 'new-password' }),
  'second steps that nobody knows': remembered({ kind: 'mfa-choice', methods: ['carrier-pigeon'] }),
  'ways that are no list': remembered({ kind: 'factor-choice', factors: 'password' }),
  'an app to be added, and no code for it': remembered({ kind: 'totp-setup', secret: 'ABCD' }),
  'a passkey, and not which': remembered({ kind: 'passkey' }),
  'a question without words': remembered({ kind: 'custom' }),
  'begun nowhere': JSON.stringify({ username: 'ada', challenge: described({ kind: 'totp-code' }) }),
  'without an end': remembered({ kind: 'totp-code', expiresAt: 'never' }),
}

const unknown = {
  'a status of later times': '{"status":"prove-you-are-human"}',
  'the name of something that every object has': '{"status":"constructor"}',
  'no status': '{}',
  'nothing at all': '',
  'a challenge that lacks what its kind needs': askingFor({ kind: 'email-code' }),
  'a challenge, and not which': '{"status":"challenge"}',
}

describeInChromium('what the page cannot make sense of', (browser) => {
  it('forgets a remembered challenge that it cannot read', async () => {
    const { page, complaints } = await openDemo(browser())
    for (const [what, kept] of Object.entries(unreadable)) {
      await heading(page, 'Sign in')
      await page.evaluate((text) => sessionStorage.setItem('pending-challenge', text), kept)
      await page.reload()
      await heading(page, 'Sign in')
      const left = await page.evaluate(() => sessionStorage.length)
      expect({ what, left, complaints }).toEqual({ what, left: 0, complaints: [] })
    }
  })

  it('asks anew whom a code is for, where what it remembers of that cannot be read', async () => {
    const { page, complaints } = await openDemo(browser())
    for (const kept of ['{broken', 'null', '{"purpose":"confirm"}', '{"purpose":1,"name":"ada"}']) {
      await page.evaluate((text) => sessionStorage.setItem('pending-code', text), kept)
      await visit(page, 'confirm')
      await heading(page, 'Confirm an account')
      await visit(page, '')
      await heading(page, 'Sign in')
    }
    const kept = '{"purpose":"confirm","name":"ada","delivery":{"destination":1}}'
    await page.evaluate((text) => sessionStorage.setItem('pending-code', text), kept)
    await visit(page, 'confirm')
    await page.getByText('Enter the code that was sent for ada,').waitFor()
    expect(complaints).toEqual([])
  })

  it('works where the browser lets pages keep nothing', async () => {
    const { page, pool, complaints } = await openDemo(browser(), { context: {} })
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'sessionStorage', {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
    })
    await page.reload()
    await signIn(page, edsger)
    await heading(page, 'Code by e-mail')
    await field(page, 'Code').fill(pool.inbox.lastCodeFor(edsger.username))
    await press(page, 'Continue')
    await heading(page, 'Edsger Dijkstra')
    expect(complaints).toEqual([])
  })

  it('says so when the service answers what it does not know', async () => {
    const { page, complaints } = await openDemo(browser())
    for (const [what, body] of Object.entries(unknown)) {
      await page.route('**/auth/sign-in', (route) => route.fulfill({ body }), { times: 1 })
      await signIn(page, ada)
      await heading(page, 'Something unexpected')
      const told = await page.getByRole('alert').textContent()
      expect({ what, told, complaints }).toEqual({
        what,
        told: 'The service gave an answer that this page does not know. A newer version of the page may know it.',
        complaints: [],
      })
      await press(page, 'Try again')
      await heading(page, 'Sign in')
    }
  })

  it('says so too when that is the answer to a sign-up', async () => {
    const { page } = await openDemo(browser())
    await page.route('**/auth/sign-up', (route) => route.fulfill({ body: unknown['no status'] }))
    await visit(page, 'sign-up')
    await field(page, 'Full name').fill('Margaret Hamilton')
    await field(page, 'E-mail address').fill('margaret@example.com')
    await field(page, 'Password').fill('Apollo-11-Guidance')
    await press(page, 'Create account')
    await heading(page, 'Something unexpected')
    await press(page, 'Try again')
    await heading(page, 'Create an account')
  })

  it('tells, by name, what is wrong with something that the form does not have', async () => {
    const { page } = await openDemo(browser())
    const errors = [
      { path: '/attributes/birthdate', message: 'is missing.' },
      { path: '/attributes/custom:shoe~1size', message: 'is missing.' },
      { path: '/password', message: 'Never that one again.' },
      { path: '/password', message: 'is too short.' },
    ]
    await page.route('**/auth/sign-in', (route) =>
      route.fulfill({ status: 400, json: { code: 'INVALID_INPUT', detail: 'Some.', errors } }),
    )
    await signIn(page, ada)
    await page.getByText('Never that one again. Password is too short.').waitFor()
    expect(await page.getByRole('alert').textContent()).toBe(
      'Date of birth is missing. Shoe/size is missing.',
    )
  })

  it('tells an answer that cannot be read from one that never came', async () => {
    const { page } = await openDemo(browser())
    await page.route('**/auth/sign-in', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Welcome to our Wi-Fi</p>' }),
    )
    await signIn(page, ada)
    await page.getByRole('alert').getByText('The service gave no readable answer.').waitFor()
  })

  it('takes a user name with the space that a phone has put behind it', async () => {
    const { page } = await openDemo(browser())
    await signIn(page, { ...ada, username: `${ada.username} ` })
    await heading(page, 'Ada Lovelace')
  })
})
