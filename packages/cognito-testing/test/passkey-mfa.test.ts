import { SetUserMFAPreferenceCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import type { TestUserPool, TestUserPoolOptions } from '../src/index.ts'
import { answerPasskey, askForPasskey, passkeyPool, password, register } from './passkey-calls.ts'
import { refusalOf, respond, signInWithPassword } from './sign-in.ts'

const refused = 'NotAuthorizedException: The passkey was not accepted.'

const poolWithTotp = (options: TestUserPoolOptions = {}) =>
  passkeyPool({
    passkeys: { asMfa: true },
    users: [{ username: 'ann', password, mfa: 'totp' }],
    ...options,
  })

/** Signs in with the password and the authenticator app. */
const tokenByTotp = async (pool: TestUserPool) => {
  const challenge = await signInWithPassword(pool, 'ann', password)
  const SOFTWARE_TOKEN_MFA_CODE = pool.totpCodeFor('ann')
  const answer = await respond(pool, challenge, { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE })
  return answer.AuthenticationResult?.AccessToken ?? ''
}

const countAsMfa = (pool: TestUserPool, AccessToken: string, Enabled: boolean) =>
  pool.options.client.send(
    new SetUserMFAPreferenceCommand({ AccessToken, WebAuthnMfaSettings: { Enabled } }),
  )

describe.each(['optional', 'required'] as const)('a passkey where MFA is %s', (mfa) => {
  it('is no way in for a user with a second factor, unless it counts as MFA', async () => {
    const pool = poolWithTotp({ mfa })
    const token = await tokenByTotp(pool)
    const device = pool.createAuthenticator()
    await register(pool, token, device)
    expect(await askForPasskey(pool)).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    })

    await countAsMfa(pool, token, true)
    const challenge = await askForPasskey(pool)
    expect(challenge).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      options: { userVerification: 'required' },
    })
    const answer = await answerPasskey(pool, challenge, device.get(challenge.options))
    expect(answer.AuthenticationResult).toBeDefined()
  })

  it('has to verify the user then', async () => {
    const pool = poolWithTotp({ mfa })
    const token = await tokenByTotp(pool)
    const device = pool.createAuthenticator()
    await register(pool, token, device)
    await countAsMfa(pool, token, true)
    const challenge = await askForPasskey(pool)
    const unverified = device.with({ userVerified: false }).get(challenge.options)
    expect(await refusalOf(answerPasskey(pool, challenge, unverified))).toBe(refused)
  })

  it('is no way in any more for whoever stopped that meanwhile', async () => {
    const pool = poolWithTotp({ mfa })
    const token = await tokenByTotp(pool)
    const device = pool.createAuthenticator()
    await register(pool, token, device)
    await countAsMfa(pool, token, true)
    const [first, second] = [await askForPasskey(pool), await askForPasskey(pool)]
    const early = refusalOf(answerPasskey(pool, first, device.get(first.options)))
    await countAsMfa(pool, token, false)
    expect(await early).toBe(refused)
    expect(await refusalOf(answerPasskey(pool, second, device.get(second.options)))).toBe(refused)
  })
})

it('a passkey is no way in either where MFA is required and a phone number will do', async () => {
  const attributes = { phone_number: '+14155550100' }
  const users = [{ username: 'ann', password, attributes }]
  const pool = passkeyPool({ passkeys: { asMfa: true }, mfa: 'required', users })
  const asked = await signInWithPassword(pool, 'ann', password)
  const SMS_MFA_CODE = pool.inbox.lastCodeFor('ann')
  const { AuthenticationResult } = await respond(pool, asked, { USERNAME: 'ann', SMS_MFA_CODE })
  await register(pool, AuthenticationResult?.AccessToken ?? '')
  expect(await askForPasskey(pool)).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
  })
})
