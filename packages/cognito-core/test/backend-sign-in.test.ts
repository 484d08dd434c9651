import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'
import { ada, operatorOf, password, username } from './an-operator.ts'

describe('a backend', () => {
  it.each(['admin-password', 'admin-srp'] as const)('signs a user in by %s', async (method) => {
    const pool = createTestUserPool({ users: [ada] })
    const admin = operatorOf(pool)
    const step = await admin.signIn({ method, username, password })
    if (step.status !== 'signed-in') throw new Error(step.status)
    const cognito = createCognito(pool.options)
    await cognito.verifyAccessToken(step.tokens.accessToken)
    const wrong = admin.signIn({ method, username, password: 'Wrong-horse-1' })
    await expect(wrong).rejects.toMatchObject({ code: 'COGNITO_INVALID_CREDENTIALS' })
  })

  it('answers a second factor', async () => {
    const pool = createTestUserPool({
      users: [{ ...ada, mfa: 'email' }],
    })
    const admin = operatorOf(pool)
    const step = await admin.signIn({ method: 'admin-password', username, password })
    if (step.status !== 'challenge' || step.challenge.kind !== 'email-code') throw new Error()
    const code = pool.inbox.messages.at(-1)?.code ?? ''
    expect(await admin.answerChallenge(step.challenge, { code })).toMatchObject({
      status: 'signed-in',
    })
  })
})
