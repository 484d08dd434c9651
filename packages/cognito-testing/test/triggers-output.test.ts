import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestTriggers } from '../src/index.ts'
import { attributesOf, signUp, tokenOf } from './account-calls.ts'
import { recorded } from './recorded-trigger.ts'
import { refusalOf } from './sign-in.ts'

type PreSignUp = NonNullable<TestTriggers['preSignUp']>

const email = 'ann@example.com'

/** Whatever the types say of what a handler gives back. */
const poolThatRuns = (handler: (event: Parameters<PreSignUp>[0]) => unknown) =>
  createTestUserPool({ triggers: { preSignUp: handler as PreSignUp } })

const signsUp = async (handler: Parameters<typeof poolThatRuns>[0]) => {
  const pool = poolThatRuns(handler)
  const refusal = await refusalOf(signUp(pool, 'ann', { email }))
  expect(pool.users).toEqual([])
  return refusal
}

describe('a handler that throws refuses the call', () => {
  it.each([
    [new Error('No such domain'), 'No such domain'],
    [new Error('Full stop.'), 'Full stop.'],
    [new TypeError(''), ''],
    ['a string', 'a string'],
    [undefined, 'undefined'],
    [{ code: 7 }, '[object Object]'],
  ])('%o: with its words and a full stop', async (thrown, message) => {
    const expected = `UserLambdaValidationException: PreSignUp failed with error ${message}.`
    const throws = () => {
      throw thrown
    }
    expect(await signsUp(throws)).toBe(expected)
    expect(await signsUp(async () => throws())).toBe(expected)
  })

  it('and so does one whose event is no JSON', async () => {
    expect(await signsUp((event) => ({ ...event, big: 1n }))).toMatch(
      /^UserLambdaValidationException: PreSignUp failed with error .*BigInt.*\.$/,
    )
  })
})

describe('a handler that gives no event back', () => {
  it.each([undefined, null, () => {}, Symbol('event')])(
    'but %o is an invalid response',
    async (value) => {
      const expected =
        'InvalidLambdaResponseException: Invalid lambda function output : Invalid JSON'
      expect(await signsUp(() => value)).toBe(expected)
      expect(await signsUp(async () => value)).toBe(expected)
    },
  )

  const unrecognizable = 'InvalidLambdaResponseException: Unrecognizable lambda output'

  it.each([true, 'event', 7, {}, [], { response: { autoConfirmUser: true } }])(
    'but %j is not recognized',
    async (value) => {
      expect(await signsUp(() => value)).toBe(unrecognizable)
    },
  )

  it.each([
    'version',
    'region',
    'userPoolId',
    'userName',
    'triggerSource',
    'callerContext',
    'request',
    'response',
  ])('in full, but leaves %s out, is not recognized', async (name) => {
    expect(await signsUp((event) => ({ ...event, [name]: undefined }))).toBe(unrecognizable)
    expect(await signsUp((event) => ({ ...event, [name]: null }))).toBe(unrecognizable)
    expect(await signsUp((event) => ({ ...event, [name]: [] }))).toBe(unrecognizable)
  })

  it.each<object>([
    { autoConfirmUser: 'true' },
    { autoConfirmUser: 1 },
    { autoConfirm: true },
    { failAuthentication: true },
    { constructor: true },
  ])('but one that responds %j is not recognized', async (response) => {
    expect(await signsUp((event) => ({ ...event, response }))).toBe(unrecognizable)
  })

  it('is refused by every trigger that expects no response, if it gives one', async () => {
    const pool = createTestUserPool({
      users: [{ username: 'ann', password: 'Correct-Horse1' }],
      triggers: { preAuthentication: (event) => ({ ...event, response: { allow: true } }) },
    })
    expect(await refusalOf(tokenOf(pool, 'ann'))).toBe(unrecognizable)
  })
})

describe('an event', () => {
  it('may be changed and given back, or given back anew, or left as it is', async () => {
    const confirmed = async (handler: PreSignUp) =>
      (await signUp(poolThatRuns(handler), 'ann')).UserConfirmed
    expect(
      await confirmed((event) => {
        event.response.autoConfirmUser = true
        return event
      }),
    ).toBe(true)
    expect(
      await confirmed(async (event) => ({
        ...event,
        response: { ...event.response, autoConfirmUser: true },
      })),
    ).toBe(true)
    expect(await confirmed((event) => event)).toBe(false)
  })

  it('may have parts of its response taken away, or set to null', async () => {
    const pool = poolThatRuns((event) => ({
      ...event,
      response: { autoConfirmUser: true, autoVerifyEmail: null },
    }))
    expect((await signUp(pool, 'ann', { email })).UserConfirmed).toBe(true)
  })

  it('is of one call: what a handler does to it changes nobody, then or later', async () => {
    let kept: Record<string, string> = {}
    const pool = poolThatRuns((event) => {
      kept = event.request.userAttributes
      kept['email'] = 'evil@example.com'
      event.response.autoConfirmUser = true
      event.response.autoVerifyEmail = true
      return event
    })
    await signUp(pool, 'ann', { email })
    kept['email'] = 'evil@example.com'
    expect(await attributesOf(pool, await tokenOf(pool, 'ann'))).toMatchObject({ email })
  })

  it('is waited for', async () => {
    const { handler, events } = recorded(async (event: Parameters<PreSignUp>[0]) => {
      await new Promise((resolve) => setImmediate(resolve))
      return { ...event, response: { ...event.response, autoConfirmUser: true } }
    })
    expect((await signUp(poolThatRuns(handler), 'ann')).UserConfirmed).toBe(true)
    expect(events).toHaveLength(1)
  })
})
