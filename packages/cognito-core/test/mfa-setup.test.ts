import { createCognito } from '@x/cognito-core'
import { createTestUserPool, type MfaMethod } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'

const password = 'Correct-horse-1'
const username = 'ann'

const poolWith = (...mfaMethods: readonly MfaMethod[]) => {
  const pool = createTestUserPool({
    mfa: 'required',
    mfaMethods,
    clients: [{ secret: true }],
    users: [{ username, password }],
  })
  const cognito = createCognito(pool.options)
  return { pool, cognito, signIn: () => cognito.signIn({ username, password }) }
}

describe('setting up an authenticator app in a sign-in', () => {
  it('shows a key, takes a code of it, and asks for codes of it from then on', async () => {
    const { pool, cognito, signIn } = poolWith('totp')
    const asked = challengeIn(await signIn(), 'totp-setup')
    expect(asked.secret).toMatch(/^[A-Z2-7]{16,}$/)
    expect(asked).toMatchObject({ username, cognitoName: 'MFA_SETUP' })
    const code = pool.totpCodeFor(username)
    const answer = { code, deviceName: 'my phone' }
    expect(await cognito.answerChallenge(asked, answer)).toMatchObject({ status: 'signed-in' })

    pool.clock.advance(30)
    const next = challengeIn(await signIn(), 'totp-code')
    expect(next.deviceName).toBe('my phone')
    expect(await cognito.answerChallenge(next, { code: pool.totpCodeFor(username) })).toMatchObject(
      { status: 'signed-in' },
    )
  })

  it('takes the right code after a wrong one', async () => {
    const { pool, cognito, signIn } = poolWith('totp')
    const asked = challengeIn(await signIn(), 'totp-setup')
    const code = pool.totpCodeFor(username)
    const wrong = code.replace(/./g, (digit) => String((Number(digit) + 1) % 10))
    await expect(cognito.answerChallenge(asked, { code: wrong })).rejects.toMatchObject({
      code: 'COGNITO_CODE_MISMATCH',
    })
    expect(await cognito.answerChallenge(asked, { code })).toMatchObject({ status: 'signed-in' })
  })

  it.each([
    [{}, 'answer.code'],
    [{ code: 123456 }, 'answer.code'],
    [{ code: '123456', deviceName: '' }, 'answer.deviceName'],
  ])('refuses %j by name, before any call', async (answer, field) => {
    const { pool, cognito, signIn } = poolWith('totp')
    const asked = challengeIn(await signIn(), 'totp-setup')
    await expect(cognito.answerChallenge(asked, answer as never)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field },
    })
    expect(pool.calls['VerifySoftwareToken']).toBe(0)
  })

  it('starts again once the attempt has expired', async () => {
    const { pool, cognito, signIn } = poolWith('totp')
    const asked = challengeIn(await signIn(), 'totp-setup')
    pool.clock.advance(181)
    const code = pool.totpCodeFor(username)
    await expect(cognito.answerChallenge(asked, { code })).rejects.toMatchObject({
      code: 'COGNITO_SESSION_EXPIRED',
    })
  })
})

describe('setting up codes by e-mail in a sign-in', () => {
  it('takes an address, sends a code to it, and the code', async () => {
    const { pool, cognito, signIn } = poolWith('email')
    const asked = challengeIn(await signIn(), 'email-setup')
    const sent = await cognito.answerChallenge(asked, { email: 'ann@example.com' })
    const code = pool.inbox.messages.findLast(({ to }) => to === 'ann@example.com')?.code ?? ''
    const next = challengeIn(sent, 'email-code')
    expect(next.delivery).toEqual({ medium: 'email', destination: 'a***@e***' })
    expect(await cognito.answerChallenge(next, { code })).toMatchObject({ status: 'signed-in' })
  })

  it.each([undefined, '', 'ann', 'ann@', '@example.com', 'ann@exa mple.com', 7])(
    'refuses %j, which would end the attempt, before any call',
    async (email) => {
      const { cognito, signIn } = poolWith('email')
      const asked = challengeIn(await signIn(), 'email-setup')
      await expect(cognito.answerChallenge(asked, { email } as never)).rejects.toMatchObject({
        code: 'COGNITO_INVALID_INPUT',
        params: { field: 'answer.email' },
      })
      const right = await cognito.answerChallenge(asked, { email: 'ann@example.com' })
      expect(right).toMatchObject({ status: 'challenge' })
    },
  )
})

describe('several second factors', () => {
  it('may be chosen from where none is set up, and no phone number among them', async () => {
    const { pool, cognito, signIn } = poolWith('totp', 'sms', 'email')
    const asked = challengeIn(await signIn(), 'mfa-setup-choice')
    expect(asked.methods).toEqual(['totp', 'email'])
    const byEmail = challengeIn(
      await cognito.answerChallenge(asked, { method: 'email' }),
      'email-setup',
    )
    expect(byEmail.session).toBe(asked.session)
    expect(pool.calls['AssociateSoftwareToken']).toBe(0)
    const byApp = challengeIn(
      await cognito.answerChallenge(asked, { method: 'totp' }),
      'totp-setup',
    )
    expect(byApp.session).not.toBe(asked.session)
    const code = pool.totpCodeFor(username)
    expect(await cognito.answerChallenge(byApp, { code })).toMatchObject({ status: 'signed-in' })
  })

  it('are answered in Cognito’s terms where none can be set up', async () => {
    const { signIn } = poolWith('sms')
    expect(challengeIn(await signIn(), 'unsupported')).toMatchObject({ cognitoName: 'MFA_SETUP' })
  })

  it.each(['totp', 'sms'] as const)('are chosen from where several are: %s', async (method) => {
    const pool = createTestUserPool({
      users: [
        {
          username,
          password,
          mfa: ['totp', 'sms'],
          attributes: { phone_number: '+15555550134' },
        },
      ],
    })
    const cognito = createCognito(pool.options)
    const asked = challengeIn(await cognito.signIn({ username, password }), 'mfa-choice')
    expect(asked.methods).toEqual(['totp', 'sms'])
    await expect(cognito.answerChallenge(asked, { method: 'email' })).rejects.toMatchObject({
      params: { field: 'answer.method', choices: 'totp, sms' },
    })
    const chosen = await cognito.answerChallenge(asked, { method })
    const next = challengeIn(chosen, `${method}-code`)
    const code = method === 'totp' ? pool.totpCodeFor(username) : pool.inbox.lastCodeFor(username)
    expect(await cognito.answerChallenge(next as never, { code } as never)).toMatchObject({
      status: 'signed-in',
    })
  })
})
