import { expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import { confirmSignUp, limitExceeded, resend, signUp } from './account-calls.ts'
import { refusalOf } from './sign-in.ts'

const email = 'ann@example.com'
const nothingToVerify =
  'NotAuthorizedException: Cannot resend codes. Auto verification not turned on.'

it('sends another code to where the first went', async () => {
  const pool = createTestUserPool()
  const { CodeDeliveryDetails } = await signUp(pool, 'ann', { email })
  expect(await resend(pool, 'ann')).toMatchObject({ CodeDeliveryDetails })
  expect(pool.inbox.messages).toMatchObject([
    { to: email, purpose: 'sign-up' },
    { to: email, purpose: 'sign-up' },
  ])
  await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
})

it('sends one to a user whom no sign-up made', async () => {
  const pool = createTestUserPool({
    users: [{ username: 'ann', status: 'UNCONFIRMED', attributes: { phone_number: '+1234567' } }],
  })
  await resend(pool, 'ann')
  await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('+1234567'))
  expect(pool.users[0]?.status).toBe('CONFIRMED')
})

it('has nothing to send to who is confirmed', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ann', attributes: { email } }] })
  expect(await refusalOf(resend(pool, 'ann'))).toBe(
    'InvalidParameterException: User is already confirmed.',
  )
})

it.each([
  [{ autoVerifiedAttributes: [] }, { email }],
  [{}, {}],
])('has nowhere to send to: %j, %j', async (options, attributes) => {
  const pool = createTestUserPool(options)
  await signUp(pool, 'ann', attributes)
  expect(await refusalOf(resend(pool, 'ann'))).toBe(nothingToVerify)
})

it('says so of nobody, too, where the pool verifies nothing', async () => {
  const pool = createTestUserPool({ autoVerifiedAttributes: [] })
  expect(await refusalOf(resend(pool, 'nobody'))).toBe(nothingToVerify)
})

it('is done five times in an hour for one user', async () => {
  const pool = createTestUserPool()
  await signUp(pool, 'ann', { email })
  await signUp(pool, 'ben', { email })
  for (let call = 1; call <= 5; call += 1) await resend(pool, 'ann')
  expect(await refusalOf(resend(pool, 'ann'))).toBe(limitExceeded)
  expect(pool.inbox.messages).toHaveLength(7)
  await resend(pool, 'ben')
  pool.clock.advance(3600)
  await resend(pool, 'ann')
})
