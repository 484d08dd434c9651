import { type Challenge, createCognito, type SignInResult } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { beforeEach, describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'

/** As after a cookie, a restart, another process: nothing but the data is left. */
const travelled = (challenge: Challenge): Challenge => JSON.parse(JSON.stringify(challenge))

const challengeIn = (result: SignInResult): Challenge => {
  if (result.status !== 'challenge') throw new Error(`expected a challenge, got ${result.status}`)
  return travelled(result.challenge)
}

describe('answering challenges', () => {
  let pool: TestUserPool
  beforeEach(() => {
    pool = createTestUserPool({
      requiredAttributes: ['email', 'given_name'],
      users: [
        {
          username: 'totp',
          password,
          mfa: 'totp',
          attributes: { email: 't@example.com', given_name: 'T' },
        },
        {
          username: 'sms',
          password,
          mfa: 'sms',
          attributes: { email: 's@example.com', given_name: 'S', phone_number: '+15555550134' },
        },
        {
          username: 'mail',
          password,
          mfa: 'email',
          attributes: { email: 'm@example.com', given_name: 'M' },
        },
        {
          username: 'new',
          password,
          status: 'FORCE_CHANGE_PASSWORD',
          attributes: { email: 'n@example.com' },
        },
      ],
    })
  })
  const cognito = () => createCognito(pool.options)
  const start = async (username: string) =>
    challengeIn(await cognito().signIn({ username, password }))

  const codes = {
    totp: () => pool.totpCodeFor('totp'),
    sms: () => pool.inbox.lastCodeFor('sms'),
    mail: () => pool.inbox.lastCodeFor('mail'),
  }
  const kinds = { totp: 'totp-code', sms: 'sms-code', mail: 'email-code' } as const

  it.each(Object.keys(codes) as (keyof typeof codes)[])(
    'signs in with the right code, also after a wrong one: %s',
    async (user) => {
      const challenge = await start(user)
      expect(challenge.kind).toBe(kinds[user])
      const right = codes[user]()
      const wrong = right.replace(/./g, (digit) => String((Number(digit) + 1) % 10))
      const mistake = cognito().answerChallenge(challenge as never, { code: wrong } as never)
      await expect(mistake).rejects.toMatchObject({ code: 'COGNITO_CODE_MISMATCH' })
      const result = await cognito().answerChallenge(challenge as never, { code: right } as never)
      expect(result).toMatchObject({ status: 'signed-in' })
    },
  )

  it('tells where a code was sent, masked', async () => {
    expect(await start('sms')).toMatchObject({
      delivery: { medium: 'sms', destination: '+*******0134' },
    })
    expect(await start('mail')).toMatchObject({
      delivery: { medium: 'email', destination: 'm***@e***' },
    })
  })

  it('takes a new password, and the attributes that are missing, and no others', async () => {
    const challenge = await start('new')
    if (challenge.kind !== 'new-password') throw new Error(challenge.kind)
    expect(challenge.missingAttributes).toEqual(['given_name'])

    const short = cognito().answerChallenge(challenge, { newPassword: 'Short-1' })
    await expect(short).rejects.toMatchObject({
      code: 'COGNITO_INVALID_PASSWORD',
      message: 'The new password is too short.',
    })
    const newPassword = 'Battery-staple-2'
    const bare = cognito().answerChallenge(challenge, { newPassword })
    await expect(bare).rejects.toMatchObject({
      code: 'COGNITO_ATTRIBUTE_MISSING',
      message: expect.stringContaining('given_name'),
    })
    const attributes = { given_name: 'Nell' }
    const result = await cognito().answerChallenge(challenge, { newPassword, attributes })
    if (result.status !== 'signed-in') throw new Error(result.status)
    const profile = await cognito().profile.get(result.tokens)
    expect(profile.attributes).toMatchObject({ given_name: 'Nell', email: 'n@example.com' })
    expect(await cognito().signIn({ username: 'new', password: newPassword })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('starts again once the attempt has expired, or was used', async () => {
    const late = await start('totp')
    pool.clock.advance(181)
    const answer = () => ({ code: pool.totpCodeFor('totp') }) as never
    await expect(cognito().answerChallenge(late as never, answer())).rejects.toMatchObject({
      code: 'COGNITO_SESSION_EXPIRED',
    })
    const used = await start('totp')
    await cognito().answerChallenge(used as never, answer())
    pool.clock.advance(30)
    await expect(cognito().answerChallenge(used as never, answer())).rejects.toMatchObject({
      code: 'COGNITO_SESSION_EXPIRED',
    })
  })

  it('takes a code of an authenticator app only once', async () => {
    const code = pool.totpCodeFor('totp')
    const first = await start('totp')
    await cognito().answerChallenge(first as never, { code } as never)
    const second = await start('totp')
    await expect(
      cognito().answerChallenge(second as never, { code } as never),
    ).rejects.toMatchObject({
      code: 'COGNITO_CODE_EXPIRED',
    })
  })

  it.each([
    ['nothing', {}],
    ['no answer at all', undefined],
    ['an empty code', { code: '' }],
    ['an answer to another kind', { newPassword: 'Battery-staple-2' }],
    ['a code that is a number', { code: 123456 }],
  ])('says what is missing from %s, and keeps the attempt', async (_what, answer) => {
    const challenge = await start('totp')
    await expect(
      cognito().answerChallenge(challenge as never, answer as never),
    ).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      message: expect.stringContaining('answer.code: '),
    })
    const code = pool.totpCodeFor('totp')
    expect(await cognito().answerChallenge(challenge as never, { code } as never)).toMatchObject({
      status: 'signed-in',
    })
  })

  it('refuses a challenge whose kind was tampered with', async () => {
    const challenge = { ...(await start('totp')), kind: 'new-password' }
    const answer = { newPassword: 'Battery-staple-2' }
    await expect(
      cognito().answerChallenge(challenge as never, answer as never),
    ).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
    })
  })
})
