// Runs against a real user pool, with `COGNITO_LIVE=1` and what CONTRIBUTING.md names in the environment.
// The authenticator app that it adds is switched off again.
import { describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'
import { liveUser } from './live-user.ts'
import { totpCode } from './totp-code.ts'

const { cognito, username, password, tokens } = liveUser()

describe('a real user pool', () => {
  it('asks for a password that was chosen, and takes it by SRP', async () => {
    const step = await cognito.signIn({ method: 'choice', username })
    const offered = challengeIn(step, 'factor-choice')
    expect(offered).toMatchObject({ passwordMethod: 'srp' })
    const chosen = await cognito.answerChallenge(offered, { factor: 'password' })
    const asked = challengeIn(chosen, 'password')
    expect(await cognito.answerChallenge(asked, { password })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('takes a password that is at hand and preferred', async () => {
    const input = { method: 'choice', username, prefer: 'password', password } as const
    expect(await cognito.signIn(input)).toMatchObject({ status: 'signed-in' })
    const wrong = cognito.signIn({ ...input, password: `${password}-wrong` })
    await expect(wrong).rejects.toMatchObject({ code: 'COGNITO_INVALID_CREDENTIALS' })
  })

  it('asks for a code of an authenticator app, once there is one', async () => {
    const { accessToken } = await tokens()
    const { secret } = await cognito.mfa.startTotp({ accessToken })
    await cognito.mfa.confirmTotp({ accessToken, code: totpCode(secret) })
    try {
      const asked = challengeIn(await cognito.signIn({ username, password }), 'totp-code')
      const wrong = cognito.answerChallenge(asked, { code: totpCode(secret, { stepsAhead: 90 }) })
      await expect(wrong).rejects.toMatchObject({ code: 'COGNITO_CODE_MISMATCH' })
      // A code works once, and the next one a little early.
      const code = totpCode(secret, { stepsAhead: 1 })
      expect(await cognito.answerChallenge(asked, { code })).toMatchObject({ status: 'signed-in' })
    } finally {
      await cognito.mfa.setPreference({ accessToken, enabled: [], preferred: 'none' })
    }
    expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
  })
})
