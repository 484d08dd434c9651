import type { CustomMessageTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserOptions, type TestUserPool } from '../src/index.ts'
import {
  confirmSignUp,
  forgot,
  newPassword,
  password,
  resend,
  reset,
  signUp,
  tokenOf,
  update,
  verify,
  wrongCode,
} from './account-calls.ts'
import { refusalOf } from './sign-in.ts'

const email = 'ann@example.com'
const attributes = { email, email_verified: 'true' }
const ann: TestUserOptions = { username: 'ann', password, attributes }

describe('where the trigger throws', () => {
  it('a new user is there, unconfirmed, and gets a code once it works again', async () => {
    let works = false
    const customMessage = (event: CustomMessageTriggerEvent) => {
      if (!works) throw new Error('No words')
      return event
    }
    const pool = createTestUserPool({ triggers: { customMessage } })
    await refusalOf(signUp(pool, 'ann', { email }))
    works = true
    await resend(pool, 'ann')
    await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
    expect(pool.users[0]?.status).toBe('CONFIRMED')
  })

  it('the code before stays good', async () => {
    let works = true
    const customMessage = (event: CustomMessageTriggerEvent) => {
      if (!works) throw new Error('No words')
      return event
    }
    const pool = createTestUserPool({ users: [ann], triggers: { customMessage } })
    await forgot(pool, 'ann')
    works = false
    await refusalOf(forgot(pool, 'ann'))
    await reset(pool, 'ann', pool.inbox.lastCodeFor('ann'))
    expect(await tokenOf(pool, 'ann', newPassword)).not.toBe('')
  })
})

describe('meanwhile', () => {
  it('a newer code may be sent: the last one that goes out is the one that counts', async () => {
    const pool: TestUserPool = createTestUserPool({
      triggers: {
        customMessage: async (event) => {
          if (event.triggerSource === 'CustomMessage_SignUp') await resend(pool, 'ann')
          return event
        },
      },
    })
    await signUp(pool, 'ann', { email })
    const [inner, outer] = pool.inbox.messages.map(({ code }) => code)
    if (inner !== outer) {
      expect(await refusalOf(confirmSignUp(pool, 'ann', inner ?? ''))).toBe(wrongCode)
    }
    await confirmSignUp(pool, 'ann', outer ?? '')
  })

  it('the address may be replaced: no code goes to the old one, which would spoil the new', async () => {
    let token = ''
    const pool: TestUserPool = createTestUserPool({
      users: [{ ...ann, attributes: { email: 'old@example.com' } }],
      triggers: {
        customMessage: async (event) => {
          if (event.request.userAttributes['email'] === 'first@example.com') {
            await update(pool, token, { email: 'second@example.com' })
          }
          return event
        },
      },
    })
    token = await tokenOf(pool, 'ann')
    await update(pool, token, { email: 'first@example.com' })
    expect(pool.inbox.messages.map(({ to }) => to)).toEqual(['second@example.com'])
    await verify(pool, token, 'email', pool.inbox.lastCodeFor('ann'))
  })
})
