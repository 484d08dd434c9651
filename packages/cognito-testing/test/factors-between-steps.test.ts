import { expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import { deleteUser } from './account-calls.ts'
import { invalidSession, password, tokenOf } from './mfa-calls.ts'
import { initiate, refusalOf, respond } from './sign-in.ts'

const attributes = { email: 'ann@example.com' }

it.each([
  ['SELECT_CHALLENGE', {}, { ANSWER: 'PASSWORD', PASSWORD: password }],
  ['PASSWORD', { PREFERRED_CHALLENGE: 'PASSWORD' }, { PASSWORD: password }],
  ['EMAIL_OTP', { PREFERRED_CHALLENGE: 'EMAIL_OTP' }, {}],
] as const)(
  'no answer signs in who was deleted meanwhile, nor who has the name then: %s',
  async (name, parameters, answer) => {
    const pool = createTestUserPool({
      firstFactors: ['password', 'email-code'],
      users: [{ username: 'ann', password, attributes }],
    })
    const token = await tokenOf(pool)
    const asked = await initiate(pool, 'USER_AUTH', { USERNAME: 'ann', ...parameters })
    expect(asked.ChallengeName).toBe(name)
    const EMAIL_OTP_CODE = pool.inbox.messages.at(-1)?.code ?? ''
    const answered = () => respond(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE, ...answer })
    await deleteUser(pool, token)
    expect(await refusalOf(answered())).toBe(invalidSession)
    pool.addUser({ username: 'ann', password, attributes })
    expect(await refusalOf(answered())).toBe(invalidSession)
  },
)
