import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createPool, goOn, names, start, stranger, withoutTyped } from './first-factor-pool.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'
import { wholeAnswer } from './whole-answer.ts'

// Two answers are compared that say until when they hold.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const byCode = { code: '00000000' }
const unsent = [
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.'],
  ['CodeDeliveryFailureException', 'No.'],
  ['UserLambdaValidationException', 'CustomMessage failed with error no.'],
  ['UnexpectedLambdaException', 'No.'],
] as const

test.each(unsent)(
  'a code that cannot be sent looks like one that went to nobody: %s',
  async (name, message) => {
    for (const { options } of [{ options: withCookies }, { options: withBearer }]) {
      const pool = createPool('email', true)
      const app = await startApp({ pool, options })
      const askAll = async (index: number, fails: boolean) => {
        const [username, other] = [names.email(index), createBrowser(app)]
        const browser = createBrowser(app)
        const fail = (operation: string) => fails && pool.failNext(operation, { name, message })
        fail('InitiateAuth')
        const asked = await start({ prefer: 'email-code' })(browser, username)
        const wrongCodes = []
        for (const _time of [1, 2]) {
          wrongCodes.push(await goOn(browser, '/auth/challenge', asked.json(), { answer: byCode }))
        }
        fail('InitiateAuth')
        const again = await goOn(browser, '/auth/challenge/resend', asked.json())
        const choice = (await start({})(other, username)).json()
        fail('RespondToAuthChallenge')
        const chosen = await goOn(other, '/auth/challenge', choice, {
          answer: { factor: 'email-code' },
        })
        const guess = await goOn(other, '/auth/challenge', chosen.json(), { answer: byCode })
        const all = [asked, ...wrongCodes, again, chosen, guess]
        return all.map((answer) => withoutTyped(wholeAnswer(answer), username))
      }
      const known = await askAll(0, true)
      expect(known[0]).toMatchObject({ statusCode: 200 })
      expect(known).toEqual(await askAll(stranger, false))
    }
  },
)
